"""Answers of one activity read for counting: ten thousand at once, so without an object for each row."""

import hashlib
import os
import uuid
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from alongside.activities import board
from alongside.activities.api import Answer, Result, Setup, Tally
from alongside.activities.counting import Counted, in_steps_now, replayed
from alongside.activities.kept import unpack
from alongside.activities.models import Activity, Contribution
from alongside.activities.queries.remembered import remembered
from alongside.activities.registry import kind_for
from alongside.kit.db.written import Written
from alongside.kit.words import Sealed, open_all


class Kept(NamedTuple):
    """A contribution as it is kept, in the order of `COLUMNS`. One taken back has no box that opens."""

    key: str
    box: Sealed | None
    mark: bytes
    slot: int
    shown_as: str
    is_replaced: bool
    is_hidden: bool
    activity: int


COLUMNS = ("pk", "answer", "mark", "slot", "shown_as", "replaced_at", "hidden_at", "withdrawn_at", "activity")


def tally_of(activity: Activity) -> Tally:
    """The result of an activity counted afresh from what is kept: a few queries, however many answers."""
    return tally_with(activity, board.given(activity))


def tally_with(activity: Activity, setup: Setup, apart: int = 0) -> Tally:
    """The same with a set-up that differs from the activity's own, or for one table of the room (`apart`)."""
    count, is_in_steps = Counted(activity, setup), in_steps_now(activity) and not apart
    rows = _rows(activity, only_standing=not is_in_steps, apart=apart)
    texts = open_all([row.box for row in rows])
    answers = {
        row.key: board.with_stage(activity, unpack(text), row.slot)
        for row, text in zip(rows, texts, strict=True)
        if text is not None
    }
    if is_in_steps:
        _replay(activity, count, rows, answers)
    else:
        for row in rows:
            if row.key in answers:
                count.add(*_counted(activity, row, answers))
    return count.tally


def results_without_names(activities: Sequence[Activity]) -> dict[int, Result]:
    """The results of several activities, with no name in them, by activity; one look at words and keys for all."""
    return remembered.results(activities, lambda: _without_names(activities))


def _without_names(activities: Sequence[Activity]) -> dict[int, Result]:
    by_id = {activity.pk: activity for activity in activities}
    board.load_missing(activities)
    counts = {pk: Counted(one, board.given(one)) for pk, one in by_id.items()}
    rows = _kept(_STANDING.plain(by_id.keys()))
    for row, text in zip(rows, open_all([row.box for row in rows]), strict=True):
        if text is not None:
            activity = by_id[row.activity]
            answer = board.with_stage(activity, unpack(text), row.slot)
            counts[row.activity].add(row.key, row.mark, row.slot, for_wall(activity, answer, "", row.mark))
    return {pk: count.tally.result() for pk, count in counts.items()}


def _counted(activity: Activity, row: Kept, answers: dict[str, Answer]) -> tuple[str, bytes, int, Answer]:
    """A contribution as it is counted."""
    return row.key, row.mark, row.slot, for_wall(activity, answers[row.key], row.shown_as, row.mark)


def _replay(activity: Activity, count: Counted, rows: Iterable[Kept], answers: dict[str, Answer]) -> None:
    """Count as the answers came, changed ones too: what was drawn at the last step is drawn now."""
    readable = [row for row in rows if row.key in answers]
    is_one_each = board.stage_of(activity).is_one_each
    for row, before in replayed(rows, set(readable), is_one_each=is_one_each):
        if row.key not in answers:
            count.passed(row.mark, row.slot)
            continue
        if before is not None:
            count.remove(*_counted(activity, before, answers), is_replaced=True)
        count.add(*_counted(activity, row, answers))
    for row in readable:
        if row.is_hidden and not row.is_replaced:
            count.remove(*_counted(activity, row, answers))


def for_wall(activity: Activity, answer: Answer, shown_as: str, mark: bytes) -> Answer:
    """The answer as the tally gets it: with the room name only where the activity shows names.

    Kinds that follow authors also get a word for whoever gave it. It means nothing outside this process.
    """
    more = {} if activity.is_anonymous or not shown_as else {"shown_as": shown_as}
    if kind_for(activity.kind).follows_authors:
        more["author"] = hashlib.blake2s(mark, key=_OF_THIS_PROCESS, digest_size=8).hexdigest()
    return {**answer, **more} if more else answer


_OF_THIS_PROCESS = os.urandom(16)


def _rows(activity: Activity, *, only_standing: bool, apart: int) -> list[Kept]:
    """What was said, in the order it came: all of it, or what stands; with `apart` that of one break-out group."""
    if apart:
        return _kept(_STANDING_APART.plain(activity.pk, apart))
    return _kept((_STANDING if only_standing else _ALL).plain([activity.pk]))


_ALL: Written[tuple[Any, ...]] = Written(
    lambda activities: Contribution.objects.filter(activity__in=activities).values_list(*COLUMNS)
)
_STANDING: Written[tuple[Any, ...]] = Written(
    lambda activities: Contribution.objects.standing().filter(activity__in=activities).values_list(*COLUMNS)
)
_STANDING_APART: Written[tuple[Any, ...]] = Written(
    lambda activity, apart: (
        Contribution.objects.standing().filter(activity=activity, apart=apart).values_list(*COLUMNS)
    )
)


def _kept(rows: Iterable[Sequence[Any]]) -> list[Kept]:
    return [
        Kept(
            key=_dashed(pk),
            box=None if box is None or withdrawn else Sealed(bytes(box)),
            mark=bytes(mark),
            slot=slot,
            shown_as=shown_as,
            is_replaced=replaced is not None,
            is_hidden=hidden is not None,
            activity=activity,
        )
        for pk, box, mark, slot, shown_as, replaced, hidden, withdrawn, activity in rows
    ]


def _dashed(pk: uuid.UUID | str) -> str:
    """An id as text; SQLite gives it without dashes."""
    if isinstance(pk, uuid.UUID):
        return str(pk)
    return f"{pk[:8]}-{pk[8:12]}-{pk[12:16]}-{pk[16:20]}-{pk[20:]}"
