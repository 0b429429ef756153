"""What only helps to run the room: turns counted, words between the two. It goes when the workshop ends."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from alongside.facilitation import rules
from alongside.facilitation.actions.held import floor_now, tell_screens
from alongside.facilitation.models import Aside, Floor, Voice
from alongside.kit.access import Viewer
from alongside.kit.errors import Refused
from alongside.kit.words import erase_all
from alongside.people.models import Group
from alongside.workshops.models import Seat, Session

GONE_AFTER = timedelta(hours=24)


@transaction.atomic
def count_turn(
    *, session: Session, by: Viewer, seat: Seat | None = None, group: Group | None = None, turns: int = 1
) -> None:
    """Somebody spoke (or one was counted too many): a seat, or somebody of a group who has none.

    Only the two see it; it is in no result, export or audit line.
    """
    rules.may_hold_now(session, by).require()
    floor = floor_now(session.pk)
    voice, _is_new = Voice.objects.get_or_create(
        session=session, seat=seat, group=seat.group if seat else group
    )
    Voice.objects.filter(pk=voice.pk).update(turns=Greatest(F("turns") + turns, 0))
    tell_screens(floor)


@transaction.atomic
def whisper(*, session: Session, text: str, by: Viewer) -> Aside:
    """Say something to the other, without the room."""
    rules.may_whisper(session, by).require()
    words = " ".join(text.split())
    if not words:
        raise Refused(_("Write a few words first."))
    if len(words) > rules.LONGEST_ASIDE:
        raise Refused(_("Keep it short: %(most)s letters.") % {"most": rules.LONGEST_ASIDE})
    is_first = not Aside.objects.filter(session=session).exists()
    aside = Aside.objects.create(
        session=session,
        written_by_id=by.account_id,  # type: ignore[misc]  # the rule saw an account
        text=words,
        written_at=timezone.now(),
    )
    tell_screens(floor_now(session.pk))
    if is_first:
        forget_room_later.using(run_after=timezone.now() + GONE_AFTER).enqueue(session.pk)
    return aside


@transaction.atomic
def forget_room(*, session_id: int, by: Viewer) -> None:
    """Let go of turns and the private line; the lead, the card and the chair are put away.

    `by` is whoever ended the workshop. The words' keys go, so no copy can be read.
    """
    asides = list(Aside.objects.filter(session=session_id))
    Voice.objects.filter(session=session_id).delete()
    Aside.objects.filter(session=session_id).delete()
    floor = Floor.objects.select_for_update().filter(session=session_id).first()
    if floor is not None:
        floor.leader, floor.card, floor.card_of, floor.chair = None, "", None, None
        tell_screens(floor, is_for_room=True)
    erase_all([row.text for row in asides])


@task()
def forget_room_later(session_id: int) -> None:
    """A day after the first message: gone, also when nobody pressed “End workshop”."""
    old = timezone.now() - GONE_AFTER + timedelta(minutes=1)
    with transaction.atomic():
        rows = list(Aside.objects.filter(session=session_id, written_at__lt=old))
        Aside.objects.filter(pk__in=[row.pk for row in rows]).delete()
        erase_all([row.text for row in rows])
    left = Aside.objects.filter(session=session_id).first()
    if left is not None:
        forget_room_later.using(run_after=left.written_at + GONE_AFTER).enqueue(session_id)
