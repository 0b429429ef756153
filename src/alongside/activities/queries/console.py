"""A running session as both facilitators see it: the run sheet with times, what is on now, and who is here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from alongside.activities.models import Activity, ActivityState, Contribution
from alongside.activities.queries.words import list_activities
from alongside.activities.rules import reads_words
from alongside.kit.access import Viewer, see_or_404
from alongside.kit.errors import NotVisible
from alongside.workshops.models import AgendaItem, Answer, Seat, Session, SessionState
from alongside.workshops.queries import get_planned


@dataclass(frozen=True)
class Line:
    """One step of the run sheet with the time it began, or will begin if all goes on as planned."""

    item: AgendaItem
    activity: Activity | None
    at: datetime | None
    state: str
    """done, now, next or skipped."""
    place: int | None = None
    """Its place among the steps to come, from 0; None when it has begun."""

    @property
    def length(self) -> int:
        """Minutes given to it now."""
        return self.item.minutes + self.item.extra_minutes

    @property
    def took(self) -> int | None:
        """Minutes it took, once it is over."""
        item = self.item
        if item.started_at is None or item.ended_at is None:
            return None
        return round((item.ended_at - item.started_at).total_seconds() / 60)

    @property
    def ends_at(self) -> datetime | None:
        """When it should end; None while its clock stands."""
        if self.item.started_at is None or self.item.paused_at is not None:
            return None
        return self.item.started_at + timedelta(minutes=self.length, seconds=self.item.paused_seconds)

    @property
    def seconds_left(self) -> int:
        """Seconds left on its clock; below nought when it runs over."""
        if self.item.started_at is None:
            return self.length * 60
        until = self.item.paused_at or timezone.now()
        used = (until - self.item.started_at).total_seconds() - self.item.paused_seconds
        return round(self.length * 60 - used)

    @property
    def is_paused(self) -> bool:
        """Whether its clock stands."""
        return self.item.paused_at is not None

    @property
    def clock(self) -> str:
        """What is left, as 7:40; with a plus when it runs over."""
        minutes, seconds = divmod(abs(self.seconds_left), 60)
        return f"{'+' if self.seconds_left < 0 else ''}{minutes}:{seconds:02d}"

    @property
    def is_over(self) -> bool:
        """Whether it runs longer than given."""
        return self.seconds_left < 0

    @property
    def used_up(self) -> int:
        """How much of its time is used, 0 to 15, for the thread beside the clock."""
        share = 1 - self.seconds_left / max(self.length * 60, 1)
        return max(0, min(15, round(15 * share)))

    @property
    def asks(self) -> list[str]:
        """The questions to ask."""
        return [line.strip() for line in self.item.asks.splitlines() if line.strip()]


@dataclass(frozen=True)
class SeatLine:
    """Somebody in the room, by room name. `state` is phone, line (no phone), waiting or left.

    `has_said` is only known where names show; else nobody can tell, and nobody should.
    """

    seat: Seat
    state: str
    has_said: bool


@dataclass(frozen=True)
class Console:
    """Everything on the console."""

    session: Session
    lines: list[Line]
    seats: list[SeatLine]
    answered: int
    said_yes: int

    @property
    def now(self) -> Line | None:
        """The step that runs."""
        return next((line for line in self.lines if line.state == "now"), None)

    @property
    def next(self) -> Line | None:
        """The step after it, or the first that waits."""
        return next((line for line in self.lines if line.state == "next"), None)

    @property
    def has_begun(self) -> bool:
        """Whether any step was started."""
        return any(line.item.started_at for line in self.lines)

    @property
    def is_running(self) -> bool:
        """Whether the workshop runs."""
        return self.session.state == SessionState.RUNNING

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.session.state == SessionState.ENDED

    @property
    def steps(self) -> list[Line]:
        """The steps that are not left out."""
        return [line for line in self.lines if line.state != "skipped"]

    @property
    def last_place(self) -> int:
        """The place of the last step to come."""
        return max((line.place for line in self.lines if line.place is not None), default=-1)

    @property
    def here(self) -> int:
        """Seats taken now."""
        return sum(line.state in {"phone", "line"} for line in self.seats)

    @property
    def ends_at(self) -> datetime | None:
        """When the last step will end if all goes on as planned."""
        last = self.steps[-1] if self.steps else None
        if last is None or last.at is None:
            return None
        if last.state == "done":
            return last.item.ended_at
        return last.at + timedelta(minutes=last.length)

    @property
    def should_end_at(self) -> datetime | None:
        """When people were told it ends."""
        begins = self.session.starts_at or self.session.started_at
        return begins + timedelta(minutes=self.session.minutes) if begins else None

    @property
    def late_by(self) -> int:
        """Minutes it will run over the promised end; below nought when there is time to spare."""
        if self.now is None or self.ends_at is None or self.should_end_at is None:
            return 0
        return round((self.ends_at - self.should_end_at).total_seconds() / 60)

    @property
    def is_today(self) -> bool:
        """Whether the promised end means anything: a rehearsal on another day is never late."""
        begins = self.session.starts_at
        return begins is not None and abs((timezone.now() - begins).total_seconds()) < 6 * 3600

    @property
    def to_cut(self) -> Line | None:
        """The longest step still to come, if cutting it could win back the time."""
        waiting = [line for line in self.lines if line.state == "next" and line.length > max(5, self.late_by)]
        return max(waiting, key=lambda line: line.length, default=None)

    @property
    def done(self) -> int:
        """Steps behind us."""
        return sum(line.state == "done" for line in self.lines)


def console_of(session: Session) -> Console:
    """The console of a session, in a fixed number of queries."""
    lines = list(_lines(session))
    now = next((line for line in lines if line.state == "now"), None)
    activity = now.activity if now else None
    return Console(
        session=session,
        lines=lines,
        seats=list(_seat_lines(session, activity)),
        answered=_answered(activity),
        said_yes=session.invitations.filter(answer=Answer.YES).count(),
    )


def _answered(activity: Activity | None) -> int:
    if activity is None or activity.state == ActivityState.PLANNED:
        return 0
    standing = Contribution.objects.standing().filter(activity=activity)
    return standing.order_by().values("mark").distinct().count()


def _lines(session: Session) -> Iterator[Line]:
    """The steps in order. Those to come begin when the one before them should end."""
    activities = {activity.item_id: activity for activity in list_activities(session)}
    items = list(session.agenda.order_by("position", "pk"))
    present = _present(items)
    begun = max((at for at, item in enumerate(items) if item.started_at), default=-1)
    at = session.starts_at
    for number, item in enumerate(items):
        state = _state(item, present)
        at = item.started_at if item.started_at else at
        place = number - begun - 1 if number > begun else None
        yield Line(item, activities.get(item.pk), at, state, place)
        at = _after(item, at, state)


def _state(item: AgendaItem, present: AgendaItem | None) -> str:
    if item is present:
        return "now"
    if item.ended_at:
        return "done"
    return "skipped" if item.skipped_at else "next"


def _present(items: Iterable[AgendaItem]) -> AgendaItem | None:
    return next((item for item in reversed(list(items)) if item.started_at and not item.ended_at), None)


def _after(item: AgendaItem, at: datetime | None, state: str) -> datetime | None:
    """When the step after this one begins."""
    if state == "done":
        return item.ended_at
    if at is None or state == "skipped":
        return at
    until = at + timedelta(minutes=item.minutes + item.extra_minutes, seconds=item.paused_seconds)
    return max(until, timezone.now()) if state == "now" else until


def _seat_lines(session: Session, activity: Activity | None) -> Iterator[SeatLine]:
    said: set[int | None] = set()
    if activity is not None and not activity.is_anonymous:
        said = set(
            Contribution.objects.standing().filter(activity=activity).values_list("seat_id", flat=True)
        )
    for seat in session.seats.filter(is_one_to_one=False).select_related("group"):
        yield SeatLine(seat, _seat_state(seat), seat.pk in said)


def _seat_state(seat: Seat) -> str:
    if seat.left_at is not None:
        return "left"
    if seat.admitted_at is None:
        return "waiting"
    return "line" if seat.is_without_phone else "phone"


def get_room(pk: int, viewer: Viewer) -> Session:
    """A session for those of the team who may read what is said in it; for all others it is not there."""
    session = get_planned(pk, viewer)
    if not reads_words(session, viewer):
        raise NotVisible
    return session


def get_seat(pk: int, viewer: Viewer) -> Seat:
    """A seat in a room of the viewer's project, or NotVisible."""
    found = Seat.objects.select_related("session__round__series__project").filter(pk=pk).first()
    return see_or_404(viewer, found)
