"""People's words: taken back by their author, or typed for somebody without a phone."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.activities import rules
from alongside.activities.actions.listing import strike_off
from alongside.activities.actions.translating import let_translations_go
from alongside.activities.api import Answer
from alongside.activities.board import language_of
from alongside.activities.events import changed, words_taken_back
from alongside.activities.live.asking import apart_of
from alongside.activities.live.contribution import NewContribution, Receipt
from alongside.activities.live.tying import emptied
from alongside.activities.live.writer import contribute
from alongside.activities.models import Activity, CameBy, Contribution, GivenPicture
from alongside.activities.registry import kind_for
from alongside.kit.access import NOBODY, Viewer
from alongside.kit.audit import Line, record_all
from alongside.kit.errors import Refused
from alongside.kit.words import erase_all
from alongside.workshops.models import Seat
from alongside.workshops.rules import may_take_part
from alongside.workshops.seats import mark_for, new_secret


def answer(
    *,
    activity: Activity,
    secret: str,
    seat: Seat,
    answer: Answer,
    id: uuid.UUID,
    language: str,
    slot: int = 0,
) -> Receipt:
    """Keep what a partner said in a stage (`slot`); `answer` passed its form. The same id again changes nothing."""
    may_take_part(seat).require()
    rules.may_answer(activity, slot).require()
    new = NewContribution(
        id=id,
        activity_id=activity.pk,
        answer=answer,
        mark=mark_for(secret, activity.pk),
        seat_id=seat.pk,
        shown_as="" if activity.is_anonymous else seat.room_name,
        language=language,
        schema=kind_for(activity.kind).schema,
        slot=slot,
        by=Viewer(seat_id=seat.pk),
    )
    return contribute(new)


@transaction.atomic
def take_back(*, contribution: Contribution, by: Viewer) -> None:
    """An author takes words back: off the wall at once, and erased for good, earlier wordings with them.

    Whoever calls this has found the contribution by the mark of the author's own secret (`queries.get_own`).
    Where it was counted already, the number stays and says that one was taken back since.
    """
    locked = Contribution.objects.select_for_update(of=("self",)).select_related("activity")
    kept = locked.get(pk=contribution.pk)
    rules.may_take_back(kept).require()
    changed(kept.activity.session_id)
    forget(contributions=[kept], by=by)


def forget(*, contributions: Iterable[Contribution], by: Viewer) -> int:
    """Erase words with their earlier wordings and what was said about them; says how many were taken back.

    Call it last inside a transaction. The keys go for good a moment before the rows follow, so a server that
    stops in between leaves nothing that could be read; the words can then be taken back once more.
    """
    rows = [row for row in contributions if row.answer is not None]
    newest = [row for row in rows if row.replaced_at is None]
    ids = {row.pk for row in rows}
    earlier = list(_earlier_wordings(newest).exclude(pk__in=ids))
    boxes = [row.answer for row in (*rows, *earlier)]
    about: list[tuple[Any, Any]] = words_taken_back.send(sender=None, ids=ids)
    boxes += strike_off(ids)
    boxes += let_translations_go(ids | {row.pk for row in earlier})
    ids |= {row.pk for row in earlier}
    boxes += emptied(GivenPicture.objects.filter(contribution__in=ids, large__isnull=False).defer("small"))
    Contribution.objects.filter(pk__in=ids).update(answer=None, shown_as="")
    Contribution.objects.filter(pk__in=[row.pk for row in newest]).update(withdrawn_at=timezone.now())
    record_all([Line("taken back", row, by if row.seat_id else NOBODY) for row in newest])
    erase_all([*boxes, *(box for _receiver, found in about for box in found)])
    return len(newest)


def _earlier_wordings(rows: Sequence[Contribution]) -> "models.QuerySet[Contribution]":
    """What stood in the place of these before their author changed it. A mark is one author in one activity."""
    marks = {bytes(row.mark) for row in rows}
    return Contribution.objects.filter(mark__in=marks, replaced_at__isnull=False, answer__isnull=False)


def capture_for(
    *,
    activity: Activity,
    answer: Answer,
    by: Viewer,
    is_read_back: bool,
    seat: Seat | None = None,
    language: str = "",
    came_by: str = CameBy.ROOM,
    id: uuid.UUID | None = None,
    sheet: uuid.UUID | None = None,
) -> Receipt:
    """Keep the words of somebody on the phone line, on paper or beside you; `answer` passed the kind's form.

    `came_by` says which of these ways, and is kept. Read back first: their words, not ours. An anonymous activity
    keeps no seat here either, so a later correction is a new entry; the receipt can be read to the person or written
    on their card. `sheet` is the picture of the sheet they wrote on (`capture_picture`).
    """
    rules.may_capture(activity, by, came_by).require()
    if not is_read_back:
        raise Refused(_("Read the words back first. Then tick that they said yes."))
    new = NewContribution(
        id=id or uuid.uuid4(),
        activity_id=activity.pk,
        answer=answer,
        mark=_mark_for_captured(activity, seat),
        seat_id=seat.pk if seat and not activity.is_anonymous else None,
        shown_as=seat.room_name if seat and not activity.is_anonymous else "",
        language=language_of(activity, answer, language),
        schema=kind_for(activity.kind).schema,
        slot=activity.stage,
        apart=apart_of(seat) if seat else 0,
        captured_by=by.account_id,
        came_by=CameBy(came_by).value,
        is_read_back=True,
        sheet=sheet,
        by=by,
    )
    return contribute(new)


def _mark_for_captured(activity: Activity, seat: Seat | None) -> bytes:
    """Nobody's mark where no name is kept; else one by the seat, so that a correction replaces the first try."""
    if seat is None or activity.is_anonymous:
        return mark_for(new_secret(), activity.pk)
    return mark_for(f"captured:{seat.token_hash}", activity.pk)
