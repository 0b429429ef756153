"""An answer as one cell: plain words where its kind asks for one free text, else the answer as JSON."""

import json
from collections.abc import Mapping
from typing import Any

from alongside.activities import board
from alongside.activities.api import Answer
from alongside.activities.models import Activity
from alongside.activities.registry import kind_for


def answer_of(activity: Activity, cell: str) -> tuple[Answer, int]:
    """The checked answer in a cell and its stage; ValueError with the kind's own sentence when it does not fit."""
    field = _word_field(activity)
    data = dict({field: cell} if field else _json(cell))
    slot = board.slot_in(activity, data.pop("stage", 0))
    form = board.form_of(activity, slot, data)
    if form is None:
        raise ValueError("nothing is sent in at this stage.")
    if not form.is_valid():
        raise ValueError(" ".join(str(message) for messages in form.errors.values() for message in messages))
    return dict(form.cleaned_data), slot


def cell_of(activity: Activity, answer: Answer, slot: int = 0) -> str:
    """The cell again."""
    field = _word_field(activity)
    answer = board.with_stage(activity, answer, slot)
    return str(answer[field]) if field else json.dumps(answer, ensure_ascii=False, sort_keys=True)


def _word_field(activity: Activity) -> str:
    """The one field of the kind's answer, when it is free text."""
    kind = kind_for(activity.kind)
    if kind.stages:
        return ""
    fields = list(kind.answer_form(setup=board.given(activity)).fields)
    return fields[0] if len(fields) == 1 and fields[0] in kind.word_fields else ""


def _json(cell: str) -> Mapping[str, Any]:
    try:
        found = json.loads(cell)
    except ValueError:
        raise ValueError("this kind has more than one answer field; write the answer as JSON.") from None
    if not isinstance(found, dict):
        raise ValueError("write the answer as JSON with the names of its fields.")
    return found
