"""Who came, round by round. People and visits are counted apart, so that every figure can name its base.

A visit is one person in one session. The sum of visits is not a number of people: somebody who came to four rounds
is four visits and one person (Bayley et al. 2025, table 2: 77 visits by 40 people).
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Visit:
    """One person in one session of one round. Rounds are numbered in the order in which they were held."""

    round: int
    session: Hashable
    person: Hashable


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """One round: its visits, the people behind them, and how many of these were new or had been before."""

    round: int
    visits: int
    people: int
    new: int

    @property
    def back(self) -> int:
        """People of this round who had been in an earlier one."""
        return self.people - self.new


def per_round(visits: Iterable[Visit]) -> list[RoundFigures]:
    """The figures of each round that was visited, in the order of the rounds."""
    came: dict[int, list[Hashable]] = {}
    for visit in visits:
        came.setdefault(visit.round, []).append(visit.person)
    figures, before = [], set[Hashable]()
    for number in sorted(came):
        people = set(came[number])
        figures.append(RoundFigures(number, len(came[number]), len(people), len(people - before)))
        before |= people
    return figures


def per_session(visits: Iterable[Visit]) -> Counter[Hashable]:
    """Visits of each session."""
    return Counter(visit.session for visit in visits)


def count_people(visits: Iterable[Visit]) -> int:
    """Different people in all."""
    return len({visit.person for visit in visits})


def count_came_again(visits: Sequence[Visit]) -> int:
    """People who came to more than one round."""
    rounds = {(visit.person, visit.round) for visit in visits}
    return sum(times > 1 for times in Counter(person for person, _ in rounds).values())


def in_hundred(part: int, whole: int) -> float | None:
    """How many in a hundred, to one decimal; None when there is nothing to be part of."""
    return round(100 * part / whole, 1) if whole else None
