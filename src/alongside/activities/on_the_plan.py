"""What activities tell the plan of a workshop and the seats in its room."""

from collections.abc import Mapping

from django.urls import reverse

from alongside.activities.models import Activity, ActivityState
from alongside.activities.queries import current_activity
from alongside.activities.registry import kind_for
from alongside.kit.errors import NotVisible
from alongside.workshops.events import Place, StepNote, register_step_notes, register_where_now
from alongside.workshops.models import Session


@register_where_now
def where_now(session_id: int) -> Place:
    """The page on which a room answers now, and the moment it is at."""
    activity = current_activity(Session(pk=session_id))
    if activity is None:
        return Place()
    is_open = activity.state in {ActivityState.OPEN, ActivityState.PAUSED}
    page = reverse("activities:answer", args=[activity.pk]) if is_open else None
    return Place(page, f"{activity.pk},{activity.state},{activity.stage}")


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
