"""What a kind is handed: the set-up, the list that the room made of what people said, and the stage it is at.

The list holds people's words, so it is kept sealed under a key of its own (`Activity.board`). Whenever words are
taken back it is written anew without them, and the key of the old one is erased.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import get_language

from alongside.activities.api import Answer, Listed, Setup, Stage, Text
from alongside.activities.models import Activity
from alongside.activities.registry import kind_for
from alongside.kit.languages.spoken import kept_language
from alongside.kit.words import open_all


def given(activity: Activity) -> Setup:
    """The set-up as forms, tallies, texts and templates of the kind get it. The same object until something changes."""
    known = (activity.setup, activity.board, activity.stage)
    kept = activity.__dict__.get("_given")
    if kept is None or any(one is not other for one, other in zip(kept[0], known, strict=True)):
        load([activity])
        kept = activity.__dict__["_given"]
    setup: Setup = kept[1]
    return setup


def load(activities: Iterable[Activity]) -> None:
    """Open the lists of several activities with one look at the keys."""
    found = list(activities)
    for activity, text in zip(found, open_all([each.board for each in found]), strict=True):
        known = (activity.setup, activity.board, activity.stage)
        activity.__dict__["_given"] = (known, _given(activity, text))


def load_missing(activities: Iterable[Activity]) -> None:
    """The same for those whose list is not open yet: no look at the keys when there is no list among them."""
    missing = {
        id(each): each for each in activities if each.board is not None and "_given" not in each.__dict__
    }
    if missing:
        load(missing.values())


def _given(activity: Activity, board: str | None) -> Setup:
    more: dict[str, Any] = {}
    if board is not None:
        more["list"] = json.loads(board)
    if kind_for(activity.kind).stages:
        more["stage"] = activity.stage
    return {**activity.setup, **more} if more else activity.setup


def list_of(activity: Activity) -> Sequence[Listed]:
    """The list as it stands; empty before one was made."""
    return list(given(activity).get("list", ()))


def packed(items: Sequence[Listed]) -> str | None:
    """The text that is sealed; None for an empty list."""
    return (
        json.dumps(list(items), ensure_ascii=False, separators=(",", ":"), sort_keys=True) if items else None
    )


def stage_of(activity: Activity) -> Stage:
    """The stage the activity is at."""
    return kind_for(activity.kind).stage(activity.stage)


def at(activity: Activity, slot: int) -> Setup:
    """The set-up for an answer of a certain stage."""
    setup = given(activity)
    return {**setup, "stage": slot} if "stage" in setup and slot != activity.stage else setup


def slot_in(activity: Activity, told: Any) -> int:
    """The stage an answer was written for: what its form says, else the present one."""
    stages = len(kind_for(activity.kind).stages)
    if not stages:
        return 0
    slot = str(told if told is not None else "")
    return min(int(slot), stages - 1) if slot.isdecimal() else activity.stage


def form_of(activity: Activity, slot: int, data: Any = None, **options: Any) -> forms.Form | None:
    """The form for an answer of a stage; None for a stage in which people only talk."""
    answer_form = kind_for(activity.kind).stage(slot).answer_form
    return answer_form(data, setup=at(activity, slot), **options) if answer_form is not None else None


def with_stage(activity: Activity, answer: Answer, slot: int) -> Answer:
    """The answer as its kind gets it: with the stage it was given in, if there are several."""
    return {**answer, "stage": slot} if kind_for(activity.kind).stages else answer


def language_of(activity: Activity, answer: Answer, told: str) -> str:
    """In which language an answer is kept: what its author says, else that of the page; none when it has no words."""
    has_words = any(str(answer.get(name) or "").strip() for name in kind_for(activity.kind).word_fields)
    return kept_language(told, get_language() or "", has_words=has_words)


def asks_for_words(activity: Activity, form: forms.Form | None) -> bool:
    """Whether the form of the present stage has a box to write in, so that it makes sense to ask in which language."""
    words = set(kind_for(activity.kind).word_fields)
    return form is not None and bool(words & set(form.fields))


def is_held_back(activity: Activity, slot: int) -> bool:
    """Whether answers of this stage wait: they are in no picture until the stage is over."""
    kind = kind_for(activity.kind)
    is_now = bool(kind.stages) and slot == activity.stage and activity.state != "closed"
    return is_now and kind.stages[slot].hides_early


def is_in_steps(activity: Activity, slot: int) -> bool:
    """Whether the picture of this stage is drawn anew only when five more people have answered.

    Not for stages whose answers nobody sees until they are over: these are drawn once.
    """
    kind = kind_for(activity.kind)
    is_now = (not kind.stages or slot == activity.stage) and activity.state in {"open", "paused"}
    stage = kind.stage(slot)
    return is_now and stage.is_counted and not stage.hides_early


def renamed(keys: Iterable[str], names: Mapping[str, str]) -> list[str]:
    """Keys of lines, or of contributions, with the contribution at their head under another name."""
    parts = [key.partition(".") for key in keys]
    return [names.get(head, head) + dot + rest for head, dot, rest in parts]


def without(items: Sequence[Mapping[str, Any]], gone: set[str]) -> list[Listed]:
    """The items that still stand on something when these contributions are taken back, and on what."""
    kept: list[Listed] = []
    for item in items:
        left = [each for each in item["from"] if each not in gone]
        if left or not item["from"]:
            of = [line for line in item["of"] if line.partition(".")[0] not in gone]
            kept.append({**item, "from": left, "of": of})
    return kept


@dataclass(frozen=True)
class Noted:
    """What the team wrote beside a line of the list: the line, and each note with its label."""

    line: str
    notes: Sequence[tuple[Text, str]]


def noted(activity: Activity, source: str) -> Sequence[Noted]:
    """What the team wrote beside the lines that stand on a contribution."""
    kind = kind_for(activity.kind)
    if not kind.notes:
        return ()
    lines = [item for item in list_of(activity) if source in item["from"] and item.get("notes")]
    return [
        Noted(
            item["text"],
            [
                (note.label, note.words(item["notes"][note.key]))
                for note in kind.notes
                if item["notes"].get(note.key)
            ],
        )
        for item in lines
    ]


def notes_as_cell(item: Listed) -> str:
    """The notes of a line as one cell of a file; empty when there are none."""
    return json.dumps(item["notes"], ensure_ascii=False, sort_keys=True) if item.get("notes") else ""


def notes_in_cell(cell: str) -> dict[str, dict[str, str]]:
    """The same back, as part of a line: `{"notes": …}`, or nothing. What is not notes is left out."""
    try:
        found = json.loads(cell) if cell else {}
    except ValueError:
        return {}
    notes = {str(key): str(text) for key, text in found.items()} if isinstance(found, dict) else {}
    return {"notes": notes} if notes else {}
