"""What a room's screens show now: one JSON text and the words in it, made in the painter's thread."""

import json
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import override

from alongside.activities.board import stage_of
from alongside.activities.live.facts import SessionFacts, ends_at, seconds_left
from alongside.activities.live.tallies import Running, Tallies
from alongside.activities.models import Activity, ActivityState
from alongside.activities.queries import picture_of
from alongside.activities.registry import kind_for
from alongside.facilitation.cards import called_by
from alongside.kit.languages import others
from alongside.workshops.queries import beside

ROOM, STAGE = "room", "stage"
AUDIENCES = (ROOM, STAGE)
LANGUAGE = "@"
"""“room@ur” are the phones of the room that are in Urdu: each language in use is painted once, for all of them."""


def audience_in(audience: str, language: str) -> str:
    """The audience of a phone in a language; the screens of the team, and phones in English, have no mark."""
    is_marked = base_of(audience) == ROOM and language in others()
    return f"{audience}{LANGUAGE}{language}" if is_marked else audience


def language_of(audience: str) -> str:
    """The language of an audience."""
    return audience.partition(LANGUAGE)[2] or settings.LANGUAGE_CODE


def base_of(audience: str) -> str:
    """The audience without its group: “room.3” is the room for the third break-out group."""
    return audience.partition(LANGUAGE)[0].partition(".")[0]


def group_of(audience: str) -> int:
    """The break-out group an audience is in; 0 for the whole room."""
    return int(audience.partition(LANGUAGE)[0].partition(".")[2] or 0)


def who_listens(facts: SessionFacts, audience: str) -> frozenset[int]:
    """The seats that may listen."""
    number = group_of(audience)
    return facts.groups.get(number, frozenset()) if number else facts.present


def paint(facts: SessionFacts, audience: str, tallies: Tallies) -> str:
    """The state of a session for an audience as JSON, in its language and without its version."""
    with override(language_of(audience)):
        return _painted(facts, audience, tallies)


def _painted(facts: SessionFacts, audience: str, tallies: Tallies) -> str:
    number = group_of(audience)
    running = tallies.of(facts.activity, number) if facts.activity else None
    is_elsewhere = facts.session.is_apart and not number
    state = {
        "now": _now(facts) | _floor(facts, base_of(audience)),
        "here": len(who_listens(facts, audience)),
        "answered": running.people if running else 0,
        "html": "" if running is None or is_elsewhere else _html(running, base_of(audience), number),
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
        "beside": beside(facts.session, facts.item.shows if facts.item else ""),
        "look": facts.session.wall_look,
        "left": seconds_left(item, timezone.now()) if item and item.paused_at else None,
    }


def _floor(facts: SessionFacts, audience: str) -> dict[str, Any]:
    """The card that calls the phones and the seat with the chair; for room screen and console counters that say
    “look again”. What stands on the console is never told."""
    floor = facts.floor
    told = {"call": called_by(floor), "chair": floor.chair_id if floor else None}
    if audience == STAGE and floor is not None:
        return told | {"room": floor.room_changes, "desk": floor.changes}
    return told


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


def _html(running: Running, audience: str, number: int) -> str:
    """The result as the room screen (wall) or a phone (result) shows it; nothing until it may be seen."""
    activity = running.activity
    if not is_shown(activity) or (number and stage_of(activity).is_counted):
        return ""
    picture = picture_of(activity, running.result())
    template = "activities/parts/on_wall.html" if audience == STAGE else picture.result_template
    return render_to_string(template, {**picture.context(), "is_shown": True})
