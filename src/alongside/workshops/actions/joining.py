"""The door and the seats: opening it, coming in by link or code, agreeing to how we work, leaving."""

import time

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.methods import codes, room_names
from alongside.methods.budgets import Budget
from alongside.people.models import Group
from alongside.projects.models import Partner
from alongside.workshops import rules
from alongside.workshops.actions.apart import place_newcomer
from alongside.workshops.actions.planning import give_codes
from alongside.workshops.events import changed
from alongside.workshops.models import Seat, Session, WaysOfWorking
from alongside.workshops.queries import room_names_taken, session_by_code
from alongside.workshops.seats import hash_of, is_secret, new_secret, seal_earlier

WRONG_CODES_A_MINUTE = 300
TRIES = 20
_wrong_codes = Budget(WRONG_CODES_A_MINUTE, 60)
"""Wrong codes only, of the whole server: a room of forty behind one address never meets a limit."""


def look_up_code(*, typed: str) -> Session | None:
    """The session a typed code opens, or None. A wrong code is counted; a right one never is."""
    session = session_by_code(codes.normalised(typed)) if codes.is_code(typed) else None
    if session is None:
        _wrong_codes.spend(time.monotonic())
    return session


def typed_codes_need_a_nod() -> bool:
    """Whether so many wrong codes came that typed codes now need a facilitator's nod. Links go on working."""
    return _wrong_codes.is_spent(time.monotonic())


@transaction.atomic
def open_door(*, session: Session, by: Viewer) -> None:
    """Let people in by link, QR code and typed code."""
    rules.may_open_door(session, by).require()
    session.is_door_open = True
    give_codes(session)
    session.save(update_fields=["is_door_open", "join_code", "link_token"])
    record("door opened", session, by=by)
    changed(session.pk)


@transaction.atomic
def close_door(*, session: Session, by: Viewer) -> None:
    """Let nobody new in. Those inside stay."""
    rules.may_do("run", session.round.series.project_id, by).require()
    session.is_door_open = False
    session.save(update_fields=["is_door_open"])
    record("door closed", session, by=by)
    changed(session.pk)


@transaction.atomic
def new_codes(*, session: Session, by: Viewer) -> None:
    """Make the old link and code useless and give new ones. Seats already taken stay."""
    rules.may_change_session(session, by).require()
    session.join_code = session.link_token = None
    give_codes(session)
    session.save(update_fields=["join_code", "link_token"])
    record("new link and code", session, by=by)
    changed(session.pk)


@transaction.atomic
def join(
    *,
    session: Session,
    secret: str,
    room_name: str = "",
    group: Group | None = None,
    earlier: str = "",
    is_typed: bool = False,
) -> Seat:
    """Take a seat with a secret that only the phone keeps. The same secret again is the same seat.

    `earlier` is the secret the phone held before: it is sealed under the new one, so that words of the workshop
    before are not lost. `is_typed` is for those who typed a code: they wait for a nod while wrong codes rain.
    """
    if not is_secret(secret):
        raise Refused(_("This page was open too long. Please try once more."))
    known = Seat.objects.filter(token_hash=hash_of(secret)).first()
    if known is not None:
        return known
    rules.may_join(session).require()
    seat = Seat(
        session=session,
        token_hash=hash_of(secret),
        group=session.group or group,
        earlier=seal_earlier(secret, earlier) if earlier and is_secret(earlier) else None,
        admitted_at=None if is_typed and typed_codes_need_a_nod() else timezone.now(),
    )
    _sit_down(seat, room_name)
    record("joined", seat, by=Viewer(seat_id=seat.pk), refs={"session": session.pk})
    changed(session.pk)
    return seat


def _sit_down(seat: Seat, wished: str) -> None:
    """Save the seat under the wished name, or another one if somebody was quicker."""
    place_newcomer(seat)
    taken = room_names_taken(seat.session)
    name = wished if room_names.is_room_name(wished) and wished not in taken else room_names.draw(taken)
    for _try in range(TRIES):
        seat.room_name = name
        try:
            with transaction.atomic():
                seat.save(force_insert=True)
        except IntegrityError:
            taken = room_names_taken(seat.session) | {name}
            name = room_names.draw(taken)
        else:
            return
    raise Refused(_("Many people are coming in just now. Please try once more."))


@transaction.atomic
def seat_without_phone(
    *, session: Session, by: Viewer, partner: Partner | None = None, is_one_to_one: bool = False
) -> Seat:
    """Give a seat to somebody who takes part by phone line or on paper; a facilitator types for them.

    `is_one_to_one` is for a talk of their own, also before or after the workshop. Nobody is asked why.
    """
    rules.may_do("run", session.round.series.project_id, by).require()
    now = timezone.now()
    seat = Seat(
        session=session, token_hash=hash_of(new_secret()), partner=partner, is_without_phone=True, admitted_at=now,
        is_one_to_one=is_one_to_one,
        group=session.group or (partner.group if partner else None),
    )  # fmt: skip
    _sit_down(seat, "")
    record(
        "one-to-one seat given" if is_one_to_one else "seat given", seat, by=by, refs={"session": session.pk}
    )
    changed(session.pk)
    return seat


@transaction.atomic
def let_in(*, seat: Seat, by: Viewer) -> None:
    """A facilitator's nod: the person may take part."""
    rules.may_do("run", seat.session.round.series.project_id, by).require()
    seat.admitted_at = timezone.now()
    seat.save(update_fields=["admitted_at"])
    record("let in", seat, by=by)
    changed(seat.session_id)


@transaction.atomic
def agree_ways(*, seat: Seat, ways: WaysOfWorking, by: Viewer) -> None:
    """A partner agrees to one version of how we work together."""
    if ways.series_id != seat.session.round.series_id:
        raise Refused(_("This belongs to another series."))
    newest = seat.session.round.series.ways.first()
    if newest is not None and newest.pk != ways.pk:
        raise Refused(_("We changed how we work together a moment ago. Please look once more."))
    seat.agreed_ways, seat.agreed_at = ways, timezone.now()
    seat.save(update_fields=["agreed_ways", "agreed_at"])
    record("agreed", seat, by=by, content={"version": ways.version}, refs={"ways": ways.pk})
    changed(seat.session_id)


def agree_shown(*, seat: Seat, shown: str, by: Viewer) -> None:
    """Agree to the version that stood on the page; refused when a newer one came in between."""
    number = int(shown) if shown.isdecimal() and len(shown) < 10 else 0
    ways = WaysOfWorking.objects.filter(pk=number, series=seat.session.round.series).first()
    if ways is None:
        raise Refused(_("Please look at how we work together once more."))
    agree_ways(seat=seat, ways=ways, by=by)


@transaction.atomic
def leave(*, seat: Seat, by: Viewer) -> None:
    """Leave the room. Words stay unless their author takes them back; the seat waits for a return."""
    if seat.left_at is None:
        seat.left_at = timezone.now()
        seat.save(update_fields=["left_at"])
        record("left", seat, by=by)
        changed(seat.session_id)


@transaction.atomic
def come_back(*, seat: Seat, by: Viewer) -> None:
    """Sit down again after leaving."""
    if seat.left_at is not None:
        seat.left_at = None
        seat.save(update_fields=["left_at"])
        record("came back", seat, by=by)
        changed(seat.session_id)
