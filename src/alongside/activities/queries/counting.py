"""Answers of one activity read for counting: ten thousand at once, so without an object for each row."""

import uuid
from collections.abc import Iterator

from django.db import connection

from alongside.activities import board
from alongside.activities.api import Answer, Setup, Tally
from alongside.activities.kept import unpack
from alongside.activities.models import Activity, Contribution
from alongside.activities.registry import kind_for
from alongside.kit.words import Sealed, open_all


def tally_of(activity: Activity) -> Tally:
    """The result of an activity counted afresh from what is kept: a few queries, however many answers."""
    return tally_with(activity, board.given(activity))


def tally_with(activity: Activity, setup: Setup) -> Tally:
    """The same with another set-up, such as one that hides no part."""
    tally = kind_for(activity.kind).tally(setup)
    held = {slot for slot in range(len(kind_for(activity.kind).stages)) if board.is_held_back(activity, slot)}
    for key, answer, slot, shown_as in _standing(activity):
        if slot not in held:
            tally.add(key, for_wall(activity, board.with_stage(activity, answer, slot), shown_as))
    return tally


def for_wall(activity: Activity, answer: Answer, shown_as: str) -> Answer:
    """The answer as the tally gets it: with the room name only where the activity shows names."""
    return answer if activity.is_anonymous or not shown_as else {**answer, "shown_as": shown_as}


def _standing(activity: Activity) -> Iterator[tuple[str, Answer, int, str]]:
    """Id, answer, stage and room name of what stands, in the order it came. Words that were erased are left out."""
    kept = Contribution.objects.standing().filter(activity=activity)
    found = kept.values_list("pk", "answer", "slot", "shown_as").query
    sql, values = found.get_compiler(connection=connection).as_sql()
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows = cursor.fetchall()
    texts = open_all([None if row[1] is None else Sealed(bytes(row[1])) for row in rows])
    for (pk, _box, slot, shown_as), text in zip(rows, texts, strict=True):
        if text is not None:
            yield _dashed(pk), unpack(text), slot, shown_as


def _dashed(pk: uuid.UUID | str) -> str:
    """An id as text; SQLite gives it without dashes."""
    if isinstance(pk, uuid.UUID):
        return str(pk)
    return f"{pk[:8]}-{pk[8:12]}-{pk[12:16]}-{pk[16:20]}-{pk[20:]}"
