"""The set-up of an activity as one cell: `options=Yes; No | most=1`. What the kind sets by itself is left out."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from alongside.activities.registry import kind_for


def setup_of(kind_key: str, cell: str) -> dict[str, Any]:
    """The checked set-up of a kind; ValueError says what is wrong with the cell."""
    kind = kind_for(kind_key)
    given = dict(kind.setup_form().initial)
    for name, field in kind.setup_form().fields.items():
        given.setdefault(name, field.initial)
    for part in filter(None, map(str.strip, cell.split("|"))):
        name, sign, value = part.partition("=")
        if not sign or name.strip() not in kind.setup_form().fields:
            known = ", ".join(kind.setup_form().fields)
            raise ValueError(
                _("“%(part)s” is no set-up. Write name=value with: %(known)s.")
                % {"part": part, "known": known}
            )
        given[name.strip()] = "\n".join(map(str.strip, value.split(";")))
    form = kind.setup_form(data={name: value for name, value in given.items() if value is not None})
    if not form.is_valid():
        raise ValueError(" ".join(str(message) for messages in form.errors.values() for message in messages))
    return dict(form.cleaned_data)


def cell_of(kind_key: str, setup: Mapping[str, Any]) -> str:
    """The set-up as a cell again, only what differs from the kind's own."""
    fields = kind_for(kind_key).setup_form().fields
    return " | ".join(
        f"{name}={_value(setup[name])}"
        for name, field in fields.items()
        if name in setup and not _is_own(field, setup[name])
    )


def _is_own(field: forms.Field, value: Any) -> bool:
    return value == field.initial or str(value) == str(field.initial)


def _value(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
