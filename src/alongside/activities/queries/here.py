"""Who is here, by group, and who may want another way in. For the console alone: never a list by how much."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count

from alongside.activities.models import Activity, Contribution
from alongside.activities.queries.console import Console, SeatLine
from alongside.facilitation.queries import Desk
from alongside.methods.turns import is_room_quiet, not_heard_yet
from alongside.people.models import Group
from alongside.workshops.models import Session

FEW_NAMES = 2
MOST_BY_NAME = 24


@dataclass(frozen=True)
class Heard:
    """Somebody in the room with turns of speech, and how much they wrote where names show."""

    line: SeatLine
    turns: int
    written: int

    @property
    def is_here(self) -> bool:
        """Whether they are in the room now."""
        return self.line.state in {"phone", "line"}


@dataclass(frozen=True)
class GroupHere:
    """The people of one group, and the turns of those of them without a seat."""

    group: Group | None
    people: list[Heard]
    unnamed_turns: int

    @property
    def here(self) -> int:
        """How many are in the room now."""
        return sum(each.is_here for each in self.people)


@dataclass(frozen=True)
class AnotherWay:
    """Who has not had a say yet, and what may help. `first` are a few by name, `more` how many others."""

    first: list[Heard]
    more: int
    is_room_quiet: bool

    @property
    def count(self) -> int:
        """How many people."""
        return len(self.first) + self.more


@dataclass(frozen=True)
class Here:
    """Who is here."""

    groups: list[GroupHere]
    another_way: AnotherWay | None
    is_long: bool
    """So many that names are folded away."""
    has_turns: bool


def here_of(console: Console, desk: Desk) -> Here:
    """Group the seats of a console, with the turns on the desk. One query more, where names show."""
    people = [Heard(line, desk.turns.get(line.seat.pk, 0), 0) for line in console.seats]
    written = _written(console.session, console.lines)
    if written:
        people = [Heard(each.line, each.turns, written.get(each.line.seat.pk, 0)) for each in people]
    has_turns = any(desk.turns.values()) or any(desk.group_turns.values())
    return Here(
        groups=list(_by_group(people, console.session, desk.group_turns)),
        another_way=_another_way(people, sum(desk.group_turns.values())) if has_turns else None,
        is_long=len(people) > MOST_BY_NAME,
        has_turns=has_turns,
    )


def _written(session: Session, lines: Iterable[object]) -> dict[int, int]:
    """Answers under a name by seat; nobody is counted where names do not show."""
    named = [
        line.activity.pk  # type: ignore[attr-defined]
        for line in lines
        if isinstance(getattr(line, "activity", None), Activity) and not line.activity.is_anonymous  # type: ignore[attr-defined]
    ]
    if not named:
        return {}
    rows = Contribution.objects.standing().filter(activity__in=named, seat__isnull=False)
    return dict(rows.order_by().values_list("seat").annotate(n=Count("pk")))


def _by_group(
    people: list[Heard], session: Session, unnamed: Mapping[int | None, int]
) -> Iterable[GroupHere]:
    groups = {each.line.seat.group_id: each.line.seat.group for each in people}
    if session.group_id or not people:
        groups.setdefault(session.group_id, session.group)
    for key, group in sorted(groups.items(), key=lambda pair: pair[1].position if pair[1] else 999):
        mine = [each for each in people if each.line.seat.group_id == key]
        if mine or key is not None:
            yield GroupHere(group, mine, unnamed.get(key, 0))


def _another_way(people: list[Heard], unnamed_turns: int) -> AnotherWay | None:
    here = {each: each.turns + each.written for each in people if each.is_here}
    quiet = list(not_heard_yet(here, unnamed_turns))
    if not quiet:
        return None
    return AnotherWay(quiet[:FEW_NAMES], max(len(quiet) - FEW_NAMES, 0), is_room_quiet(here))
