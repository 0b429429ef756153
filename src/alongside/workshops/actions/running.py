"""Running a session: start and end, one step of the run sheet after another, who came, closing the round."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.projects.models import Partner
from alongside.workshops import rules
from alongside.workshops.actions.deviating import forget_deviation, note_deviation
from alongside.workshops.events import changed, session_ended
from alongside.workshops.models import AgendaItem, Attendance, Differs, Round, Session


@transaction.atomic
def start_session(*, session: Session, by: Viewer) -> None:
    """Begin. The first step of the run sheet waits to be started."""
    _move(session, "start", by)
    session.started_at = session.started_at or timezone.now()
    session.save(update_fields=["state", "started_at"])


@transaction.atomic
def end_session(*, session: Session, by: Viewer) -> None:
    """End. The door shuts, and what ran is stopped."""
    _move(session, "end", by)
    session.ended_at, session.is_door_open = timezone.now(), False
    session.save(update_fields=["state", "ended_at", "is_door_open"])
    _stop_running(session)
    session_ended.send(sender=None, session=session)


@transaction.atomic
def go_on_session(*, session: Session, by: Viewer) -> None:
    """Go on with a session that was ended too early."""
    _move(session, "go on", by)
    session.ended_at = None
    session.save(update_fields=["state", "ended_at"])


def _move(session: Session, move: str, by: Viewer) -> None:
    """Take the step in the table of rules, on the newest state of the session."""
    session.refresh_from_db(fields=["state"])
    rules.may_move(session, move, by).require()
    session.state = rules.SESSION_MOVES[session.state, move]
    record(f"session: {move}", session, by=by)
    changed(session.pk)


@transaction.atomic
def start_item(*, item: AgendaItem, by: Viewer) -> None:
    """Make one step the present one; whatever ran before is ended."""
    rules.may_run(item.session, by).require()
    _stop_running(item.session, but=item)
    _wake(item)
    item.started_at, item.ended_at, item.skipped_at = item.started_at or timezone.now(), None, None
    item.save(update_fields=["started_at", "ended_at", "paused_at", "paused_seconds", "skipped_at"])
    record("step started", item, by=by)
    changed(item.session_id)


@transaction.atomic
def next_item(*, session: Session, by: Viewer) -> AgendaItem | None:
    """End the present step and start the one after it; None when that was the last."""
    rules.may_run(session, by).require()
    now = _running(session)
    later = (
        session.agenda.filter(position__gt=now.position)
        if now
        else session.agenda.filter(started_at__isnull=True)
    )
    following = later.filter(skipped_at__isnull=True).order_by("position").first()
    if following is not None:
        start_item(item=following, by=by)
    elif now is not None:
        _stop_running(session)
        record("step ended", now, by=by)
        changed(session.pk)
    return following


@transaction.atomic
def back_item(*, session: Session, by: Viewer) -> AgendaItem | None:
    """Go back one step; None when this is the first."""
    rules.may_run(session, by).require()
    now = _running(session)
    steps = (
        session.agenda.filter(position__lt=now.position, skipped_at__isnull=True)
        if now
        else session.agenda.filter(started_at__isnull=False)
    )
    before = steps.order_by("-position").first()
    if before is not None:
        start_item(item=before, by=by)
    return before


@transaction.atomic
def pause_item(*, item: AgendaItem, by: Viewer) -> None:
    """Stop the clock of the present step."""
    rules.may_run(item.session, by).require()
    if item.started_at and not item.ended_at and not item.paused_at:
        item.paused_at = timezone.now()
        item.save(update_fields=["paused_at"])
        record("step paused", item, by=by)
        changed(item.session_id)


@transaction.atomic
def go_on(*, item: AgendaItem, by: Viewer) -> None:
    """Let the clock run again."""
    rules.may_run(item.session, by).require()
    if item.paused_at:
        _wake(item)
        item.save(update_fields=["paused_at", "paused_seconds"])
        record("step goes on", item, by=by)
        changed(item.session_id)


@transaction.atomic
def extend_item(*, item: AgendaItem, minutes: int, by: Viewer) -> None:
    """Give the present step more minutes, or fewer."""
    rules.may_run(item.session, by).require()
    item.extra_minutes = max(item.extra_minutes + minutes, 1 - item.minutes)
    item.save(update_fields=["extra_minutes"])
    if not item.extra_minutes:
        forget_deviation(item=item, what=Differs.LENGTH)
    elif item.guide_key:
        more = item.extra_minutes
        note_deviation(
            session=item.session, what=Differs.LENGTH, step=item.title, item=item, minutes=more, by=by
        )
    record("minutes changed", item, by=by, content={"minutes": minutes})
    changed(item.session_id)


def _running(session: Session) -> AgendaItem | None:
    return (
        session.agenda.filter(started_at__isnull=False, ended_at__isnull=True).order_by("-position").first()
    )


def _stop_running(session: Session, but: AgendaItem | None = None) -> None:
    running = session.agenda.filter(started_at__isnull=False, ended_at__isnull=True)
    for item in running.exclude(pk=but.pk) if but else running:
        _wake(item)
        item.ended_at = timezone.now()
        item.save(update_fields=["ended_at", "paused_at", "paused_seconds"])


def _wake(item: AgendaItem) -> None:
    """Count a pause that is going on, and end it; the caller saves."""
    if item.paused_at:
        item.paused_seconds += max(int((timezone.now() - item.paused_at).total_seconds()), 0)
        item.paused_at = None


@transaction.atomic
def record_attendance(*, session: Session, came: Iterable[Partner], by: Viewer) -> None:
    """Write down which partners came. The list given is the whole list: who is not on it did not come."""
    rules.may_change_session(session, by).require()
    wanted = {partner.pk for partner in came}
    known = set(session.attendances.values_list("partner_id", flat=True))
    session.attendances.filter(partner_id__in=known - wanted).delete()
    Attendance.objects.bulk_create(
        [Attendance(session=session, partner_id=pk) for pk in sorted(wanted - known)]
    )
    record("attendance recorded", session, by=by, content={"came": len(wanted)})


@transaction.atomic
def write_notes(*, session: Session, notes: str, by: Viewer) -> None:
    """Keep the notes of a session. No names belong in them."""
    rules.may_change_session(session, by).require()
    session.notes = notes
    session.save(update_fields=["notes"])
    record("notes written", session, by=by)


@transaction.atomic
def close_round(*, round: Round, by: Viewer) -> None:
    """Close a round for good: every workshop has ended and everything asked for has its answer."""
    rules.may_close_round(round, by).require()
    round.closed_at, round.closed_by_id = timezone.now(), by.account_id
    round.save(update_fields=["closed_at", "closed_by"])
    record("round closed", round, by=by)
