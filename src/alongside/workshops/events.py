"""What this capability tells those above it, and what it asks them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.dispatch import Signal

from alongside.kit.verdict import Verdict
from alongside.workshops.models import Round, Session

session_changed = Signal()
"""Sent after commit with `session_id` when the door, the run sheet or the seats of a session changed."""

StepNotes = Callable[[Session], Mapping[int, "StepNote"]]
_step_notes: list[StepNotes] = []
WhereNow = Callable[[int], "Place"]
_where_now: list[WhereNow] = []
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
