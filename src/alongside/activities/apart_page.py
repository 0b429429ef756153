"""The page of break-out groups, its pane on the console, and the wall of one group."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from alongside.activities import board, queries
from alongside.activities.live import who
from alongside.activities.models import Contribution
from alongside.activities.registry import kind_for
from alongside.kit.access import Viewer
from alongside.kit.db.written import Written
from alongside.kit.errors import NotVisible
from alongside.workshops.models import Session, Split
from alongside.workshops.queries import Group, groups_of, without_group
from alongside.workshops.rules import may_come_together, may_go_apart, may_split

SIZES = (3, 4, 5, 6)


@dataclass(frozen=True)
class GroupLine:
    """One group on the facilitators' page: who is in it, where its wall is, how many of it have answered."""

    of: Group
    wall: str
    answered: int


def context(session: Session, viewer: Viewer, base: str) -> dict[str, Any]:
    """Everything on the page. `base` is the address this server has outside."""
    groups = groups_of(session)
    answered = _answered(session) if session.is_apart else {}
    return {
        "session": session,
        "series": session.round.series,
        "stage": "run",
        "groups": [
            GroupLine(each, base + wall_of(session, each.group.number), answered.get(each.group.number, 0))
            for each in groups
        ],
        "loose": without_group(session, groups),
        "splits": Split.choices[1:],
        "sizes": SIZES,
        "may_split": may_split(session, viewer),
        "may_go": may_go_apart(session, viewer),
        "may_come": may_come_together(session, viewer),
    }


def wall_of(session: Session, number: int) -> str:
    """Where the wall of a group is; whoever has the address may look at it until the workshop ends."""
    return reverse("activities:group_wall", args=[who.wall_token(session.pk, number)])


def _answered(session: Session) -> dict[int, int]:
    """How many authors of each group have an answer that stands in what is on now."""
    activity = queries.current_activity(session)
    if activity is None:
        return {}
    rows = Contribution.objects.standing().filter(activity=activity, apart__gt=0)
    authors = set(rows.order_by().values_list("apart", "mark"))
    counts: dict[int, int] = {}
    for number, _mark in authors:
        counts[number] = counts.get(number, 0) + 1
    return counts


def group_wall(token: str) -> dict[str, Any]:
    """The wall of one group: its name, the question, and its own words; nothing of other groups."""
    session, number = _session_of(token)
    found = next((each for each in groups_of(session) if each.group.number == number), None)
    if found is None:
        raise NotVisible
    activity = queries.current_activity(session) if session.is_apart else None
    shown = activity is not None and activity.is_shown and not board.stage_of(activity).is_counted
    context: dict[str, Any] = {
        "session": session,
        "here": found,
        "token": token,
        "number": number,
        "activity": activity,
        "kind": kind_for(activity.kind) if activity else None,
        "at_stage": board.stage_of(activity) if activity else None,
        "answered": _answered(session).get(number, 0) if session.is_apart else 0,
        "is_shown": False,
    }
    if activity is not None and shown:
        context |= queries.picture_of(activity, apart=number).context()
    return context


_GOING_ON: Written[Session] = Written(
    lambda pk: Session.objects.select_related("round__series__project").exclude(state="ended").filter(pk=pk)
)


def _session_of(token: str) -> tuple[Session, int]:
    opened = who.opened_token(token)
    session = None
    if opened is not None and opened[1]:
        session = _GOING_ON.first(opened[0])
    if opened is None or session is None:
        raise NotVisible
    return session, opened[1]
