"""What is special about importance circles: the circle of most people, before and after the talk, and new cards."""

from alongside.activities.kinds.importance_circles.kind import KIND
from alongside.activities.kinds.importance_circles.tally import ImportanceCirclesTally

SETUP = {
    "cards": ["Tea", "Rest", "Pay"],
    "list": [{"key": "n", "text": "Grief", "heading": "", "of": [], "from": []}],
}


def test_a_card_hangs_where_most_people_put_it_and_on_the_line_when_they_are_level():
    tally = ImportanceCirclesTally({"cards": SETUP["cards"]})
    tally.add("1", {"c1": "in", "c2": "out", "c3": "in", "stage": 0})
    tally.add("2", {"c1": "in", "c2": "out", "c3": "out", "stage": 0})
    rings = {card["text"]: card["ring"] for card in tally.result()["cards"]}
    assert rings == {"Tea": "in", "Rest": "out", "Pay": "edge"}


def test_after_the_talk_the_new_placings_count_and_the_first_ones_are_kept():
    tally = ImportanceCirclesTally({**SETUP, "stage": 2})
    tally.add("1", {"c1": "in", "stage": 0})
    tally.add("2", {"c1": "out", "cn": "in", "stage": 2})
    cards = {card["text"]: card for card in tally.result()["cards"]}
    assert (cards["Tea"]["ring"], cards["Tea"]["before"]) == ("out", 100)
    assert cards["Grief"]["ring"] == "in"


def test_cards_people_wrote_can_become_cards_for_all():
    tally = ImportanceCirclesTally({"cards": SETUP["cards"]})
    tally.add("a", {"n1": "Grief", "t1": "because", "stage": 0})
    [line] = KIND.lines(tally.result())
    assert (line.key, line.text, line.sources) == ("a.n1", "Grief", ["a"])
