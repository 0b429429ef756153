"""What a room's screens show now: one JSON text and the words in it, made in the painter's thread."""

import json
from typing import Any

from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from alongside.activities.live.facts import SessionFacts, ends_at, seconds_left
from alongside.activities.live.tallies import Running, Tallies
from alongside.activities.models import Activity, ActivityState
from alongside.activities.queries import picture_of
from alongside.activities.registry import kind_for

ROOM, STAGE = "room", "stage"
AUDIENCES = (ROOM, STAGE)


def paint(facts: SessionFacts, audience: str, tallies: Tallies) -> str:
    """The state of a session for an audience as JSON, without its version."""
    running = tallies.of(facts.activity) if facts.activity else None
    state = {
        "now": _now(facts),
        "here": facts.here,
        "answered": running.people if running else 0,
        "html": _html(running, audience) if running else "",
    }
    return json.dumps(state, ensure_ascii=False, separators=(",", ":"))


def _now(facts: SessionFacts) -> dict[str, Any]:
    """Where the group is."""
    item, activity = facts.item, facts.activity
    ends = ends_at(item) if item else None
    return {
        "session": facts.session.state,
        "item": item.pk if item else None,
        "title": item.title if item else "",
        "activity": activity.pk if activity else None,
        "state": activity.state if activity else "",
        "stage": activity.stage if activity else 0,
        "is_shown": is_shown(activity) if activity else False,
        "url": _address(activity),
        "ends": round(ends.timestamp() * 1000) if ends else None,
        "plan": facts.plan,
        "clock": facts.session.is_clock_shown,
        "look": facts.session.wall_look,
        "left": seconds_left(item, timezone.now()) if item and item.paused_at else None,
    }


def _address(activity: Activity | None) -> str:
    """Where a phone finds what is on now."""
    try:
        return reverse("activities:answer", args=[activity.pk]) if activity else reverse("workshops:seat")
    except NoReverseMatch:
        return "/"


def is_shown(activity: Activity) -> bool:
    """Whether the room sees the result: the facilitators said so, and it is not one that waits until it is closed."""
    kind = kind_for(activity.kind)
    waits = kind.hides_early and not kind.stages and activity.state != ActivityState.CLOSED
    return activity.is_shown and not waits


def _html(running: Running, audience: str) -> str:
    """The result as the room screen (wall) or a phone (result) shows it; nothing until it may be seen."""
    activity = running.activity
    if not is_shown(activity):
        return ""
    picture = picture_of(activity, running.result())
    template = "activities/parts/on_wall.html" if audience == STAGE else picture.result_template
    return render_to_string(template, {**picture.context(), "is_shown": True})
