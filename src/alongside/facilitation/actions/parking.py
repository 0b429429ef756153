"""Parked questions: asked, ticked off with what was said, taken back by who asked."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.facilitation import rules
from alongside.facilitation.actions.held import floor_now, tell_screens
from alongside.facilitation.models import Parked
from alongside.kit.access import NOBODY, Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.kit.words import erase, erase_all
from alongside.workshops.models import Seat, Session
from alongside.workshops.rules import may_take_part
from alongside.workshops.seats import mark_about


@transaction.atomic
def park(*, session: Session, text: str, by: Viewer, seat: Seat | None = None, secret: str = "") -> Parked:
    """Put a question on the list: one of the two does, or a phone (`seat` and its `secret`), which keeps no name."""
    (may_take_part(seat) if seat else rules.may_hold_now(session, by)).require()
    rules.may_park(session, Parked.objects.filter(session=session, settled_at=None).count()).require()
    words = " ".join(text.split())
    if not words:
        raise Refused(_("Write the question first."))
    if len(words) > rules.LONGEST_QUESTION:
        raise Refused(_("Keep it short: %(most)s letters.") % {"most": rules.LONGEST_QUESTION})
    parked = Parked.objects.create(
        session=session,
        text=words,
        mark=mark_about(secret, f"parked:{session.pk}") if seat else None,
        parked_at=timezone.now(),
        parked_by_id=None if seat else by.account_id,
    )
    tell_screens(floor_now(session.pk), is_for_room=True)
    record("question parked", parked, by=NOBODY if seat else by, refs={"session": session.pk})
    return parked


@transaction.atomic
def settle(*, parked: Parked, said: str, session: Session, by: Viewer) -> None:
    """Tick a question off in `session`, with what was said to it."""
    parked = (
        Parked.objects.select_for_update(of=("self",))
        .select_related("session__round__series")
        .get(pk=parked.pk)
    )
    rules.may_settle(parked, by).require()
    words = " ".join(said.split())
    if not words:
        raise Refused(_("Write in a few words what was said. Whoever asked will read it."))
    parked.said, parked.settled_at, parked.settled_in = words[:600], timezone.now(), session
    parked.save(update_fields=["said", "settled_at", "settled_in"])
    tell_screens(floor_now(session.pk), is_for_room=True)
    record("question ticked off", parked, by=by, refs={"session": session.pk})


@transaction.atomic
def reopen_parked(*, parked: Parked, by: Viewer) -> None:
    """Put it back on the list: it is not answered after all."""
    rules.may_hold(parked.session, by).require()
    old, where = parked.said, parked.settled_in_id or parked.session_id
    parked.said = parked.settled_at = parked.settled_in = None
    parked.save(update_fields=["said", "settled_at", "settled_in"])
    tell_screens(floor_now(where), is_for_room=True)
    record("question back on the list", parked, by=by)
    if old is not None:
        transaction.on_commit(lambda: erase(old))


@transaction.atomic
def take_back_parked(*, parked: Parked, secret: str) -> None:
    """Whoever asked takes it back: off the list, and erased. Found by the mark of the phone's own secret."""
    if bytes(parked.mark or b"") != mark_about(secret, f"parked:{parked.session_id}"):
        raise Refused(_("This question was parked from another phone."))
    record("parked question taken back", parked, by=NOBODY)
    let_go_of(rows=[parked], by=NOBODY)


def let_go_of(*, rows: Iterable[Parked], by: Viewer) -> int:
    """Erase questions for good with what was said to them; call it inside a transaction. `by` asked for it."""
    found = list(rows)
    Parked.objects.filter(pk__in=[row.pk for row in found]).delete()
    for session_id in {row.session_id for row in found}:
        tell_screens(floor_now(session_id), is_for_room=True)
    erase_all([box for row in found for box in (row.text, row.said) if box is not None])
    return len(found)
