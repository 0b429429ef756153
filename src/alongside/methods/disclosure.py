"""The guard for small groups: which counts may be shown so that nobody's answer can be worked out.

A table by group gives answers away long before it looks small: where all of a group say the same, where one person
takes their own answer away and the rest are alike, where one table is taken from another. So a group is shown only if
it has at least k people and is *mixed*: no answer was given by all of them but one. Then it stays mixed for somebody
inside who takes their own answer away. Whatever can be had by taking released tables from each other must keep the
same rule: the people are cut into pieces by everything that was ever released, and each piece is judged like a group.
Everything released is a sum over pieces, so nobody, inside or outside, learns more than safe pieces say.

k is 5 for those who work together and 10 for everybody else (ONS and ICO practice counts 10; with rooms of 3 to 11
people a bare “n of 5 or more” gives an answer away in every fourth poll, see `benchmarks/disclosure.py`).

Answers are sets of picks, so that a poll with several picks is judged by the same rule. Free text is not: whoever
shows reasons beside a count must guard those by themselves.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

INSIDE = 5
"""k for those who work together in the partnership."""
PUBLIC = 10
"""k for everybody else."""
REDRAW = 5
"""How many people must have answered since a count was last drawn, while it is open."""

Person = Hashable
Votes = Mapping[Any, Collection[str]]
"""What each person picked. One person has one entry; somebody who changes an answer is a new entry."""
Key = TypeVar("Key", bound=Hashable)
Answer = TypeVar("Answer")


class Why(Enum):
    """Why a count is not shown."""

    ONE_SIDE = "there is nothing to compare"
    TOO_FEW = "a group has too few people"
    TOO_ALIKE = "the people of a group said nearly the same"
    TOO_CLOSE = "it differs by too few people from what was shown before"
    A_ROOM_KNOWS = "people who know what their own room said could work out the rest"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the guard says. `why` is None when the count may be shown; `groups` are those it stumbled over."""

    why: Why | None = None
    groups: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.why is None


YES = Finding()


def count(people: Iterable[Person], votes: Votes) -> Counter[str]:
    """How many of these people picked each answer."""
    return Counter(pick for person in people for pick in set(votes.get(person, ())))


def is_mixed(people: Set[Person], votes: Votes) -> bool:
    """Whether nobody's answer follows, not even for one of them who takes their own away.

    True when every answer was left out by two people at least. People whose answer is not known any more (they took
    it back) are never mixed, for then nobody can tell.
    """
    if any(person not in votes for person in people):
        return False
    return all(n <= len(people) - 2 for n in count(people, votes).values())


def is_safe(people: Set[Person], votes: Votes, k: int) -> bool:
    """Whether the count of these people can stand by itself."""
    return len(people) >= k and is_mixed(people, votes)


def pieces(cuts: Iterable[Iterable[Set[Person]]]) -> list[frozenset[Person]]:
    """The people cut by all these tables at once: two are in one piece when no table ever parts them.

    Those in no table at all are in no piece.
    """
    where: dict[Person, list[tuple[int, int]]] = {}
    for number, cut in enumerate(cuts):
        for place, group in enumerate(cut):
            for person in group:
                where.setdefault(person, []).append((number, place))
    found: dict[tuple[tuple[int, int], ...], set[Person]] = {}
    for person, places in where.items():
        found.setdefault(tuple(places), set()).add(person)
    return [frozenset(piece) for piece in found.values()]


def may_show_total(people: Set[Person], votes: Votes, *, is_told: bool) -> Finding:
    """Whether a room may see its own total: always when people were told before that it shows if all agree.

    Else only when it is mixed.
    """
    return YES if is_told or is_mixed(people, votes) else Finding(Why.TOO_ALIKE)


def may_show_groups(
    groups: Mapping[str, Set[Person]],
    votes: Votes,
    *,
    k: int,
    before: Sequence[Iterable[Set[Person]]] = (),
    rooms: Iterable[Set[Person]] = (),
) -> Finding:
    """Whether a table with one line for each group may be shown; the total of all lines counts as known.

    `before` are the tables that were shown already, each as its sets of people. `rooms` are sets whose total its own
    people know, because they saw it on their wall: each is judged by itself, as no one person was in all of them.
    """
    cut = [frozenset(group) for group in groups.values() if group]
    if len(cut) < 2:
        return Finding(Why.ONE_SIDE)
    few = tuple(name for name, group in groups.items() if 0 < len(group) < k)
    if few:
        return Finding(Why.TOO_FEW, few)
    alike = tuple(name for name, group in groups.items() if group and not is_mixed(group, votes))
    if alike:
        return Finding(Why.TOO_ALIKE, alike)
    shown = [*before, cut]
    if not all(is_safe(piece, votes, k) for piece in pieces(shown)):
        return Finding(Why.TOO_CLOSE)
    return _judge_rooms(shown, votes, k, rooms)


def _judge_rooms(
    shown: Sequence[Iterable[Set[Person]]], votes: Votes, k: int, rooms: Iterable[Set[Person]]
) -> Finding:
    """Whoever was in a room knows its total already, and takes it from what the table shows.

    A room that lies in one piece tells its people the rest of that piece. One that lies across pieces could tell them
    either part of each, so every part has to be safe.
    """
    whole = pieces(shown)
    for room in rooms:
        touched = [piece for piece in whole if piece & room]
        parts = [piece - room for piece in touched]
        if len(touched) > 1:
            parts += [piece & room for piece in touched]
        if not all(is_safe(part, votes, k) for part in parts if part):
            return Finding(Why.A_ROOM_KNOWS)
    return YES


def widest(
    groups: Mapping[str, Set[Person]], votes: Votes, *, k: int, others: str = "others"
) -> dict[str, frozenset[Person]]:
    """The finest table that can stand by itself: groups that cannot are put together as `others`.

    If these still cannot, the smallest group that can joins them, and so on. One line is left when nothing can be
    compared; then `may_show_groups` says no.
    """
    sides = {name: frozenset(group) for name, group in groups.items() if group}
    good = {name: group for name, group in sides.items() if is_safe(group, votes, k)}
    rest = frozenset[Person]().union(*(group for name, group in sides.items() if name not in good))
    while good and rest and not is_safe(rest, votes, k):
        smallest = min(good, key=lambda name: (len(good[name]), name))
        rest |= good.pop(smallest)
    return {**good, others: rest} if rest else good


def may_redraw(shown: Set[Person], now: Set[Person], *, is_closed: bool) -> bool:
    """Whether a room's count may be drawn anew: after it closed, or when enough people differ."""
    return is_closed or len(shown ^ now) >= REDRAW


class InSteps(Generic[Key, Answer]):
    """A count that is drawn in steps: what came in waits until enough *people* have answered since the last step.

    One person who changes an answer five times is one person. What is taken back goes at once: that is a promise, and
    only its author chooses it. `add` and `remove` are those of the tally that is drawn.
    """

    def __init__(
        self, add: Callable[[Key, Answer], None], remove: Callable[[Key, Answer], None], every: int = REDRAW
    ) -> None:
        self._add, self._remove, self._every = add, remove, every
        self._waiting: list[tuple[bool, Key, Hashable, Answer]] = []
        self._people: set[Hashable] = set()

    def add(self, key: Key, person: Hashable, answer: Answer) -> None:
        """An answer came in."""
        self._wait(True, key, person, answer)

    def replaced(self, key: Key, person: Hashable, answer: Answer) -> None:
        """An answer gave way to a newer one of the same person, which is added next."""
        self._waiting.append((False, key, person, answer))

    def taken_back(self, key: Key, person: Hashable, answer: Answer) -> None:
        """An answer was taken back or off the wall: it goes now, with all that waits of the same person."""
        mine = [step for step in self._waiting if step[2] == person]
        self._waiting = [step for step in self._waiting if step[2] != person]
        self._do([*mine, (False, key, person, answer)])

    def passed(self, person: Hashable) -> None:
        """Somebody answered and took it back: when counting anew from what is kept, the steps fall where they fell."""
        self._people.add(person)
        if len(self._people) >= self._every:
            self.let_in()

    def let_in(self) -> None:
        """Draw everything that waits: it closed."""
        waiting, self._waiting = self._waiting, []
        self._people.clear()
        self._do(waiting)

    def _wait(self, is_new: bool, key: Key, person: Hashable, answer: Answer) -> None:
        self._waiting.append((is_new, key, person, answer))
        self.passed(person)

    def _do(self, steps: Iterable[tuple[bool, Key, Hashable, Answer]]) -> None:
        for is_new, key, _person, answer in steps:
            (self._add if is_new else self._remove)(key, answer)
