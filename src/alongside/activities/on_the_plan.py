"""What activities tell the plan of a workshop and the seats in its room."""

from collections.abc import Mapping

from django.urls import reverse

from alongside.activities.models import Activity, ActivityState
from alongside.activities.queries import current_activity
from alongside.activities.registry import kind_for
from alongside.kit.errors import NotVisible
from alongside.workshops.events import StepNote, register_step_notes, register_where_now
from alongside.workshops.models import Session


@register_where_now
def where_now(session_id: int) -> str | None:
    """The page on which a room answers now; None while no activity is open."""
    activity = current_activity(Session(pk=session_id))
    is_open = activity is not None and activity.state in {ActivityState.OPEN, ActivityState.PAUSED}
    return reverse("activities:answer", args=[activity.pk]) if activity is not None and is_open else None


@register_step_notes
def step_notes(session: Session) -> Mapping[int, StepNote]:
    """Each activity under its step: what it is, what it asks, where it is changed, and its paper."""
    return {
        activity.item_id: _note(activity) for activity in Activity.objects.filter(session=session).order_by()
    }


def _note(activity: Activity) -> StepNote:
    is_planned = activity.state == ActivityState.PLANNED
    href = reverse("activities:activity_edit" if is_planned else "activities:result", args=[activity.pk])
    return StepNote(
        _icon(activity.kind), activity.question, href, reverse("activities:paper", args=[activity.pk])
    )


def _icon(kind: str) -> str:
    try:
        return kind_for(kind).icon
    except NotVisible:
        return "speech"
