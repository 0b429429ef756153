"""Helpers of the conformance suite: a kind's sample as a browser posts it and as a form cleans it."""

from django import forms
from django.utils.datastructures import MultiValueDict

from alongside.activities.api import LinesField


def setup_of(kind, slot=0):
    """The sample's set-up as a kind gets it in a stage: with its list once the room has made one."""
    listed = {"list": list(kind.sample.listed)} if slot and kind.sample.listed else {}
    return {**kind.sample.setup, **listed, **({"stage": slot} if kind.stages else {})}


def as_posted(kind, values, form="answer_form", slot=0):
    """The values as a browser sends them: lists as several values, lines as lines."""
    fields = _fields(kind, form, slot)
    return {name: _posted(fields.get(name), value) for name, value in values.items() if value is not None}


def _fields(kind, form, slot):
    if form == "setup_form":
        return kind.setup_form().fields
    return kind.stage(slot).answer_form(setup=setup_of(kind, slot)).fields


def _posted(field, value):
    if isinstance(field, LinesField):
        return "\n".join(value)
    if isinstance(value, list) and not isinstance(field, forms.MultipleChoiceField):
        return str(value[0]) if value else ""
    return value if isinstance(value, list) else str(value)


def answers_of(kind, slot=0):
    """The sample's answers to a stage, cleaned by its own form, as the kind gets them."""
    answers = kind.sample.later[slot] if slot else kind.sample.answers
    staged = {"stage": slot} if kind.stages else {}
    return [{**_cleaned(kind, answer, slot), **staged} for answer in answers]


def _cleaned(kind, answer, slot):
    posted = _query(as_posted(kind, answer, slot=slot))
    form = kind.stage(slot).answer_form(posted, setup=setup_of(kind, slot))
    assert form.is_valid(), form.errors
    return form.cleaned_data


def _query(values):
    return MultiValueDict(
        {name: value if isinstance(value, list) else [value] for name, value in values.items()}
    )


def seen_by_form(kind):
    """The sample's set-up as the set-up form cleans it."""
    form = kind.setup_form(_query(as_posted(kind, kind.sample.setup, "setup_form")))
    assert form.is_valid(), form.errors
    return form.cleaned_data


def plain_tally(kind, answers, slot=0):
    """A tally of answers under the keys 0, 1, 2 …, with the list as it stands in a stage."""
    tally = kind.tally(setup_of(kind, slot))
    for number, answer in enumerate(answers):
        tally.add(str(number), answer)
    return tally
