"""Consensus by a rule that was fixed before (Delphi): what is in, what is out, and what is still open.

The rule is the one most used in health research (Williamson and others 2017, COMET handbook, section 2.6; Boulkedid and
others 2011): in, when at least 70 % of those who scored an item gave it 7 to 9 and fewer than 15 % gave it 1 to 3; out,
when it is the other way round. Percentages are taken of those who scored that item, never of those who were asked.

The middle half is the range between the quartiles, each found by straight lines between the ordered scores: definition
7 of Hyndman and Fan (1996), which spreadsheets call QUARTILE.INC. The median is the same at one half.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """What the rule says about one item."""

    OUT = "out"
    NONE = "none"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Rule:
    """At least `least` % on one side, and fewer than `against` % on the other. Scores go from `lowest` to `highest`.

    `low_to` and `high_from` say which scores are on a side. ValueError for a rule by which something could be in and
    out at once, or whose sides meet.
    """

    least: int = 70
    against: int = 15
    low_to: int = 3
    high_from: int = 7
    lowest: int = 1
    highest: int = 9

    def __post_init__(self) -> None:
        if not 0 < self.against <= self.least <= 100:
            raise ValueError("The share against must be above 0 and no larger than the share needed.")
        if not self.lowest <= self.low_to < self.high_from <= self.highest:
            raise ValueError("The two sides of the scale must not meet.")

    def judge(self, scores: Sequence[int]) -> Verdict:
        """What the rule says about the scores of one item in one round; without a score nothing."""
        low, high, of = self.low(scores), self.high(scores), len(scores)
        if of and _share(high, of) >= self.least and _share(low, of) < self.against:
            return Verdict.IN
        if of and _share(low, of) >= self.least and _share(high, of) < self.against:
            return Verdict.OUT
        return Verdict.NONE

    def low(self, scores: Sequence[int]) -> int:
        """How many scores are on the low side."""
        return sum(score <= self.low_to for score in scores)

    def high(self, scores: Sequence[int]) -> int:
        """How many scores are on the high side."""
        return sum(score >= self.high_from for score in scores)

    def settle(self, rounds: Sequence[Sequence[int]]) -> tuple[Verdict, int]:
        """The verdict over several rounds, and in which round it fell (0: in none). What is settled stays settled."""
        for number, scores in enumerate(rounds, 1):
            verdict = self.judge(scores)
            if verdict is not Verdict.NONE:
                return verdict, number
        return Verdict.NONE, 0


def _share(part: int, of: int) -> float:
    return 100 * part / of


def quantile(scores: Sequence[int], at: float) -> float:
    """The value below which a part `at` (0 to 1) of the scores lies: definition 7 of Hyndman and Fan (1996)."""
    ordered = sorted(scores)
    if not ordered:
        raise ValueError("There are no scores.")
    place = (len(ordered) - 1) * at
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


@dataclass(frozen=True, slots=True)
class Spread:
    """The scores of one item in one round: how many, the median, the middle half, and the two sides in people."""

    of: int
    median: float
    half_from: float
    half_to: float
    low: int
    high: int

    @property
    def low_share(self) -> int:
        """The low side in whole percent of those who scored."""
        return round(_share(self.low, self.of))

    @property
    def high_share(self) -> int:
        """The high side in whole percent of those who scored."""
        return round(_share(self.high, self.of))


def spread_of(scores: Sequence[int], rule: Rule) -> Spread | None:
    """The spread of scores; None when there are none."""
    if not scores:
        return None
    median, half_from, half_to = (quantile(scores, at) for at in (0.5, 0.25, 0.75))
    return Spread(len(scores), median, half_from, half_to, rule.low(scores), rule.high(scores))


@dataclass(frozen=True, slots=True)
class Response:
    """Who came to one round. `back` and `lost` are counted of those who were in the round before; `new` were not."""

    people: int
    back: int
    new: int
    lost: int


def responses(rounds: Sequence[set[str]]) -> list[Response]:
    """For each round how many came, came back, are new, and were lost since the round before."""
    found = []
    for number, people in enumerate(rounds):
        before = rounds[number - 1] if number else set()
        back = len(people & before)
        found.append(Response(len(people), back, len(people) - back if number else 0, len(before) - back))
    return found
