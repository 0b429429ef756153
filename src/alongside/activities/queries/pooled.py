"""The results of the parallel sessions of a round, together: nobody can see which room said what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.activities import guide
from alongside.activities.api import ActivityKind, Result, Stage, Table
from alongside.activities.models import Activity, Contribution, Release
from alongside.activities.queries.counting import for_wall
from alongside.activities.queries.words import Said, said
from alongside.activities.registry import kind_for
from alongside.kit.errors import NotVisible
from alongside.methods import disclosure
from alongside.workshops.models import Round, Session

TOGETHER = ""
"""The name, among groups, of rooms that were for everybody."""


@dataclass(frozen=True)
class PoolLine:
    """One activity of the guide, as the list of a round shows it."""

    key: str
    activity: Activity
    workshops: int
    answers: int


def list_pools(round: Round) -> list[PoolLine]:
    """The activities of the guide, each with how many workshops did it and how many answers stand. One query."""
    standing = Q(
        contributions__replaced_at=None, contributions__withdrawn_at=None, contributions__hidden_at=None
    )
    found = (
        Activity.objects.filter(session__round=round)
        .exclude(item__guide_key="")
        .select_related("item", "session")
    )
    rows = list(found.annotate(answers=Count("contributions", filter=standing)).order_by("session__number"))
    by_key: dict[str, list[Any]] = {}
    for row in rows:
        by_key.setdefault(row.item.guide_key, []).append(row)
    lines = [
        PoolLine(
            key,
            _first(those),
            sum(one.opened_at is not None or one.answers > 0 for one in those),
            sum(one.answers for one in those),
        )
        for key, those in by_key.items()
    ]
    return sorted(lines, key=lambda line: line.activity.item.position)


def _first(activities: Sequence[Activity]) -> Activity:
    """The one of the session whose guide it is; else of the first session that has it."""
    return next((one for one in activities if one.session.follows_id is None), activities[0])


@dataclass
class Pool:
    """One activity of the guide over all sessions that asked the same. `elsewise` are those that asked otherwise."""

    round: Round
    key: str
    base: Activity
    activities: list[Activity]
    elsewise: list[Activity]
    releases: list[Release]

    @property
    def kind(self) -> ActivityKind:
        """Its kind."""
        return kind_for(self.base.kind)

    @cached_property
    def standing(self) -> list[Said]:
        """What stands in all rooms, in an order that says nothing about where or when it was said."""
        rows = Contribution.objects.standing().filter(activity__in=self.activities)
        mine = {one.pk: one for one in self.activities}
        found = sorted(rows, key=lambda row: row.pk)
        for row in found:
            row.activity = mine[row.activity_id]
        return [one for one in said(found) if one.answer is not None and self._is_common(one)]

    def _is_common(self, one: Said) -> bool:
        """Answers about a list that one room made mean something in that room only."""
        return one.contribution.slot < self._slots

    @property
    def _slots(self) -> int:
        """The stages before the first that stands on a room's own list."""
        stages = self.kind.stages
        return next((at for at, stage in enumerate(stages) if stage.needs_list), max(len(stages), 1))

    @property
    def has_own_lists(self) -> bool:
        """Whether there was more, which stands in each room's own result only."""
        return self._slots < len(self.kind.stages)

    @cached_property
    def shown(self) -> list[Said]:
        """What is counted now: after a table by group was shown, only when enough people more or fewer are there."""
        if self.kind.picks is None or not self.releases:
            return self.standing
        last = {each for group in self.releases[-1].people for each in group}
        now = {str(one.contribution.pk) for one in self.standing}
        if not last ^ now or disclosure.may_redraw(last, now, is_closed=False):
            return self.standing
        return [one for one in self.standing if str(one.contribution.pk) in last]

    @property
    def waiting(self) -> int:
        """Answers that wait until there are enough of them."""
        return len(self.standing) - len(self.shown)

    @property
    def setup(self) -> Mapping[str, Any]:
        """The set-up without any room's list; what one room took off its wall is off everywhere."""
        hidden = {part for one in self.activities for part in one.setup.get("hidden", ())}
        plain = guide.plain_setup(self.base.setup)
        more: dict[str, Any] = {"stage": self._slots - 1} if self.kind.stages else {}
        return {**plain, **more, **({"hidden": sorted(hidden)} if hidden else {})}

    @cached_property
    def result(self) -> Result:
        """The pooled count; room names stay in their rooms."""
        tally = self.kind.tally(self.setup)
        for one in self.shown:
            row = one.contribution
            tally.add(str(row.pk), for_wall(row.activity, one.answer or {}, "", bytes(row.mark)))
        return tally.result()

    @cached_property
    def table(self) -> Table:
        """Its rows."""
        return self.kind.table(self.result, self.setup)

    @property
    def people(self) -> int:
        """Authors behind it; somebody who came to two workshops counts twice."""
        return len({(one.contribution.activity_id, bytes(one.contribution.mark)) for one in self.shown})

    @property
    def workshops(self) -> int:
        """Workshops in which it was asked."""
        return sum(one.opened_at is not None or one.pk in self._answered for one in self.activities)

    @cached_property
    def _answered(self) -> set[int]:
        return {one.contribution.activity_id for one in self.standing}

    @property
    def base_words(self) -> str:
        """What is counted: “From 3 workshops, 20 people.”"""
        workshops = ngettext("%(n)d workshop", "%(n)d workshops", self.workshops) % {"n": self.workshops}
        people = ngettext("%(n)d person", "%(n)d people", self.people) % {"n": self.people}
        return _("From %(workshops)s, %(people)s.") % {"workshops": workshops, "people": people}

    @property
    def stage(self) -> Stage:
        """The stage the pooled picture is of."""
        return self.kind.stage(self._slots - 1 if self.kind.stages else 0)

    # ---- For the guard ----

    @property
    def is_counted_by_group(self) -> bool:
        """Whether its answers pick from a list, so that groups can be counted side by side."""
        return self.kind.picks is not None

    @cached_property
    def groups(self) -> dict[str, set[str]]:
        """Who was in a room for which group, as names of contributions; rooms for everybody stand together."""
        found: dict[str, set[str]] = {}
        for one in self.standing:
            group = one.contribution.activity.session.group
            found.setdefault(group.name if group else TOGETHER, set()).add(str(one.contribution.pk))
        return dict(sorted(found.items()))

    @property
    def votes(self) -> dict[str, list[str]]:
        """What each picked."""
        picks = self.kind.picks
        if picks is None:
            return {}
        return {str(one.contribution.pk): list(picks(one.answer or {}, self.setup)) for one in self.standing}

    @property
    def rooms(self) -> list[set[str]]:
        """Who was in which room: each room knows its own total."""
        found: dict[int, set[str]] = {}
        for one in self.standing:
            found.setdefault(one.contribution.activity_id, set()).add(str(one.contribution.pk))
        return list(found.values())

    def context(self) -> dict[str, Any]:
        """What the kind's result part draws."""
        return {
            "activity": self.base,
            "kind": self.kind,
            "setup": self.setup,
            "result": self.result,
            "table": self.table,
            "at_stage": self.stage,
            "is_shown": True,
            "template": f"activities/{self.kind.key}/result.html",
        }


def get_pool(round: Round, key: str) -> Pool:
    """One activity of the guide in all sessions of a round, or NotVisible."""
    found = Activity.objects.filter(session__round=round, item__guide_key=key).exclude(item__guide_key="")
    activities = list(found.select_related("item", "session__group").order_by("session__number"))
    if not activities:
        raise NotVisible(key)
    base = _first(activities)
    same = [one for one in activities if _asks(one) == _asks(base)]
    releases = list(Release.objects.filter(round=round, guide_key=key).select_related("made_by"))
    return Pool(round, key, base, same, [one for one in activities if one not in same], releases)


def _asks(activity: Activity) -> tuple[Any, ...]:
    return activity.kind, activity.question, guide.plain_setup(activity.setup)


def pool_rows(pool: Pool) -> Iterator[Sequence[str | int]]:
    """The pooled table as it is exported, with what is counted, and the tables by group that were shown."""
    yield [str(column) for column in pool.table.columns]
    for row in pool.table.rows:
        yield [cell if isinstance(cell, int) else str(cell) for cell in row]
    yield []
    yield [pool.base_words]
    for table in map(group_table, pool.releases[-1:]):
        yield []
        yield [_("Answer"), *(name for name, _people in table.columns)]
        yield [_("People"), *(people for _name, people in table.columns)]
        for answer, numbers in table.rows:
            yield [answer, *numbers]


@dataclass(frozen=True)
class GroupTable:
    """A table by group as it is drawn: each group with how many, and each answer with its numbers."""

    columns: list[tuple[str, int]]
    rows: list[tuple[str, list[int]]]


def group_table(release: Release) -> GroupTable:
    """The table by group that was shown."""
    lines = release.lines
    columns = [(group_name(line["name"]), line["people"]) for line in lines]
    answers = list(lines[0]["counts"]) if lines else []
    return GroupTable(columns, [(answer, [line["counts"][answer] for line in lines]) for answer in answers])


def group_name(name: str) -> str:
    """A line of a table by group in words."""
    return {TOGETHER: _("Rooms for everybody"), "others": _("Other groups together")}.get(name, name)


def sessions_in(round: Round) -> list[Session]:
    """The parallel sessions of a round in order, with whom they are for and whose guide they run by."""
    found = round.sessions.select_related("group", "follows").order_by("number")
    sessions = list(found)
    for session in sessions:
        session.round = round
    return sessions
