"""Reads of seats: by the secret on a phone, and for those who run the room."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from alongside.kit.access import Viewer
from alongside.kit.db.written import Written
from alongside.kit.errors import NotVisible
from alongside.kit.ui.context import Help
from alongside.projects.models import Project
from alongside.workshops.events import place_of, where_now
from alongside.workshops.models import Pack, Seat, Session, SessionState, Shows, Split
from alongside.workshops.queries.opening import beside, is_opening_now
from alongside.workshops.seats import MOST_EARLIER as MOST
from alongside.workshops.seats import hash_of, is_secret, open_earlier

UP = "session__round__series__project"


@dataclass(frozen=True, slots=True)
class HeldSeat:
    """A seat this phone holds, with its secret. The first is the newest."""

    secret: str
    seat_id: int
    session_id: int


def find_seat_id(secret: str) -> int | None:
    """The seat behind a secret, or None."""
    if not is_secret(secret):
        return None
    return Seat.objects.filter(token_hash=hash_of(secret)).order_by().values_list("pk", flat=True).first()


def held_seats(secret: str) -> list[HeldSeat]:
    """All seats this phone holds, newest first: that of the secret, and those of the workshops before.

    The marks of somebody's words in a session are made with that session's secret: `mark_for(held.secret, activity)`.
    """
    held: list[HeldSeat] = []
    following: str | None = secret
    while following and is_secret(following) and len(held) < MOST:
        row = (
            Seat.objects.filter(token_hash=hash_of(following))
            .order_by()
            .values_list("pk", "session_id", "earlier")
            .first()
        )
        if row is None:
            break
        held.append(HeldSeat(following, row[0], row[1]))
        following = open_earlier(following, bytes(row[2]) if row[2] else None)
    return held


@dataclass(frozen=True, slots=True)
class Turns:
    """On a phone that goes round: how many had it, whose turn it was, and who comes next."""

    count: int
    next_name: str
    is_last: bool


def turns_of(secrets: Sequence[str], now: str) -> Turns:
    """The turns of a passed phone, by the secrets it holds."""
    at = secrets.index(now)
    following = secrets[(at + 1) % len(secrets)]
    name = Seat.objects.filter(token_hash=hash_of(following)).values_list("room_name", flat=True).first()
    return Turns(len(secrets), name or "", at == len(secrets) - 1)


def get_my_seat(seat_id: int | None) -> Seat:
    """The seat of whoever is looking, with its session, series and project; NotVisible when there is none."""
    found = _MY_SEAT(seat_id or 0)
    if not found:
        raise NotVisible
    return found[0]


_MY_SEAT: Written[Seat] = Written(
    lambda pk: Seat.objects.select_related(UP, "session__group", "break_out").filter(pk=pk).order_by()
)


def is_seated_in(viewer: Viewer, session: Session) -> bool:
    """Whether this phone has a seat in this very session already."""
    return viewer.seat_id is not None and Seat.objects.filter(pk=viewer.seat_id, session=session).exists()


def agenda_words(session: Session) -> list[str]:
    """The steps of the session by title, for what to expect."""
    return list(session.agenda.order_by("position").values_list("title", flat=True))


def packs_for(session: Session) -> list[Pack]:
    """What partners of this session may read before."""
    return list(Pack.objects.filter(Q(session=session) | Q(session__isnull=True), round=session.round_id))


def where_to(seat: Seat) -> str:
    """The page a seat belongs on now: wait for the nod, agree, go where the room is
    called, answer what is open, or wait for what comes."""
    if seat.admitted_at is None:
        return reverse("workshops:wait")
    newest = seat.session.round.series.ways.order_by("-version").values_list("pk", flat=True).first()
    if newest is not None and seat.agreed_ways_id != newest:
        return reverse("workshops:expect")
    called = place_of(seat)
    if called is None and seat.session.split == Split.CHOICE and seat.break_out_id is None:
        return reverse("workshops:choose_group")
    here = "workshops:opening" if is_opening_now(seat.session_id) else "workshops:wait"
    return called or where_now(seat.session_id).page or reverse(here)


def moment_of(session: Session) -> str:
    """The moment a page is made for, as the live room says it: activity, its state, its stage, the workshop, beside."""
    return f"{where_now(session.pk).moment},{session.state},{beside_of(session)}"


def beside_of(session: Session) -> str:
    """What a session does beside its activity, as it stands: the opening, or groups."""
    return beside(session, Shows.OPENING if is_opening_now(session.pk) else "")


def help_for(viewer: Viewer) -> Help:
    """Whom to call: the project of the seat, of the team, or the only project there is."""
    projects = Project.objects.filter(is_rehearsal=False).order_by("pk")
    if viewer.seat_id is not None:
        projects = Project.objects.filter(series__rounds__sessions__seats=viewer.seat_id)
    elif viewer.roles:
        projects = projects.filter(pk__in=list(viewer.roles))
    found = list(projects.values_list("help_phone", "help_email")[:2])
    return Help(*found[0]) if len(found) == 1 else Help()


def seats_of(session: Session) -> list[Seat]:
    """Everybody in the room, in the order they came in."""
    return list(session.seats.select_related("group", "partner"))


def room_names_taken(session: Session) -> set[str]:
    """Names in use in this session."""
    return set(session.seats.order_by().values_list("room_name", flat=True))


def session_by_code(code: str) -> Session | None:
    """The session with this join code (already normalised)."""
    return _sessions().filter(join_code=code).first() if code else None


def session_by_token(token: str) -> Session | None:
    """The session with this link."""
    return _sessions().filter(link_token=token).first() if token else None


def open_door_session() -> Session | None:
    """The session whose door is open; the next to begin when there are several."""
    doors = _sessions().filter(is_door_open=True, link_token__isnull=False).exclude(state=SessionState.ENDED)
    doors = doors.filter(round__series__project__is_rehearsal=False)  # nobody comes to a rehearsal by mistake
    nearest = sorted(doors, key=lambda session: abs((session.starts_at or timezone.now()) - timezone.now()))
    return nearest[0] if nearest else None


def _sessions() -> "QuerySet[Session]":
    return Session.objects.select_related("round__series__project", "group")
