"""Reads across capabilities: a series so far, what to do next, a day's work."""

from dataclasses import dataclass, field

from alongside.home import dots
from alongside.kit.access import Viewer
from alongside.projects.rules import sees_of
from alongside.recommendations import queries as recommendations
from alongside.workshops import queries as workshops
from alongside.workshops.models import Series, Session
from alongside.workshops.queries import OwedThing, SeriesCount
from alongside.workshops.rules import may_plan

Open = OwedThing | recommendations.Owed
FEW = 5
MOST_OWED = 7


@dataclass(frozen=True)
class Bar:
    """Visits of one group; withheld when so few that somebody could be picked out."""

    group: object
    visits: int
    share: int
    is_withheld: bool


@dataclass(frozen=True)
class Overview:
    """A series so far."""

    series: Series
    count: SeriesCount
    dots: dots.Dots
    curtain: recommendations.Curtain
    bars: list[Bar]
    owed: list[Open] = field(default_factory=list)
    more_owed: int = 0


def overview_of(series: Series, viewer: Viewer) -> Overview:
    """Everything the page of a series shows, in a fixed number of queries."""
    count = workshops.count_series(series)
    asked = recommendations.overview_of(series)
    sessions = workshops.upcoming_sessions(viewer, series=series)
    owed: list[Open] = [*_before(sessions, viewer), *recommendations.owed_in(asked, viewer)]
    return Overview(
        series=series,
        count=count,
        dots=dots.drawn(count.rounds),
        curtain=recommendations.draw(asked),
        bars=_bars(count),
        owed=owed[:MOST_OWED],
        more_owed=max(len(owed) - MOST_OWED, 0),
    )


def _before(sessions: list[Session], viewer: Viewer) -> list[OwedThing]:
    """What is missing before workshops, for those who can mend it."""
    return workshops.things_owed(each for each in sessions if may_plan(each.round.series.project_id, viewer))


def _bars(count: SeriesCount) -> list[Bar]:
    most = max((each.visits for each in count.groups), default=1)
    is_any_small = any(each.visits < FEW for each in count.groups)
    return [
        Bar(each.group, each.visits, max(round(100 * each.visits / most), 1), is_any_small)
        for each in sorted(count.groups, key=lambda row: row.group.position)
    ]


@dataclass(frozen=True)
class Day:
    """What is next and what is owed, across the projects somebody works on."""

    now: list[Session]
    next: list[Session]
    owed: list[Open]
    more_owed: int
    all_series: list[Series]
    may_plan: bool


def day_of(viewer: Viewer) -> Day:
    """A day's work."""
    found = workshops.upcoming_sessions(viewer)
    sessions = [each for each in found if sees_of("plans", each.round.series.project_id, viewer)]
    now = [each for each in sessions if each.state == "running" or each.is_door_open]
    owed: list[Open] = [*_before(sessions, viewer), *recommendations.owed(viewer)]
    may = any(may_plan(project_id, viewer) for project_id in viewer.roles)
    following = [each for each in sessions if each not in now]
    more = max(len(owed) - MOST_OWED, 0)
    return Day(now, following[:6], owed[:MOST_OWED], more, workshops.list_series(viewer), may)
