"""Changing the run sheet while it runs: another order, a step left out, a clock for all or not."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.workshops import rules
from alongside.workshops.actions.deviating import forget_deviation, note_deviation
from alongside.workshops.events import changed
from alongside.workshops.models import AgendaItem, Differs, Session, WallLook


@transaction.atomic
def place_item(*, item: AgendaItem, place: int, by: Viewer) -> None:
    """Put a step to come at a place among the steps to come, 0 for the first. Those before them stay."""
    session = _held(item.session_id)
    rules.may_change_session(session, by).require()
    steps = list(session.agenda.order_by("position", "pk"))
    waiting = _to_come(steps)
    if item not in waiting:
        raise Refused(_("This step has begun, so it stays where it is."))
    order = [step for step in waiting if step != item]
    order.insert(max(0, min(place, len(order))), item)
    if order == waiting:
        return
    _number(
        [step for step in steps if step not in waiting or steps.index(step) < steps.index(waiting[0])] + order
    )
    record("agenda item moved", item, by=by, content={"place": order.index(item) + 1})
    changed(session.pk)


def shift_item(*, item: AgendaItem, places: int, by: Viewer) -> None:
    """Move a step to come up (below nought) or down among the steps to come."""
    waiting = _to_come(list(item.session.agenda.order_by("position", "pk")))
    at = waiting.index(item) if item in waiting else 0
    place_item(item=item, place=max(0, at + places), by=by)


@transaction.atomic
def skip_item(*, item: AgendaItem, by: Viewer) -> None:
    """Leave a step out that has not begun. It stays on the run sheet, and can be taken back."""
    rules.may_run(_held(item.session_id), by).require()
    item.refresh_from_db()
    if item.started_at:
        raise Refused(_("This step has begun. Go on to the next one instead."))
    if not item.skipped_at:
        _set_skipped(item, is_skipped=True, by=by)


@transaction.atomic
def take_back_skip(*, item: AgendaItem, by: Viewer) -> None:
    """A step that was left out waits for its turn again."""
    rules.may_run(_held(item.session_id), by).require()
    item.refresh_from_db()
    if item.skipped_at:
        _set_skipped(item, is_skipped=False, by=by)


def _set_skipped(item: AgendaItem, *, is_skipped: bool, by: Viewer) -> None:
    item.skipped_at = timezone.now() if is_skipped else None
    item.save(update_fields=["skipped_at"])
    if is_skipped and item.guide_key:
        note_deviation(session=item.session, what=Differs.LEFT_OUT, step=item.title, item=item, by=by)
    elif not is_skipped:
        forget_deviation(item=item, what=Differs.LEFT_OUT)
    record("step left out" if is_skipped else "step taken back in", item, by=by)
    changed(item.session_id)


@transaction.atomic
def show_clock(*, session: Session, is_shown: bool, by: Viewer) -> None:
    """Show the time left on the wall and on phones, or not."""
    rules.may_change_session(session, by).require()
    session.is_clock_shown = is_shown
    session.save(update_fields=["is_clock_shown"])
    record("clock shown" if is_shown else "clock put away", session, by=by)
    changed(session.pk)


@transaction.atomic
def set_wall_look(*, session: Session, look: str, by: Viewer) -> None:
    """Show the room screen light or dark (`light`, `dark`), or as the machine it runs on is set (`machine`)."""
    rules.may_change_session(session, by).require()
    session.wall_look = WallLook(look)
    session.save(update_fields=["wall_look"])
    record("room screen looks otherwise", session, by=by, content={"look": session.wall_look})
    changed(session.pk)


def _held(session_id: int) -> Session:
    """The session as it stands, held until we are done, so that two facilitators do not cross."""
    held = Session.objects.select_for_update(of=("self",)).select_related("round__series")
    return held.get(pk=session_id)


def _to_come(steps: list[AgendaItem]) -> list[AgendaItem]:
    """The steps after the last one that has begun."""
    begun = max((at for at, step in enumerate(steps) if step.started_at), default=-1)
    return steps[begun + 1 :]


def _number(steps: list[AgendaItem]) -> None:
    for position, step in enumerate(steps, start=1):
        step.position = position
    AgendaItem.objects.bulk_update(steps, ["position"])
