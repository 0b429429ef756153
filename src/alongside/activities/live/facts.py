"""What the live room knows by heart about sessions, activities and seats; forgotten whenever a session changed."""

import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Generic, TypeVar
from zlib import crc32

from django.conf import settings
from django.db import connection
from django.utils.translation import override

from alongside.activities.events import session_changed
from alongside.activities.live.asking import apart_of
from alongside.activities.models import Activity, ActivityState
from alongside.facilitation.models import Floor
from alongside.kit.db.written import Written
from alongside.workshops import events as workshop_events
from alongside.workshops.models import AgendaItem, Seat, Session
from alongside.workshops.rules import may_take_part
from alongside.workshops.seats import hash_of, is_secret

Thing = TypeVar("Thing")
MOST = 50_000
OTHER_PROCESSES_WITHIN = 1.0  # seconds; with one process on SQLite what we know stays true until we are told


@dataclass(frozen=True, slots=True)
class Known(Generic[Thing]):
    """Something looked up, when, and in which state of its session."""

    thing: Thing
    at: float
    session_id: int
    changes: int


class Memory(Generic[Thing]):
    """A few things by key, each belonging to a session. What was looked up while its session changed is not kept."""

    def __init__(self, find: Callable[[Any], tuple[int, Thing] | None]) -> None:
        self._find = find
        self._kept: dict[Hashable, Known[Thing]] = {}
        self._changes: dict[int, int] = {}
        self._all_changes = 0

    def get(self, key: Hashable) -> Thing | None:
        """The thing, from memory or looked up; None when there is none."""
        known = self.peek(key)
        if known is not None:
            return known
        before = self._all_changes
        looked_up = self._find(key)
        if looked_up is None:
            return None
        if before == self._all_changes:
            self._keep(key, *looked_up)
        return looked_up[1]

    def peek(self, key: Hashable) -> Thing | None:
        """The thing if it is in memory."""
        known = self._kept.get(key)
        is_good = known is not None and known.changes == self._changes.get(known.session_id, 0)
        return known.thing if known is not None and is_good and _still_good(known.at) else None

    def forget(self, session_id: int) -> None:
        """Look everything of a session up again. Costs the same however much we know."""
        self._all_changes += 1
        self._changes[session_id] = self._all_changes

    def _keep(self, key: Hashable, session_id: int, thing: Thing) -> None:
        if len(self._kept) >= MOST:
            self._kept = {}
        self._kept[key] = Known(thing, time.monotonic(), session_id, self._changes.get(session_id, 0))


_trusted_for = OTHER_PROCESSES_WITHIN


def trust_for(seconds: float) -> None:
    """How long what we know is taken for true although another process might have changed it and not told us."""
    global _trusted_for
    _trusted_for = seconds


def _still_good(since: float) -> bool:
    return _is_alone() or time.monotonic() - since < _trusted_for


@cache
def _is_alone() -> bool:
    """Whether no other process writes to our database. Asked of a connection, this took as long as all the rest."""
    return connection.vendor == "sqlite"


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """A seat in a room, found by its secret. `because` says why it may not take part now; empty when it may."""

    id: int
    session_id: int
    room_name: str
    is_in: bool
    """Let in by a facilitator, and not left."""
    because: str
    apart: int = 0
    """The break-out group it is in while people are apart."""


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """A session as its screens need it."""

    session: Session
    project_id: int
    item: AgendaItem | None
    activity: Activity | None
    present: frozenset[int]
    plan: int = 0
    """Another number whenever the run sheet has another order, other minutes, or a step left out."""
    floor: Floor | None = None
    """Who leads, the card that is up, and how often what is on the console changed."""
    groups: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """The seats of each break-out group by its number, while people are apart."""

    @property
    def here(self) -> int:
        """How many seats are taken."""
        return len(self.present)


def _find_seat(token_hash: str) -> tuple[int, SeatFacts] | None:
    seat = _BY_HASH.first(token_hash)
    if seat is None:
        return None
    with override(settings.LANGUAGE_CODE):  # kept for everybody who asks; each hears it in their own language
        because = may_take_part(seat).because
    is_in = seat.admitted_at is not None and seat.left_at is None
    return seat.session_id, SeatFacts(
        seat.pk, seat.session_id, seat.room_name, is_in, because, apart_of(seat)
    )


_BY_HASH: Written[Seat] = Written(
    lambda token_hash: (
        Seat.objects.select_related("session__round__series", "break_out")
        .filter(token_hash=token_hash)
        .order_by()
    )
)


def _find_activity(activity_id: int) -> tuple[int, Activity] | None:
    activity = Activity.objects.filter(pk=activity_id).first()
    return None if activity is None else (activity.session_id, activity)


def _find_session(session_id: int) -> tuple[int, SessionFacts] | None:
    session = Session.objects.select_related("round__series").filter(pk=session_id).first()
    if session is None:
        return None
    items = list(session.agenda.all())
    activities = {activity.item_id: activity for activity in session.activities.all()}
    item = _current(items)
    taken = session.seats.filter(left_at__isnull=True, admitted_at__isnull=False, is_one_to_one=False)
    groups: dict[int, set[int]] = {}
    seats = list(taken.order_by().values_list("pk", "break_out__number"))
    for pk, number in seats if session.is_apart else ():
        groups.setdefault(number or 0, set()).add(pk)
    present = frozenset(pk for pk, _number in seats)
    activity = (activities.get(item.pk) if item else None) or _newest_open(activities)
    project_id = session.round.series.project_id
    floor = Floor.objects.filter(session=session_id).first()
    apart = {number: frozenset(pks) for number, pks in groups.items()}
    plan = _plan_of(items)
    return session_id, SessionFacts(session, project_id, item, activity, present, plan, floor, apart)


def _plan_of(items: list[AgendaItem]) -> int:
    steps = [(item.pk, item.minutes, item.extra_minutes, bool(item.skipped_at)) for item in items]
    return crc32(repr(steps).encode())


def _current(items: list[AgendaItem]) -> AgendaItem | None:
    """The step the group is at: the last one that was started and has not ended."""
    return next((item for item in reversed(items) if item.started_at and not item.ended_at), None)


def _newest_open(activities: Mapping[int, Activity]) -> Activity | None:
    """Where the step that runs is no activity: the one opened last, if one is open."""
    running = [
        each for each in activities.values() if each.state in {ActivityState.OPEN, ActivityState.PAUSED}
    ]
    return max(running, key=lambda each: (each.opened_at is not None, each.opened_at, each.pk), default=None)


_seats: Memory[SeatFacts] = Memory(_find_seat)
_activities: Memory[Activity] = Memory(_find_activity)
_sessions: Memory[SessionFacts] = Memory(_find_session)


def seat_of(secret: str) -> SeatFacts | None:
    """The seat that is held with this secret."""
    return _seats.get(hash_of(secret)) if is_secret(secret) else None


def known_seat(secret: str) -> SeatFacts | None:
    """The seat if we know it by heart: no query, so the event loop may ask."""
    return _seats.peek(hash_of(secret)) if is_secret(secret) else None


def activity_of(activity_id: int) -> Activity | None:
    """An activity."""
    return _activities.get(activity_id)


def known_activity(activity_id: int) -> Activity | None:
    """The activity if we know it by heart."""
    return _activities.peek(activity_id)


def session_of(session_id: int) -> SessionFacts | None:
    """A session with where it stands now."""
    return _sessions.get(session_id)


def forget(session_id: int) -> None:
    """The session changed: look everything up again."""
    for memory in (_seats, _activities, _sessions):
        memory.forget(session_id)


def ends_at(item: AgendaItem) -> datetime | None:
    """When a running step should end; None while it is paused or not started."""
    if item.started_at is None or item.paused_at is not None:
        return None
    return item.started_at + _length(item)


def seconds_left(item: AgendaItem, now: datetime) -> int | None:
    """Seconds left of a step; what was left when it was paused; None before it starts."""
    if item.started_at is None:
        return None
    return round((item.started_at + _length(item) - (item.paused_at or now)).total_seconds())


def _length(item: AgendaItem) -> timedelta:
    return timedelta(minutes=item.minutes + item.extra_minutes, seconds=item.paused_seconds)


def _hear(session_id: int, **_rest: Any) -> None:
    forget(session_id)


for _signal in (session_changed, workshop_events.session_changed):
    _signal.connect(_hear, dispatch_uid="live facts")
