"""What is special about scales: no dot is no answer, and the group reads where it stands in words."""

import pytest

from alongside.activities.kinds.scale_sliders.forms import ScaleSlidersAnswer, ScaleSlidersSetup
from alongside.activities.kinds.scale_sliders.kind import as_text, table
from alongside.activities.kinds.scale_sliders.tally import ScaleSlidersTally
from alongside.activities.kinds.scale_sliders.words import in_words

SETUP = {"scales": ["Voice / weak / strong", "Change / stuck / open"], "steps": 7, "comment": True}


def stood(*steps):
    tally = ScaleSlidersTally(SETUP)
    for number, step in enumerate(steps):
        tally.add(str(number), {"s1": str(step)})
    return tally.result()["scales"][0]


def test_the_cube_stands_ready():
    form = ScaleSlidersSetup()
    cleaned = form.fields["scales"].clean(form.fields["scales"].initial)
    assert len(cleaned) == 4
    assert all(line.count(" / ") == 2 for line in cleaned)


@pytest.mark.parametrize("line", ["Voice / weak", "Voice", "Voice / / strong", "a / b / c / d"])
def test_a_scale_without_both_ends_is_said(line):
    form = ScaleSlidersSetup({"scales": line, "steps": "7"})
    assert not form.is_valid()
    assert "should read: name / words at the low end / words at the high end" in str(form.errors)


def test_nothing_is_chosen_in_advance_and_an_untouched_scale_is_no_answer():
    assert "checked" not in ScaleSlidersAnswer(setup=SETUP).as_div()
    form = ScaleSlidersAnswer({"s1": "3"}, setup=SETUP)
    assert form.is_valid()
    result = ScaleSlidersTally(SETUP)
    result.add("a", form.cleaned_data)
    assert [scale["dots"] for scale in result.result()["scales"]] == [1, 0]


def test_a_comment_goes_on_the_wall_only_when_its_author_says_so():
    form = ScaleSlidersAnswer({"comment": "Ring us."}, setup=SETUP)
    assert not form.is_valid()
    assert "Say who may read your comment." in str(form.errors)
    tally = ScaleSlidersTally(SETUP)
    tally.add("a", {"comment": "Ring us.", "share": "room"})
    tally.add("b", {"comment": "They threaten us.", "share": "team"})
    result = tally.result()
    assert "threaten" not in str(result)
    assert [one["text"] for one in result["comments"]] == ["Ring us."]
    assert "1 comment is for the team only." in str(table(result, SETUP).base)


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((7, 7, 6, 7), "Most stand near “strong”. We stand close together."),
        ((4, 4, 4), "The middle is half way. We stand close together."),
        ((1, 1, 2, 7, 7, 6), "We stand in two camps, one at each end."),
        ((1, 3, 3, 4, 6, 7), "The middle leans to “weak”. We stand far apart."),
        ((5, 5), "Too few dots to say where we stand."),
    ],
)
def test_the_middle_and_the_spread_are_said_in_words(steps, words):
    assert in_words(stood(*steps)) == words


def test_words_say_which_end_a_step_is_near():
    assert as_text({"s1": "5", "s2": "no"}, SETUP) == (
        "Voice: 5 of 7, where 7 is “strong”. Change: I can’t say."
    )


@pytest.mark.parametrize(
    ("dots", "is_bars", "heap"),
    [(5, False, [5]), (11, False, [6, 5]), (23, False, [8, 8, 7]), (40, True, [100])],
)
def test_many_dots_stand_side_by_side_and_then_become_bars(dots, is_bars, heap):
    tally = ScaleSlidersTally(SETUP)
    for number in range(dots):
        tally.add(str(number), {"s1": "4"})
    result = tally.result()
    assert result["is_bars"] is is_bars
    assert result["scales"][0]["steps"][3]["heap"] == heap


def test_where_there_is_little_room_dots_become_bars_sooner():
    crowded = {"scales": [f"{name} / weak / strong" for name in "ABCDEF"], "steps": 10}
    tally = ScaleSlidersTally(crowded)
    for number in range(9):
        tally.add(str(number), {"s1": "4"})
    assert tally.result()["is_bars"]
