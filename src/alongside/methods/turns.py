"""Who has not had a say yet: turns of speech in a room, read kindly. Never a ranking.

Talk spreads unevenly in every group, so nobody is called quiet before there were about as many turns as there are
people. Only “none yet” is told from “some”: how much somebody spoke is their own affair.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Who = TypeVar("Who", bound=Hashable)
FEWEST_PEOPLE = 3


def not_heard_yet(turns: Mapping[Who, int], unnamed: int = 0) -> Sequence[Who]:
    """Those without a turn, in the order given; nobody until there were as many turns as people.

    `turns` has everybody in the room with their turns, `unnamed` counts turns of people without a seat.
    """
    if len(turns) < FEWEST_PEOPLE or sum(turns.values()) + unnamed < len(turns):
        return []
    return [who for who, count in turns.items() if count <= 0]


def is_room_quiet(turns: Mapping[Who, int]) -> bool:
    """Whether half of the room or more has not been heard: then the way of working is at fault, not the people."""
    silent = sum(count <= 0 for count in turns.values())
    return len(turns) >= FEWEST_PEOPLE and silent * 2 >= len(turns)
