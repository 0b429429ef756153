"""The list made in the room of what people said, and the stages an activity goes through."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from alongside.activities import board, rules
from alongside.activities.actions.locking import locked
from alongside.activities.api import Line, Listed
from alongside.activities.events import changed
from alongside.activities.models import Activity, Contribution
from alongside.activities.registry import kind_for
from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.kit.words import Sealed, erase, open_words, seal

MOST, LONGEST = 200, 300


@transaction.atomic
def make_list(*, activity: Activity, items: Sequence[Listed], lines: Sequence[Line], by: Viewer) -> Activity:
    """Keep the list as the room wants it, in this order. `items` have `key` (empty for a new one), `text`, `heading`
    and `of`: the keys of the lines they stand on. The contributions behind them are kept with each."""
    activity = locked(activity)
    rules.may_arrange(activity, by).require()
    _check(items)
    sources = {line.key: line.sources for line in lines}
    before = {item["key"]: item for item in board.list_of(activity)}
    made = [_item(item, sources) for item in items]
    _write(activity, [_with_notes(activity, item, before.get(item["key"])) for item in made])
    record("list made", activity, by=by, content=_sealed_as(activity) | {"items": len(items)})
    changed(activity.session_id)
    return activity


@transaction.atomic
def undo_list(*, activity: Activity, by: Viewer) -> Activity:
    """Put the list back as it was before its last change. Done twice, it is as it was."""
    activity = locked(activity)
    rules.may_undo_list(activity, by).require()
    before = json.loads(open_words(activity.board_before) or "[]") if activity.board_before else []
    _write(activity, before)
    record("list change undone", activity, by=by, content=_sealed_as(activity) | {"items": len(before)})
    changed(activity.session_id)
    return activity


def _item(item: Listed, sources: Mapping[str, Sequence[str]]) -> Listed:
    of = list(dict.fromkeys(line for line in item.get("of", ()) if line in sources))
    behind = list(dict.fromkeys(source for line in of for source in sources[line]))
    text, heading = " ".join(item["text"].split()), " ".join(str(item.get("heading") or "").split())
    key = item.get("key") or secrets.token_hex(4)
    return {"key": key, "text": text, "heading": heading, "of": of, "from": behind}


def _with_notes(activity: Activity, item: Listed, before: Listed | None) -> Listed:
    """The line with what the team wrote beside it; what held only for the old wording falls away."""
    is_same = before is not None and before["text"] == item["text"]
    stays = {note.key for note in kind_for(activity.kind).notes if is_same or not note.is_of_wording}
    notes = {key: text for key, text in ((before or {}).get("notes") or {}).items() if key in stays}
    return {**item, "notes": notes} if notes else item


@transaction.atomic
def note_lines(*, activity: Activity, notes: Mapping[str, Mapping[str, str]], by: Viewer) -> Activity:
    """Write beside the lines of the list: by the key of a line, the texts by the key of a note; empty takes it off.

    Lines and notes that are not named stay as they are.
    """
    activity = locked(activity)
    rules.may_note(activity, by).require()
    _write(activity, [_noted(activity, item, notes.get(item["key"], {})) for item in board.list_of(activity)])
    record("list noted", activity, by=by, content=_sealed_as(activity))
    changed(activity.session_id)
    return activity


def _noted(activity: Activity, item: Listed, texts: Mapping[str, str]) -> Listed:
    kept = dict(item.get("notes") or {})
    for note in kind_for(activity.kind).notes:
        text = " ".join(str(texts.get(note.key, kept.get(note.key, ""))).split())
        if len(text) > note.longest:
            most = {"what": note.label, "most": note.longest}
            raise Refused(_("“%(what)s” is too long. Use up to %(most)s letters.") % most)
        if text and note.choices and text not in dict(note.choices):
            raise Refused(_("Choose one of the words shown for “%(what)s”.") % {"what": note.label})
        kept[note.key] = text
    notes = {key: text for key, text in kept.items() if text}
    return {
        **{name: part for name, part in item.items() if name != "notes"},
        **({"notes": notes} if notes else {}),
    }


def _check(items: Sequence[Listed]) -> None:
    if len(items) > MOST:
        raise Refused(_("A list holds %(most)s lines at most. Put like with like.") % {"most": MOST})
    if any(not item["text"].strip() for item in items):
        raise Refused(_("One line of the list has no words. Write some, or take it off."))
    if any(len(item["text"]) > LONGEST for item in items):
        raise Refused(_("One line of the list is too long. Use up to %(most)s letters.") % {"most": LONGEST})


def strike_off(ids: Iterable[UUID]) -> list[Sealed]:
    """Write every list that stands on these contributions anew without them; the boxes whose keys must go.

    Call it inside the transaction that takes the words back.
    """
    gone = {str(each) for each in ids}
    said_in = Contribution.objects.filter(pk__in=gone).values("activity")
    has_list = Q(board__isnull=False) | Q(board_before__isnull=False)
    touched = Activity.objects.filter(has_list, pk__in=said_in).order_by()
    old = []
    for activity in touched.select_for_update():
        if activity.board_before is not None:
            old.append(activity.board_before)
            activity.board_before = None
            activity.save(update_fields=["board_before"])
        kept = board.without(board.list_of(activity), gone)
        if activity.board is not None and kept != board.list_of(activity):
            old.append(activity.board)
            activity.board = _box(kept)
            activity.save(update_fields=["board"])
    return old


def _write(activity: Activity, items: Sequence[Listed]) -> None:
    """The new list; the one before it is kept beside it, and the one before that is erased."""
    gone, activity.board_before = activity.board_before, activity.board or seal("[]")
    activity.board = _box(items)
    activity.save(update_fields=["board", "board_before"])
    if gone is not None:
        transaction.on_commit(lambda: erase(gone))


def _box(items: Sequence[Listed]) -> Sealed | None:
    text = board.packed(items)
    return seal(text) if text is not None else None


def _sealed_as(activity: Activity) -> dict[str, Any]:
    return {"sealed": hashlib.sha256(activity.board.box).hexdigest() if activity.board is not None else ""}


@transaction.atomic
def next_stage(*, activity: Activity, by: Viewer, lines: Sequence[Line] = ()) -> Activity:
    """Go on to the next stage. Where that one needs a list and none was made, every line that is not loose becomes
    an item."""
    activity = _to_stage(activity, 1, by)
    if board.stage_of(activity).needs_list and activity.board is None:
        _write(activity, [_as_said(line) for line in lines if not line.is_loose][:MOST])
        record("list made", activity, by=by, content=_sealed_as(activity) | {"as": "said"})
    return activity


def _as_said(line: Line) -> Listed:
    text = " ".join(line.text.split())[:LONGEST]
    return {
        "key": secrets.token_hex(4),
        "text": text,
        "heading": line.heading,
        "of": [line.key],
        "from": list(line.sources),
    }


@transaction.atomic
def previous_stage(*, activity: Activity, by: Viewer) -> Activity:
    """Go back a stage. What people gave in later ones stays, and counts again when the group is back there."""
    return _to_stage(activity, -1, by)


def _to_stage(activity: Activity, step: int, by: Viewer) -> Activity:
    activity = locked(activity)
    rules.may_change_stage(activity, by, activity.stage + step).require()
    activity.stage += step
    activity.save(update_fields=["stage"])
    stage = kind_for(activity.kind).stage(activity.stage)
    record("stage begun", activity, by=by, content={"stage": stage.key})
    changed(activity.session_id)
    return activity
