"""By which way answers came in: on people's own phones, on paper, told to us, in a one-to-one talk."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count

from alongside.activities.models import Activity, ActivityState, CameBy, Contribution
from alongside.activities.queries.words import list_activities
from alongside.workshops.models import Seat, Session


@dataclass(frozen=True)
class WaysIn:
    """How many answers to one activity came in by each way. No names, and nobody's turn."""

    activity: Activity
    own: int
    paper: int
    told: int
    alone: int

    @property
    def is_open(self) -> bool:
        """Whether a sheet of it can be typed in: from when it was opened first."""
        return self.activity.state != ActivityState.PLANNED


MOST_TALKS = 50


def talks_of(session: Session) -> list[Seat]:
    """The seats of one-to-one talks of a workshop, the newest first."""
    return list(session.seats.filter(is_one_to_one=True).order_by("-joined_at")[:MOST_TALKS])


def sheets_in(session: Session) -> list[WaysIn]:
    """Each activity of a workshop with how many answers came in by which way: two queries."""
    found = Contribution.objects.standing().filter(activity__session=session).order_by()
    counts: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for pk, way, n in found.values_list("activity", "came_by").annotate(n=Count("pk")):
        counts[pk][way] = n
    return [_ways_in(activity, counts[activity.pk]) for activity in list_activities(session)]


def _ways_in(activity: Activity, counts: dict[str, int]) -> WaysIn:
    told = counts.get(CameBy.ROOM, 0) + counts.get(CameBy.LINE, 0)
    return WaysIn(activity, counts.get("", 0), counts.get(CameBy.POST, 0), told, counts.get(CameBy.ALONE, 0))
