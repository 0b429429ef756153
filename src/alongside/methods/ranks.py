"""From everybody's order to one order, and how far people agreed.

A ballot is a list of options, best first; what is not named counts as level below the rest. Four ways, each with what
it is good for:

- sum of ranks: each place is a number of points, the lowest sum wins (nominal group technique, Delbecq and Van de Ven
  1971; used by the James Lind Alliance). Unnamed options get the mean of the places that are left.
- Borda's count (1781): points from the bottom up; the same order as the sum of ranks, easier to read as “more is more”.
- Condorcet's winner (1785): who beats every other option in a duel, if there is one. No other rule may pass it over
  without a reason.
- Kemeny's order (1959): the order with the fewest disagreements with all ballots, over all orders; found by trying all
  when there are up to eight options.

Kendall's W (1939) with ties corrected says how far people agreed: 0 not at all, 1 wholly.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import TypeVar

Option = TypeVar("Option", bound=Hashable)
MOST_FOR_KEMENY = 8


def order_of(places: Mapping[str, str]) -> list[str]:
    """The keys in the order of their places (“1” the first); those without a place are left out."""
    return [key for _place, key in sorted((int(place), key) for key, place in places.items() if place)]


def ranks_of(ballot: Sequence[Option], options: Sequence[Option]) -> dict[Option, float]:
    """The place of each option on one ballot, 1 the best; options that are not named share the mean of the rest."""
    named = [option for option in dict.fromkeys(ballot) if option in options]
    left = (len(named) + 1 + len(options)) / 2
    places = {option: float(place) for place, option in enumerate(named, 1)}
    return {option: places.get(option, left) for option in options}


def sum_of_ranks(ballots: Sequence[Sequence[Option]], options: Sequence[Option]) -> dict[Option, float]:
    """The sum of the places of each option over all ballots; the lowest is the best."""
    sums = dict.fromkeys(options, 0.0)
    for ballot in ballots:
        for option, rank in ranks_of(ballot, options).items():
            sums[option] += rank
    return sums


def borda(ballots: Sequence[Sequence[Option]], options: Sequence[Option]) -> dict[Option, float]:
    """Borda's points of each option: for each ballot as many as there are options below it, half for level ones."""
    return {
        option: len(ballots) * len(options) - total
        for option, total in sum_of_ranks(ballots, options).items()
    }


def duels(ballots: Sequence[Sequence[Option]], options: Sequence[Option]) -> dict[tuple[Option, Option], int]:
    """For each pair (a, b): how many ballots put a before b."""
    won = {(a, b): 0 for a in options for b in options if a != b}
    for ballot in ballots:
        ranks = ranks_of(ballot, options)
        for a, b in won:
            won[a, b] += ranks[a] < ranks[b]
    return won


def condorcet_winner(ballots: Sequence[Sequence[Option]], options: Sequence[Option]) -> Option | None:
    """The option that beats every other in a duel; None when there is none."""
    won = duels(ballots, options)
    return next((a for a in options if all(won[a, b] > won[b, a] for b in options if b != a)), None)


def kemeny(ballots: Sequence[Sequence[Option]], options: Sequence[Option]) -> list[Option]:
    """The order with the fewest disagreements; of several such orders the first in the order of `options`.

    ValueError above eight options: trying all orders takes too long.
    """
    if len(options) > MOST_FOR_KEMENY:
        raise ValueError(f"Kemeny's order is found for up to {MOST_FOR_KEMENY} options, not {len(options)}.")
    won = duels(ballots, options)

    def against(order: Iterable[Option]) -> int:
        places = list(order)
        return sum(won[b, a] for at, a in enumerate(places) for b in places[at + 1 :])

    return list(min(permutations(options), key=against))


def agreement(ballots: Sequence[Sequence[Option]], options: Sequence[Option]) -> float | None:
    """Kendall's W with the correction for ties, 0 to 1; None with fewer than two ballots or options."""
    m, n = len(ballots), len(options)
    if m < 2 or n < 2:
        return None
    sums = sum_of_ranks(ballots, options)
    mean = m * (n + 1) / 2
    spread = sum((total - mean) ** 2 for total in sums.values())
    tied = sum(_ties(ballot, options) for ballot in ballots)
    most = m * m * (n**3 - n) - m * tied
    return 0.0 if most <= 0 else min(1.0, 12 * spread / most)


def _ties(ballot: Sequence[Option], options: Sequence[Option]) -> int:
    left = len(options) - len({option for option in ballot if option in options})
    return left**3 - left


@dataclass(frozen=True, slots=True)
class Placed:
    """An option with its sum of ranks and its place; those with the same sum share a place and are level."""

    option: Hashable
    total: float
    place: int
    is_level: bool


def places(counts: Sequence[int]) -> list[tuple[int, bool]]:
    """The place of each count, most first, and whether others are level with it; nobody is level at nothing.

    Those with the same count share a place. Ten thousand are placed at once, so no count is held against every other.
    """
    in_order, level = sorted(-count for count in counts), Counter(counts)
    return [(1 + bisect_left(in_order, -count), count > 0 and level[count] > 1) for count in counts]


def placed(totals: Mapping[Option, float]) -> list[Placed]:
    """Options by their totals, lowest first; level ones keep the order in which they were given."""
    values, level = sorted(totals.values()), Counter(totals.values())
    rows = [
        Placed(option, total, 1 + bisect_left(values, total), level[total] > 1)
        for option, total in totals.items()
    ]
    return sorted(rows, key=lambda row: row.place)
