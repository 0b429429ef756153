"""What the room screen shows: how to join, the question, what people said once it is shown, and its few buttons."""

from typing import Any

from django.urls import reverse

from alongside.activities import board, console_page, queries, rules
from alongside.activities.models import Activity
from alongside.activities.registry import kind_for
from alongside.facilitation.queries import shown_card
from alongside.kit.access import Viewer
from alongside.workshops.models import Session
from alongside.workshops.queries import Slide, groups_of, opening_of, slide_of


def context(session: Session, viewer: Viewer, public_url: str, slide: str = "") -> dict[str, Any]:
    """For the template. `public_url` is what people type before the path; `slide` which one of the opening."""
    console = queries.console_of(session)
    activity = queries.current_of([line.activity for line in console.lines if line.activity])
    token = session.link_token
    return {
        "session": session,
        "look": session.wall_look,
        "console": console,
        "activity": activity,
        "kind": kind_for(activity.kind) if activity else None,
        "at_stage": board.stage_of(activity) if activity else None,
        "code": console_page.shown_code(session),
        "shown": shown_card(session),
        "join_url": public_url + reverse("workshops:door_link", args=[token]) if token else "",
        "beads": [number < console.answered for number in range(console.here)],
        "may_run": rules.may_run(session, viewer),
        "slide": _slide(console, slide),
        "groups": groups_of(session) if session.is_apart else [],
        **_picture(activity),
    }


def _slide(console: queries.Console, slide: str) -> Slide | None:
    """What the round opens with, while the step that shows it runs."""
    if console.now is None or console.now.item.shows != "opening":
        return None
    return slide_of(opening_of(console.session), slide)


def _picture(activity: Activity | None) -> dict[str, object]:
    if activity is None or not activity.is_shown or activity.session.is_apart:
        return {"picture": None, "is_shown": False}
    return queries.picture_of(activity).context()
