"""The check of an answer's form, made ready once for an activity and a stage, so that a burst can be checked quickly.

A form is made anew for each page, with its labels and boxes; an answer on its way in needs only the values. A check
keeps one form of the kind and asks its fields alone. Whatever it can't be sure of, and whatever it finds wrong, is for
the form itself to say: then the check answers None. `tests/test_checking.py` proves it equal to the form.
"""

import copy
from collections.abc import Callable
from typing import Any

from django import forms
from django.core import validators
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.datastructures import MultiValueDict

from alongside.activities import board
from alongside.activities.models import Activity

Fields = MultiValueDict[str, Any]
Cleaned = dict[str, Any]
Check = Callable[[Fields], Cleaned | None]
Clean = Callable[[Fields], Any]
_STEPS = ("full_clean", "_clean_fields", "_clean_form", "_post_clean", "add_prefix", "is_valid", "add_error")
_PLAIN_TEXT = (forms.TextInput, forms.Textarea, forms.HiddenInput, forms.NumberInput)
_PLAIN_VALIDATORS = (validators.MaxLengthValidator, validators.ProhibitNullCharactersValidator)


class _AskTheForm(Exception):
    """A value is not good, or not for us to judge."""


def known_check(activity: Activity, slot: int) -> Check | None:
    """The check if it was made already and still fits the activity: no look at the database."""
    made_of, check = activity.__dict__.get("_checks", {}).get(slot, ((), None))
    now = _parts(activity)
    return check if made_of and all(one is other for one, other in zip(made_of, now, strict=True)) else None


def check_for(activity: Activity, slot: int) -> Check:
    """The check for answers of a stage, made the first time; it may open the list that the room made."""
    known = known_check(activity, slot)
    if known is None:
        form = board.form_of(activity, slot, MultiValueDict())
        known = _ask_the_form if form is None else made_from(form)
        activity.__dict__.setdefault("_checks", {})[slot] = (_parts(activity), known)
    return known


def _parts(activity: Activity) -> tuple[Any, Any, int]:
    """What the form is made from."""
    return activity.setup, activity.board, activity.stage


def made_from(form: forms.Form) -> Check:
    """A check that does what `form` does with values. A form that goes its own ways is left to itself."""
    kind = type(form)
    goes_its_own_ways = any(getattr(kind, step) is not getattr(forms.Form, step) for step in _STEPS)
    if goes_its_own_ways or form.prefix or any(_is_odd(field) for field in form.fields.values()):
        return _ask_the_form
    cleans = [(name, _clean_for(name, field)) for name, field in form.fields.items()]
    own = frozenset(name for name in form.fields if hasattr(form, f"clean_{name}"))
    if own or kind.clean is not forms.Form.clean:
        return _Whole(form, cleans, own)

    def check(fields: Fields) -> Cleaned | None:
        try:
            return {name: clean(fields) for name, clean in cleans}
        except (_AskTheForm, ValidationError):
            return None

    return check


class _Whole:
    """A check that also asks the form's own `clean_…` and `clean`, each time on a form of its own."""

    def __init__(self, form: forms.Form, cleans: list[tuple[str, Clean]], own: frozenset[str]) -> None:
        self._form, self._cleans, self._own = form, cleans, own

    def __call__(self, fields: Fields) -> Cleaned | None:
        try:
            return self._cleaned(fields)
        except (_AskTheForm, ValidationError):
            return None

    def _cleaned(self, fields: Fields) -> Cleaned | None:
        mine: Any = copy.copy(self._form)
        mine.data, mine.cleaned_data, mine._errors, mine._bound_fields_cache = fields, {}, ErrorDict(), {}
        for name, clean in self._cleans:
            mine.cleaned_data[name] = clean(fields)
            if name in self._own:
                mine.cleaned_data[name] = getattr(mine, f"clean_{name}")()
        made = mine.clean()
        if mine._errors:
            return None
        return mine.cleaned_data if made is None else made


def _ask_the_form(_fields: Fields) -> None:
    return None


def _is_odd(field: forms.Field) -> bool:
    return field.disabled or isinstance(field, forms.FileField) or field.widget.needs_multipart_form


def _clean_for(name: str, field: forms.Field) -> Clean:
    """What reads and cleans one field: quick for plain text and for one choice, else the field itself."""
    if type(field) is forms.CharField and type(field.widget) in _PLAIN_TEXT:
        longest = _longest(field)
        if longest is not None:
            return _text(name, field, longest)
    if type(field) is forms.ChoiceField and type(field.widget) in (forms.Select, forms.RadioSelect):
        one: Any = field
        if not one.validators and isinstance(one.choices, list):
            return _choice(name, one)
    return lambda fields: field.clean(field.widget.value_from_datadict(fields, {}, name))


def _longest(field: forms.CharField) -> float | None:
    """How many letters its validators allow; None when they ask for anything else."""
    if any(type(each) not in _PLAIN_VALIDATORS for each in field.validators):
        return None
    limits = [each.limit_value for each in field.validators if isinstance(each, _PLAIN_VALIDATORS[0])]
    return None if any(callable(each) for each in limits) else min([*limits, float("inf")])


def _text(name: str, field: forms.CharField, longest: float) -> Clean:
    strip, empty, is_required = field.strip, field.empty_value, field.required

    def clean(fields: Fields) -> Any:
        text = fields.get(name) or ""
        text = text.strip() if strip else text
        if not text:
            if is_required:
                raise _AskTheForm
            return empty
        if len(text) > longest or "\x00" in text:
            raise _AskTheForm
        return text

    return clean


def _choice(name: str, field: forms.ChoiceField) -> Clean:
    good, is_required = frozenset(_values(field.choices)), field.required

    def clean(fields: Fields) -> Any:
        text = fields.get(name) or ""
        if (text not in good) if text else is_required:
            raise _AskTheForm
        return text

    return clean


def _values(choices: Any) -> list[str]:
    """The values that can be picked, those in groups too."""
    found: list[str] = []
    for value, label in choices:
        if isinstance(label, list | tuple):
            found += [str(inner) for inner, _label in label]
        else:
            found.append(str(value))
    return found
