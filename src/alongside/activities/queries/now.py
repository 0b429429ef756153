"""Where a room is now: what it does, and in which break-out group somebody sits."""

from collections.abc import Sequence

from django.db.models import Q

from alongside.activities.models import Activity, ActivityState
from alongside.activities.queries.words import placed
from alongside.kit.db.written import Written
from alongside.workshops.models import Seat, Session

_GOES_ON = (ActivityState.OPEN, ActivityState.PAUSED)


def group_number(seat: Seat) -> int:
    """The break-out group a seat is in while people are apart; 0 in the whole room."""
    group = seat.break_out if seat.session.is_apart else None
    return group.number if group is not None else 0


def current_activity(session: Session) -> Activity | None:
    """What the room does now: the activity of the item that runs, else the last one that is open."""
    return current_of(placed(_CURRENT(session.pk), session))


_RUNS = Q(item__started_at__isnull=False, item__ended_at=None) | Q(state__in=_GOES_ON)
_CURRENT: Written[Activity] = Written(
    lambda session: (
        Activity.objects.filter(_RUNS, session=session).select_related("item").order_by("item__position")
    )
)


def current_of(activities: Sequence[Activity]) -> Activity | None:
    """The same among the activities of a session, in the order of its run sheet, with their items."""
    running = [one for one in activities if one.item.started_at and not one.item.ended_at]
    if running:
        return running[-1]
    going = [one for one in activities if one.state in _GOES_ON]
    return max(going, key=lambda one: one.opened_at.timestamp() if one.opened_at else 0.0, default=None)
