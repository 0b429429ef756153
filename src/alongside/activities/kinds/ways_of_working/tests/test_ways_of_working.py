"""What is special about ways of working: a draft people change, a list of their own, and a yes to it."""

from alongside.activities.kinds.ways_of_working.forms import ReadDraft, SayYes, WaysOfWorkingSetup
from alongside.activities.kinds.ways_of_working.kind import KIND, as_text, as_ways, base, lines
from alongside.activities.kinds.ways_of_working.tally import WaysOfWorkingTally

SETUP = {"dos": ["We listen."], "donts": ["We name no clients."]}
LIST = [
    {"key": "a", "heading": "do", "text": "We listen to the end.", "of": [], "from": []},
    {"key": "b", "heading": "dont", "text": "We name nobody.", "of": [], "from": []},
]


def test_a_draft_stands_ready():
    fields = WaysOfWorkingSetup().fields
    assert len(fields["dos"].clean(fields["dos"].initial)) == 5
    assert fields["donts"].clean("") == []


def test_who_would_change_a_line_says_how_and_saying_how_is_enough():
    form = ReadDraft({"c1": "change"}, setup=SETUP)
    assert not form.is_valid()
    assert "how you would change it" in str(form.errors)
    form = ReadDraft({"t1": "To the end."}, setup=SETUP)
    assert form.is_valid()
    assert form.cleaned_data["c1"] == "change"


def test_only_the_draft_goes_on_the_list_by_itself():
    tally = WaysOfWorkingTally(SETUP)
    tally.add("k", {"c1": "change", "t1": "To the end.", "add_do": "Breaks.", "stage": 0})
    assert [(line.text, line.is_loose) for line in lines(tally.result())] == [
        ("We listen.", False),
        ("To the end. (We listen.)", True),
        ("Breaks.", True),
        ("We name no clients.", False),
    ]


def test_how_it_was_set_is_said_in_counts_and_never_in_names():
    tally = WaysOfWorkingTally({**SETUP, "list": LIST, "stage": 2})
    tally.add("a", {"c1": "yes", "stage": 0, "shown_as": "Blue Teapot"})
    for key in "bcd":
        tally.add(key, {"yes": "yes", "about": "", "why": "", "stage": 2})
    tally.add("e", {"yes": "no", "about": "b", "why": "Not even in notes?", "stage": 2})
    result = tally.result()
    assert base(result) == "3 of 4 said yes to the list. 1 person looked at the draft."
    assert result["list"][1]["rows"] == [{"key": "b", "text": "We name nobody.", "hands": 1}]
    assert "Blue Teapot" not in str(result)


def test_a_yes_raises_no_hand():
    form = SayYes({"yes": "yes", "about": "a", "why": "but"}, setup={**SETUP, "list": LIST})
    assert form.is_valid()
    assert form.cleaned_data == {"yes": "yes", "about": "", "why": ""}
    hand = {"yes": "no", "about": "b", "why": "Why?", "stage": 2}
    assert as_text(hand, {**SETUP, "list": LIST}) == "I raise my hand “We name nobody.”: Why?"


def test_the_list_can_become_the_ways_of_the_series_and_a_draft_cannot():
    assert KIND.as_ways is as_ways
    assert as_ways(WaysOfWorkingTally(SETUP).result(), SETUP) == []
    clauses = as_ways(WaysOfWorkingTally({**SETUP, "list": LIST}).result(), SETUP)
    assert [(one.text, one.is_do) for one in clauses] == [
        ("We listen to the end.", True),
        ("We name nobody.", False),
    ]
