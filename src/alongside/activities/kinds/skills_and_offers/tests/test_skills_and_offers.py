"""What is special about skills and offers: pairs without names, and what nobody offers is said."""

from alongside.activities.kinds.skills_and_offers.forms import SkillsAndOffersAnswer, SkillsAndOffersSetup
from alongside.activities.kinds.skills_and_offers.kind import as_text, lines, table
from alongside.activities.kinds.skills_and_offers.tally import SkillsAndOffersTally

SETUP = {"skills": ["Patience", "Speaking up", "Budgets"]}


def told(*answers, **setup):
    tally = SkillsAndOffersTally({**SETUP, **setup})
    for number, answer in enumerate(answers):
        tally.add(str(number), answer)
    return tally.result()


def test_the_skills_stand_ready():
    field = SkillsAndOffersSetup().fields["skills"]
    assert len(field.clean(field.initial)) == 13


def test_pairs_come_first_then_what_nobody_offers():
    result = told(
        {"offers": ["2"], "wishes": ["3"]},
        {"offers": [], "wishes": ["2", "3"]},
        {"offers": ["1"], "wishes": []},
    )
    assert [(row["text"], row["offers"], row["wishes"]) for row in result["rows"]] == [
        ("Speaking up", 1, 1),
        ("Budgets", 0, 2),
        ("Patience", 1, 0),
    ]
    assert result["gaps"] == ["Budgets"]
    assert [str(row[-1]) for row in table(result, SETUP).rows] == [
        "Can learn from each other",
        "Nobody offers it yet",
        "",
    ]


def test_names_stand_with_pairs_only_where_names_show():
    hidden = told({"offers": ["1"], "wishes": []}, {"offers": [], "wishes": ["1"]})
    assert hidden["rows"][0]["who_offers"] == []
    shown = told({"offers": ["1"], "wishes": [], "shown_as": "Blue Teapot"})
    assert table(shown, SETUP).rows[0][1] == "1: Blue Teapot"


def test_own_words_are_lines_of_the_list_and_the_list_hangs_once_there_is_one():
    answer = {"offers": [], "wishes": [], "own_offer": "I drive.", "missing": "A nurse."}
    assert [(line.heading, line.text, line.sources) for line in lines(told(answer))] == [
        ("offer", "I drive.", ["0"]),
        ("miss", "A nurse.", ["0"]),
    ]
    item = {"key": "x", "heading": "miss", "text": "Nurses", "of": ["0.missing"], "from": ["0"]}
    listed = told(answer, list=[item])
    assert [card["text"] for card in listed["own"][2]["cards"]] == ["Nurses"]
    assert len(lines(listed)) == 2
    assert as_text(answer, SETUP) == "I can offer: I drive. We still miss: A nurse."


def test_one_mark_is_enough():
    assert SkillsAndOffersAnswer({"wishes": ["2"]}, setup=SETUP).is_valid()
    assert not SkillsAndOffersAnswer({}, setup=SETUP).is_valid()
