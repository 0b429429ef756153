"""What is special about do's and don'ts: two lists, and places that say when they are level."""

from alongside.activities.kinds.dos_and_donts.tally import DosAndDontsTally

LIST = [
    {"key": key, "heading": heading, "text": key.upper(), "of": [], "from": []}
    for key, heading in (("a", "do"), ("b", "do"), ("c", "do"), ("x", "dont"))
]


def test_statements_hang_under_their_heading_until_there_is_a_list():
    tally = DosAndDontsTally({})
    tally.add("1", {"polarity": "do", "text": "Ask", "stage": 0})
    tally.add("2", {"polarity": "dont", "text": "Rush", "stage": 0})
    dos, donts = tally.result()["lists"]
    assert [row["text"] for row in dos["rows"]] == ["Ask"]
    assert [row["text"] for row in donts["rows"]] == ["Rush"]


def test_most_picked_first_and_level_ones_share_a_place():
    tally = DosAndDontsTally({"list": LIST})
    for number, picks in enumerate((["b", "c"], ["b", "c"], ["a"])):
        tally.add(str(number), {"picks": picks, "stage": 2})
    dos, donts = tally.result()["lists"]
    assert [(row["key"], row["place"], row["is_level"]) for row in dos["rows"]] == [
        ("b", 1, True),
        ("c", 1, True),
        ("a", 3, False),
    ]
    assert donts["voters"] == 0
