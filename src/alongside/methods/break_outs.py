"""Small groups out of one room: how many, and who with whom.

Three to six people is the size at which everybody speaks (domain literature on story weaving, 1-2-4-All and the
nominal group technique asks for it). People are dealt like cards, so that sizes differ by one at most, and each kind
of people is spread over the groups as evenly as can be; or kept apart, each kind in groups of its own.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

LEAST, MOST = 3, 6
TREES = (
    "Oak", "Ash", "Elm", "Birch", "Hazel", "Rowan", "Willow", "Maple", "Cherry", "Pine", "Alder", "Beech",
    "Cedar", "Holly", "Lime", "Olive", "Pear", "Plum", "Poplar", "Spruce",
)  # fmt: skip
"""Names for groups that say nothing about anybody; with more groups they come again with a number."""

Person = TypeVar("Person", bound=Hashable)


def name_of(number: int) -> str:
    """The name of the group with this number, from 1: Oak, Ash, … and after the last tree Oak 2."""
    again, at = divmod(number - 1, len(TREES))
    return TREES[at] if not again else f"{TREES[at]} {again + 1}"


def how_many(people: int, size: int) -> int:
    """How many groups of up to `size` so many people make; one at least."""
    return max(-(-people // size), 1)


def deal(people: Sequence[Person], groups: int) -> list[list[Person]]:
    """Deal people in their order over so many groups."""
    dealt: list[list[Person]] = [[] for _ in range(groups)]
    for at, person in enumerate(people):
        dealt[at % groups].append(person)
    return dealt


def mixed(people: Sequence[Person], kinds: Mapping[Person, Hashable], size: int) -> list[list[Person]]:
    """Every kind spread evenly: between two groups a kind differs by one person at most, and so does their size."""
    order = list(dict.fromkeys(kinds.get(person) for person in people))
    by_kind = sorted(people, key=lambda person: order.index(kinds.get(person)))
    return deal(by_kind, how_many(len(people), size))


def by_kind(people: Sequence[Person], kinds: Mapping[Person, Hashable], size: int) -> list[list[Person]]:
    """Each kind in groups of its own, so that they speak freely; a kind of two people is a group of two."""
    found: dict[Hashable, list[Person]] = {}
    for person in people:
        found.setdefault(kinds.get(person), []).append(person)
    return [group for those in found.values() for group in deal(those, how_many(len(those), size))]


def smallest(sizes: Mapping[Person, int]) -> Person | None:
    """The group with the fewest people, the first of equals; None when there is none."""
    return min(sizes, key=lambda group: sizes[group], default=None)
