"""The quick check and the kind's own form agree on every answer, good or bad, in every stage of every kind."""

import pytest
from django import forms
from django.utils.datastructures import MultiValueDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.activities.api import AnswerForm
from alongside.activities.live.checking import made_from
from alongside.activities.registry import all_kinds
from alongside.activities.tests.conforming import as_posted, setup_of

STAGES = [
    pytest.param(kind, slot, id=f"{kind.key}-{slot}")
    for kind in all_kinds()
    for slot in range(len(kind.stages) or 1)
    if kind.stage(slot).answer_form is not None and not kind.picture_fields
]
WITH_PICTURES = [pytest.param(kind, id=kind.key) for kind in all_kinds() if kind.picture_fields]
ODD = [
    "",
    " ",
    "0",
    "1",
    "2",
    "3",
    "-1",
    "x" * 700,
    "in",
    "unsure",
    "é\u00a0",
    "on",
    "1.0",
    "\x00",
    "99",
    "[]",
]
QUIETLY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def agree(make, posted):
    """Form and check on the same fields: the same answer, or both say no."""
    form, check = make(posted), made_from(make(MultiValueDict()))
    checked = check(posted)
    if form.is_valid():
        assert checked == form.cleaned_data
        assert [type(each) for each in checked.values()] == [
            type(each) for each in form.cleaned_data.values()
        ]
    else:
        assert checked is None


@pytest.mark.parametrize(("kind", "slot"), STAGES)
@QUIETLY
@given(data=st.data())
def test_the_check_and_the_form_agree(kind, slot, data):
    setup = setup_of(kind, slot)

    def make(posted):
        return kind.stage(slot).answer_form(posted, setup=setup)

    samples = kind.sample.later[slot] if slot else kind.sample.answers
    good = as_posted(kind, data.draw(st.sampled_from(list(samples))), slot=slot)
    posted = {name: value if isinstance(value, list) else [value] for name, value in good.items()}
    names = [*make(None).fields, "stranger"]
    text = st.sampled_from(ODD) | st.text(max_size=40)
    posted |= data.draw(st.dictionaries(st.sampled_from(names), st.lists(text, max_size=3), max_size=4))
    for gone in data.draw(st.lists(st.sampled_from(names), max_size=2)):
        posted.pop(gone, None)
    agree(make, MultiValueDict(posted))


@pytest.mark.parametrize(("kind", "slot"), STAGES)
def test_every_sample_is_checked_quickly(kind, slot):
    """No kind falls back to its form for a good answer."""
    setup = setup_of(kind, slot)
    check = made_from(kind.stage(slot).answer_form(MultiValueDict(), setup=setup))
    for answer in kind.sample.later[slot] if slot else kind.sample.answers:
        posted = as_posted(kind, answer, slot=slot)
        lists = {name: value if isinstance(value, list) else [value] for name, value in posted.items()}
        assert check(MultiValueDict(lists)) is not None


class Everything(AnswerForm):
    """A field of each sort, with choices in groups, and a `clean` for one and for all."""

    text = forms.CharField(max_length=5, min_length=2)
    long = forms.CharField(required=False, strip=False, empty_value=None, widget=forms.Textarea)
    one = forms.ChoiceField(choices=[("a", "A"), ("Group", [("b", "B"), (3, "C")])])
    maybe = forms.ChoiceField(choices=[("", "-"), ("a", "A")], required=False)
    several = forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B")], required=False)
    number = forms.IntegerField(required=False, min_value=0)
    yes = forms.BooleanField(required=False)
    kept = forms.TypedChoiceField(choices=[(1, "1"), (2, "2")], coerce=int, required=False)

    def clean_text(self):
        if self.cleaned_data["text"] == "bad":
            raise forms.ValidationError("no")
        return self.cleaned_data["text"].upper()

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("number") == 7:
            self.add_error("number", "not seven")
        return cleaned


@QUIETLY
@given(data=st.data())
def test_a_form_with_everything(data):
    values = {
        "text": st.sampled_from(["ab", "bad", "a", " abc ", "too long", ""]),
        "long": st.sampled_from(["", " ", " x ", "\x00"]),
        "one": st.sampled_from(["a", "b", "3", "Group", "", "z"]),
        "maybe": st.sampled_from(["a", "", "z"]),
        "several": st.sampled_from(["a", "b", "z"]),
        "number": st.sampled_from(["7", "8", "-1", "x", ""]),
        "yes": st.sampled_from(["on", "", "false"]),
        "kept": st.sampled_from(["1", "2", "3", ""]),
    }
    posted = {name: data.draw(st.lists(each, max_size=2)) for name, each in values.items()}
    agree(lambda fields: Everything(fields, setup={}), MultiValueDict(posted))


def test_a_form_of_its_own_ways_is_asked_itself():
    class Own(Everything):
        def full_clean(self):
            super().full_clean()

    assert made_from(Own(MultiValueDict(), setup={}))(MultiValueDict({"text": ["ab"], "one": ["a"]})) is None


@pytest.mark.parametrize("kind", WITH_PICTURES)
def test_an_answer_that_may_hold_a_picture_is_for_its_form(kind):
    check = made_from(kind.stage(0).answer_form(MultiValueDict(), setup=setup_of(kind, 0)))
    posted = as_posted(kind, kind.sample.answers[0], slot=0)
    assert check(MultiValueDict({name: [value] for name, value in posted.items()})) is None
