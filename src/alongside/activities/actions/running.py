"""Running activities, and the steps of the run sheet with them."""

from django.db import transaction
from django.utils import timezone

from alongside.activities import rules
from alongside.activities.actions.apart import end_groups
from alongside.activities.actions.locking import locked
from alongside.activities.events import changed
from alongside.activities.models import Activity, ActivityState
from alongside.activities.registry import kind_for
from alongside.facilitation import actions as facilitation
from alongside.facilitation.rules import may_chair
from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.workshops import actions as workshops
from alongside.workshops.models import AgendaItem, Seat, Session


def open_activity(*, activity: Activity, by: Viewer) -> Activity:
    """Let answers in: for the first time, after a pause, or again after it was closed."""
    return _move(activity, "open", by)


def pause_activity(*, activity: Activity, by: Viewer) -> Activity:
    """No answers for a moment; what people typed stays on their phones."""
    return _move(activity, "pause", by)


def close_activity(*, activity: Activity, by: Viewer) -> Activity:
    """No more answers. The count stands; it can be opened again while the workshop runs."""
    return _move(activity, "close", by)


@transaction.atomic
def _move(activity: Activity, verb: str, by: Viewer) -> Activity:
    activity = locked(activity)
    rules.may_move(activity, verb, by).require()
    activity.state = rules.TRANSITIONS[activity.state, verb]
    now = timezone.now()
    activity.opened_at = activity.opened_at or (now if verb == "open" else None)
    activity.closed_at = now if verb == "close" else None
    kind = kind_for(activity.kind)
    if verb == "open" and kind.hides_early and not kind.stages:
        activity.is_shown = False
    activity.save(update_fields=["state", "opened_at", "closed_at", "is_shown"])
    record(f"activity {_DONE[verb]}", activity, by=by)
    changed(activity.session_id)
    return activity


_DONE = {"open": "opened", "pause": "paused", "close": "closed"}


# ---- Steps of the run sheet: the clock, and the activity that stands on it ----


@transaction.atomic
def go_to(*, item: AgendaItem, by: Viewer) -> None:
    """Make one step the present one. The activity before it closes, its own opens if it was never open."""
    workshops.start_item(item=item, by=by)
    _follow(item.session, item, by)


@transaction.atomic
def go_on_to_next(*, session: Session, by: Viewer) -> AgendaItem | None:
    """End the present step and start the one after it; None when that was the last."""
    item = workshops.next_item(session=session, by=by)
    _follow(session, item, by)
    return item


@transaction.atomic
def go_back(*, session: Session, by: Viewer) -> AgendaItem | None:
    """Go back one step. A closed activity stays closed until somebody opens it again."""
    item = workshops.back_item(session=session, by=by)
    if item is not None:
        _follow(session, item, by)
    return item


def _follow(session: Session, item: AgendaItem | None, by: Viewer) -> None:
    """Close what is open elsewhere, and open the activity of the step if it waits for its first time."""
    present = item.pk if item else None
    running = Activity.objects.filter(session=session, state__in=[ActivityState.OPEN, ActivityState.PAUSED])
    for activity in running.exclude(item=present):
        close_activity(activity=activity, by=by)
    waiting = Activity.objects.filter(item=present, state=ActivityState.PLANNED).first()
    if waiting is not None:
        open_activity(activity=waiting, by=by)


@transaction.atomic
def pause_step(*, item: AgendaItem, by: Viewer) -> None:
    """Stop the clock, and answers with it."""
    workshops.pause_item(item=item, by=by)
    for activity in Activity.objects.filter(item=item, state=ActivityState.OPEN):
        pause_activity(activity=activity, by=by)


@transaction.atomic
def resume_step(*, item: AgendaItem, by: Viewer) -> None:
    """Let the clock and the answers run again."""
    workshops.go_on(item=item, by=by)
    for activity in Activity.objects.filter(item=item, state=ActivityState.PAUSED):
        open_activity(activity=activity, by=by)


@transaction.atomic
def take_break(*, session: Session, by: Viewer) -> None:
    """The step waits, and wall and phones say that we take a short break. No reason is given."""
    facilitation.hold_up(session=session, card="break", by=by)
    for item in session.agenda.filter(started_at__isnull=False, ended_at=None, paused_at=None):
        pause_step(item=item, by=by)


@transaction.atomic
def end_break(*, session: Session, by: Viewer) -> None:
    """The break is over: the step goes on."""
    facilitation.put_away(session=session, by=by)
    for item in session.agenda.filter(ended_at=None, paused_at__isnull=False):
        resume_step(item=item, by=by)


@transaction.atomic
def go_on_as_chair(*, seat: Seat, by: Viewer) -> AgendaItem | None:
    """Whoever holds the chair takes the group to the next step, with a facilitator's right for this one thing."""
    may_chair(seat).require()
    return go_on_to_next(session=seat.session, by=_as_facilitator(seat))


@transaction.atomic
def pause_as_chair(*, seat: Seat, by: Viewer) -> None:
    """Whoever holds the chair stops the clock of the step, or lets it run again."""
    may_chair(seat).require()
    able = _as_facilitator(seat)
    for item in seat.session.agenda.filter(started_at__isnull=False, ended_at=None):
        (resume_step if item.paused_at else pause_step)(item=item, by=able)


def _as_facilitator(seat: Seat) -> Viewer:
    """The seat with a facilitator's role in its project, for one action; the audit line says the seat."""
    project_id = seat.session.round.series.project_id
    return Viewer(seat_id=seat.pk, roles={project_id: frozenset({"facilitator"})})


@transaction.atomic
def start_workshop(*, session: Session, by: Viewer) -> None:
    """Begin, with the first step."""
    workshops.start_session(session=session, by=by)
    session.refresh_from_db()
    go_on_to_next(session=session, by=by)


@transaction.atomic
def keep_notes(*, session: Session, notes: str, before: str, by: Viewer) -> None:
    """Keep the notes. If the other facilitator wrote since (`before` is not what stands now), both stay."""
    standing, mine = _plain(session.notes), _plain(notes)
    if standing != _plain(before) and standing != mine:
        mine = f"{standing}\n\n{mine}".strip()
    workshops.write_notes(session=session, notes=mine, by=by)


def _plain(notes: str) -> str:
    """As a form sends it back: one kind of line end, none at the rim."""
    return "\n".join(notes.splitlines()).strip()


@transaction.atomic
def end_workshop(*, session: Session, by: Viewer) -> None:
    """Close what is open, and end the session; people can still take words back."""
    _follow(session, None, by)
    end_groups(session=session, by=by)
    workshops.end_session(session=session, by=by)
