"""Helpers of the conformance suite: a kind's sample as a browser posts it and as a form cleans it."""

from django import forms
from django.utils.datastructures import MultiValueDict

from alongside.activities.api import LinesField


def as_posted(kind, values, form="answer_form"):
    """The values as a browser sends them: lists as several values, lines as lines."""
    fields = _fields(kind, form)
    return {name: _posted(fields.get(name), value) for name, value in values.items() if value is not None}


def _fields(kind, form):
    if form == "setup_form":
        return kind.setup_form().fields
    return kind.answer_form(setup=kind.sample.setup).fields


def _posted(field, value):
    if isinstance(field, LinesField):
        return "\n".join(value)
    if isinstance(value, list) and not isinstance(field, forms.MultipleChoiceField):
        return str(value[0]) if value else ""
    return value if isinstance(value, list) else str(value)


def answers_of(kind):
    """The sample's answers, cleaned by the kind's own form."""
    return [_cleaned(kind, answer) for answer in kind.sample.answers]


def _cleaned(kind, answer):
    form = kind.answer_form(_query(as_posted(kind, answer)), setup=kind.sample.setup)
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


def plain_tally(kind, answers):
    """A tally of answers under the keys 0, 1, 2 …"""
    tally = kind.tally(kind.sample.setup)
    for number, answer in enumerate(answers):
        tally.add(str(number), answer)
    return tally
