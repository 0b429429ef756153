"""Who may hold a session, read the private line, park and settle questions, and hold the chair."""

from django.utils.translation import gettext as _

from alongside.facilitation.models import Aside, Parked
from alongside.kit.access import Viewer, sees
from alongside.kit.verdict import YES, Verdict, no
from alongside.projects.rules import may_do, sees_of
from alongside.workshops.models import Seat, Session, SessionState
from alongside.workshops.rules import may_take_part

LONGEST_ASIDE = 280
LONGEST_QUESTION = 300
MOST_PARKED = 100


def may_hold(session: Session, by: Viewer) -> Verdict:
    """Leads and facilitators of the project. Whoever leads just now locks nobody out."""
    return may_do("run", session.round.series.project_id, by)


def may_hold_now(session: Session, by: Viewer) -> Verdict:
    """The same, while the workshop has not ended."""
    allowed = may_hold(session, by)
    return no(_("This workshop has ended.")) if allowed and session.state == SessionState.ENDED else allowed


def reads_asides(session: Session, viewer: Viewer) -> bool:
    """The private line is for the two who hold this session, and for leads of the project who hold it with them."""
    if viewer.account_id is None or not may_hold(session, viewer):
        return False
    if viewer.has_role(session.round.series.project_id, "lead"):
        return True
    return any(each.account_id == viewer.account_id for each in session.facilitators.all())


def may_whisper(session: Session, by: Viewer) -> Verdict:
    """Writing on the private line: who reads it, while the workshop has not ended."""
    if not reads_asides(session, by):
        return no(_("The private line is for the two who hold this workshop."))
    return may_hold_now(session, by)


def may_park(session: Session, parked: int) -> Verdict:
    """A question can be parked from when the door opens until the workshop has ended."""
    if session.state == SessionState.ENDED:
        return no(_("This workshop has ended. You can still tell the team: the number is below."))
    if parked >= MOST_PARKED:
        return no(_("The list is full. Please tell a facilitator."))
    return YES


def may_settle(parked: Parked, by: Viewer) -> Verdict:
    """Ticking a question off, once, with what was said."""
    if parked.settled_at is not None:
        return no(_("This question was ticked off already."))
    return may_hold(parked.session, by)


def may_take_chair(seat: Seat, by: Viewer) -> Verdict:
    """The chair goes to somebody in the room who has a phone, while the workshop runs."""
    allowed = may_hold(seat.session, by)
    if not allowed:
        return allowed
    if seat.session.state != SessionState.RUNNING:
        return no(_("Start the workshop first."))
    if seat.is_without_phone:
        return no(_("The chair needs a phone. Lend one, or keep the steps yourself while they chair."))
    return may_take_part(seat)


def may_chair(seat: Seat) -> Verdict:
    """Whether a seat holds the chair now."""
    floor = getattr(seat.session, "floor", None)
    if floor is None or floor.chair_id != seat.pk:
        return no(_("The chair has gone to somebody else. Thank you."))
    return may_take_part(seat)


@sees(Aside)
def sees_aside(viewer: Viewer, aside: Aside) -> bool:
    """Those on the private line."""
    return reads_asides(aside.session, viewer)


@sees(Parked)
def sees_parked(viewer: Viewer, parked: Parked) -> bool:
    """Those who plan and hold sessions, and who sits in that very session."""
    if sees_of("rooms", parked.session.round.series.project_id, viewer):
        return True
    return viewer.seat_id is not None and parked.session.seats.filter(pk=viewer.seat_id).exists()
