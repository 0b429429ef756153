"""What this capability tells those above it, and what it asks them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.dispatch import Signal

from alongside.kit.access import Viewer
from alongside.kit.verdict import Verdict
from alongside.workshops.models import Round, Seat, Session

session_changed = Signal()
"""Sent after commit with `session_id` when the door, the run sheet or the seats of a session changed."""

session_ended = Signal()
"""Sent with `session`, inside the transaction that ends it: what only helped to run it is let go of."""

StepNotes = Callable[[Session], Mapping[int, "StepNote"]]
_step_notes: list[StepNotes] = []
WhereNow = Callable[[int], "Place"]
_where_now: list[WhereNow] = []
PlaceOf = Callable[[Seat], str | None]
_places: list[PlaceOf] = []
PlanNotes = Callable[[Session, Viewer], list["StepNote"]]
_plan_notes: list[PlanNotes] = []
BecameOf = Callable[[Round], "Opening"]
_became_of: list[BecameOf] = []
CloseCheck = Callable[[Round], list[Verdict]]
_close_checks: list[CloseCheck] = []


def changed(session_id: int) -> None:
    """Tell the live room, once the work is saved, that this session looks different now."""
    transaction.on_commit(lambda: session_changed.send(sender="workshops", session_id=session_id))


def register_close_check(check: CloseCheck) -> CloseCheck:
    """Add a check from above that `may_close_round` asks: it gives one “no” for each thing that is still owed."""
    if check not in _close_checks:
        _close_checks.append(check)
    return check


def close_checks() -> list[CloseCheck]:
    """The checks registered so far."""
    return list(_close_checks)


@dataclass(frozen=True, slots=True)
class StepNote:
    """What a capability above says about a step of the agenda: a drawing, a line, and where it is changed."""

    icon: str
    text: str
    href: str = ""
    paper: str = ""


def register_step_notes(find: StepNotes) -> StepNotes:
    """Tell the plan and the guide what stands behind steps: session → {agenda item id: note}, in few queries."""
    if find not in _step_notes:
        _step_notes.append(find)
    return find


def step_notes(session: Session) -> dict[int, StepNote]:
    """The notes of all steps of a session."""
    return {pk: note for find in _step_notes for pk, note in find(session).items()}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session is now: the page that is open for answers, if one is, and the moment (see `data-at` in p.js)."""

    page: str | None = None
    moment: str = ",,0"


def register_where_now(find: WhereNow) -> WhereNow:
    """Tell the seats where a session is now: session id → its place."""
    if find not in _where_now:
        _where_now.append(find)
    return find


def where_now(session_id: int) -> Place:
    """Where a session's partners are now; nowhere while no capability knows better."""
    return next((find(session_id) for find in _where_now), Place())


def register_place_of(find: PlaceOf) -> PlaceOf:
    """Tell seats of a page that goes before the question: seat → its address, or None. The first answer wins."""
    if find not in _places:
        _places.append(find)
    return find


def place_of(seat: Seat) -> str | None:
    """The page a seat is called to in place of the question, such as a break; else None."""
    return next((page for find in _places if (page := find(seat))), None)


def register_plan_notes(find: PlanNotes) -> PlanNotes:
    """Tell the plan of a session what waits for it: (session, viewer) → notes, each with where it leads."""
    if find not in _plan_notes:
        _plan_notes.append(find)
    return find


def plan_notes(session: Session, viewer: Viewer) -> list[StepNote]:
    """What waits for the plan of a session."""
    return [note for find in _plan_notes for note in find(session, viewer)]


@dataclass(frozen=True, slots=True)
class Became:
    """What became of one thing that was asked for: as it was told to those who asked."""

    asked: str
    voices: str
    answer: str
    reason: str
    changes: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """What is said at the start of a round about the one before. `owed` counts what nobody can be told yet."""

    before: Round
    news: tuple[Became, ...] = ()
    owed: int = 0

    @property
    def asked(self) -> int:
        """How many things were asked for."""
        return len(self.news) + self.owed


def register_became_of(find: BecameOf) -> BecameOf:
    """Tell rounds what became of what was said in one: only what its authors were told first."""
    if find not in _became_of:
        _became_of.append(find)
    return find


def became_of(round: Round) -> Opening:
    """What became of what was said in a round; an opening without news when nobody knows."""
    return _became_of[0](round) if _became_of else Opening(round)
