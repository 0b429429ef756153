"""The guide of a round: the run sheet of one session, as the parallel sessions run it too.

Steps are the same where they have the same `guide_key`. This compares; `actions.sharing` brings in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from alongside.activities.models import Activity
from alongside.workshops.models import AgendaItem, Deviation, Differs, Session

OF_STEP = ("title", "minutes", "guide", "asks", "bring", "shows")
OF_ACTIVITY = ("kind", "question", "hint", "is_anonymous")
OWN = {Differs.QUESTION, Differs.GUIDE, Differs.LENGTH}


@dataclass(frozen=True)
class Step:
    """A step of a run sheet with its activity, if it has one."""

    item: AgendaItem
    activity: Activity | None = None

    @property
    def key(self) -> str:
        """Its name in the guide; empty for a step of this session's own."""
        return self.item.guide_key

    @property
    def has_begun(self) -> bool:
        """Whether it is too late to change it."""
        return self.item.started_at is not None

    @property
    def facts(self) -> dict[str, Any]:
        """Everything that the other sessions take over."""
        facts = {name: getattr(self.item, name) for name in OF_STEP}
        if self.activity is not None:
            facts |= {name: getattr(self.activity, name) for name in OF_ACTIVITY}
            facts["setup"] = plain_setup(self.activity.setup)
        return facts


def plain_setup(setup: Mapping[str, Any]) -> dict[str, Any]:
    """The set-up without what was done to this room's own picture."""
    return {name: value for name, value in setup.items() if name != "hidden"}


@dataclass(frozen=True)
class Offer:
    """Something the guide has now and a session has not: `new`, `changed`, `gone` or `order`."""

    what: str
    title: str


@dataclass(frozen=True)
class Cell:
    """How one session stands to one step of the guide."""

    state: str
    """same, waits (not brought in yet), left_out, or differs."""
    deviations: list[Deviation] = field(default_factory=list)


@dataclass(frozen=True)
class Sheet:
    """One session's run sheet beside the guide."""

    session: Session
    steps: list[Step]
    deviations: list[Deviation]

    @property
    def by_key(self) -> dict[str, Step]:
        """The steps it has of the guide."""
        return {step.key: step for step in self.steps if step.key}

    @property
    def own(self) -> list[Step]:
        """Steps that are only here."""
        return [step for step in self.steps if not step.key]

    def went_own_way(self, key: str, *what: Differs) -> bool:
        """Whether this session changed the step, or left it out, on purpose."""
        return any(each.guide_key == key and each.what in what for each in self.deviations)

    def cell(self, key: str) -> Cell:
        """How it stands to a step of the guide."""
        mine = [each for each in self.deviations if each.guide_key == key]
        if any(each.what == Differs.LEFT_OUT for each in mine):
            return Cell("left_out", mine)
        if key not in self.by_key:
            return Cell("waits")
        return Cell("differs" if mine else "same", mine)


def sheets_of(sessions: Sequence[Session]) -> list[Sheet]:
    """The run sheets of parallel sessions, in three queries."""
    items: dict[int, list[AgendaItem]] = {session.pk: [] for session in sessions}
    for item in AgendaItem.objects.filter(session__in=sessions).order_by("position", "pk"):
        items[item.session_id].append(item)
    activities = {each.item_id: each for each in Activity.objects.filter(session__in=sessions).order_by()}
    noted: dict[int, list[Deviation]] = {session.pk: [] for session in sessions}
    for each in Deviation.objects.filter(session__in=sessions).select_related("made_by", "session"):
        noted[each.session_id].append(each)
    found = []
    for session in sessions:
        steps = [Step(item, activities.get(item.pk)) for item in items[session.pk]]
        for step in steps:
            step.item.session = session
        found.append(Sheet(session, steps, noted[session.pk]))
    return found


def offers(lead: Sheet, other: Sheet) -> list[Offer]:
    """What the guide has that a session could take over now: not what it has run, nor what it changed on purpose."""
    mine, theirs = other.by_key, lead.by_key
    found = []
    for key, step in theirs.items():
        title = step.item.title
        if key not in mine:
            if not other.went_own_way(key, Differs.LEFT_OUT):
                found.append(Offer("new", title))
        elif may_follow(other, mine[key]) and mine[key].facts != step.facts:
            found.append(Offer("changed", title))
    gone = [step for key, step in mine.items() if key not in theirs and not step.has_begun]
    found += [Offer("gone", step.item.title) for step in gone]
    return found or _order(lead, other)


def may_follow(sheet: Sheet, step: Step) -> bool:
    """Whether a step of a session still takes over what the guide says."""
    was_opened = step.activity is not None and step.activity.opened_at is not None
    return not step.has_begun and not was_opened and not sheet.went_own_way(step.key, *OWN)


def _order(lead: Sheet, other: Sheet) -> list[Offer]:
    waiting = [key for key, step in other.by_key.items() if not step.has_begun]
    wanted = [key for key in lead.by_key if key in waiting]
    return [] if waiting == wanted else [Offer("order", "")]


def in_order(lead: Sheet, steps: Iterable[Step]) -> list[Step]:
    """Steps in the order of the guide; what has begun stays first, a step of one's own stays behind its neighbour."""
    steps = list(steps)
    begun = [step for step in steps if step.has_begun]
    behind: dict[str, list[Step]] = {}
    last, ahead = "", []
    for step in steps:
        if step.key:
            last = step.key
        elif not step.has_begun and last:
            behind.setdefault(last, []).append(step)
        elif not step.has_begun:
            ahead.append(step)
    waiting = {step.key: step for step in steps if step.key and not step.has_begun}
    ordered = list(begun)
    for step in begun:
        ordered += behind.pop(step.key, []) if step.key else []
    for key in lead.by_key:
        ordered += [waiting.pop(key)] if key in waiting else []
        ordered += behind.pop(key, [])
    rest = [*waiting.values(), *(step for steps in behind.values() for step in steps), *ahead]
    return ordered + rest
