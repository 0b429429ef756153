"""Who leads, which card is up, who holds the chair."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.facilitation import rules
from alongside.facilitation.actions.held import floor_now, tell_screens
from alongside.facilitation.models import Chairing
from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.people.models import Account
from alongside.workshops.models import Seat, Session


@transaction.atomic
def hand_over(*, session: Session, to: Account, by: Viewer) -> None:
    """Now the other leads. Both can go on doing everything."""
    rules.may_hold_now(session, by).require()
    is_known = to.pk == by.account_id or session.facilitators.filter(account=to).exists()
    if not is_known:
        raise Refused(_("Hand over to somebody who holds this workshop with you."))
    floor = floor_now(session.pk)
    if floor.leader_id != to.pk:
        floor.leader = to
        tell_screens(floor)
        record("lead handed over", session, by=by, content={"to": to.pk})


@transaction.atomic
def hold_up(*, session: Session, card: str, by: Viewer, of: int | None = None) -> None:
    """Hold a card up to the room in place of the step."""
    rules.may_hold_now(session, by).require()
    floor = floor_now(session.pk)
    floor.card, floor.card_of = card, of
    tell_screens(floor, is_for_room=True)
    record("card held up", session, by=by, content={"card": card})


@transaction.atomic
def put_away(*, session: Session, by: Viewer) -> None:
    """The step is back on the wall."""
    rules.may_hold(session, by).require()
    floor = floor_now(session.pk)
    if floor.card:
        floor.card, floor.card_of = "", None
        tell_screens(floor, is_for_room=True)
        record("card put away", session, by=by)


@transaction.atomic
def give_chair(*, seat: Seat, by: Viewer) -> None:
    """A partner holds the chair: their phone shows the step, the clock and “next step”. It is one at a time."""
    rules.may_take_chair(seat, by).require()
    floor = floor_now(seat.session_id)
    if floor.chair_id == seat.pk:
        return
    _end_chairing(seat.session_id)
    Chairing.objects.create(session_id=seat.session_id, seat=seat, given_at=timezone.now())
    floor.chair = seat
    tell_screens(floor, is_for_room=True)
    record("chair given", seat.session, by=by, content={"seat": seat.pk})


@transaction.atomic
def take_chair_back(*, session: Session, by: Viewer) -> None:
    """The chair is with the facilitators again; or the partner gives it back."""
    floor = floor_now(session.pk)
    if by.seat_id is None or by.seat_id != floor.chair_id:
        rules.may_hold(session, by).require()
    if floor.chair_id is not None:
        _end_chairing(session.pk)
        floor.chair = None
        tell_screens(floor, is_for_room=True)
        record("chair taken back", session, by=by)


def _end_chairing(session_id: int) -> None:
    Chairing.objects.filter(session=session_id, taken_back_at=None).update(taken_back_at=timezone.now())
