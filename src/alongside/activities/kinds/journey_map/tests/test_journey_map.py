"""What is special about the journey map: the line's height is the feeling, gaps stay gaps, marks are counted apart."""

from alongside.activities.kinds.journey_map.forms import MarkSteps
from alongside.activities.kinds.journey_map.kind import KIND
from alongside.activities.kinds.journey_map.tally import JourneyMapTally

SETUP = {"steps": ["Call", "Visit", "Silence", "After"], "marks": 1}


def walked(*notes):
    tally = JourneyMapTally(SETUP)
    for number, (step, feeling) in enumerate(notes):
        tally.add(str(number), {"step": step, "feeling": feeling, "word": f"w{number}", "stage": 0})
    return tally


def test_better_stands_higher_and_the_mean_is_said():
    call, visit, silence, after = walked(("1", "5"), ("2", "1"), ("2", "2"), ("4", "3")).result()["steps"]
    assert call["y"] < after["y"] < visit["y"]
    assert (visit["mean"], visit["level"], visit["people"]) == ("1.5", 2, 2)
    assert (silence["y"], silence["mean"]) == (None, None)


def test_a_step_nobody_told_of_makes_a_gap():
    result = walked(("1", "5"), ("2", "1"), ("4", "3")).result()
    assert len(result["lines"]) == 1
    assert result["lines"][0].count(",") == 2
    row = KIND.table(result, SETUP).rows[2]
    assert row[1] == ""


def test_words_of_many_come_first_whatever_their_capitals():
    tally = JourneyMapTally(SETUP)
    for number, word in enumerate(("alone", "Alone", "brave")):
        tally.add(str(number), {"step": "1", "feeling": "2", "word": word, "stage": 0})
    assert tally.result()["steps"][0]["words"] == ["alone", "brave"]


def test_marks_are_counted_and_the_most_marked_step_has_its_ring():
    tally = walked(("1", "5"), ("2", "1"))
    for number, step in enumerate(("2", "2", "1")):
        tally.add(f"m{number}", {"marks": [step], "stage": 2})
    steps = tally.result()["steps"]
    assert [(step["marks"], step["is_marked"]) for step in steps[:2]] == [(1, False), (2, True)]
    assert "3 people marked" in str(KIND.table(tally.result(), SETUP).base)


def test_nobody_marks_more_than_they_may():
    form = MarkSteps({"marks": ["1", "2"]}, setup=SETUP)
    assert not form.is_valid()
    assert "up to 1" in str(form.errors)
