"""Counting what stands in an activity: all of it, or for counted stages that are open in steps of five people."""

from collections.abc import Container, Iterable, Iterator
from typing import Any, Protocol, TypeVar

from alongside.activities.api import Answer, Setup, Tally
from alongside.activities.board import is_held_back, is_in_steps
from alongside.activities.models import Activity
from alongside.activities.registry import kind_for
from alongside.methods.disclosure import InSteps


class Placed(Protocol):
    """What one author said in one stage."""

    @property
    def mark(self) -> Any: ...
    @property
    def slot(self) -> Any: ...


Row = TypeVar("Row", bound=Placed)


class Counted:
    """The tally of one activity. What is held back is not in it, and what is drawn in steps waits for the next."""

    def __init__(self, activity: Activity, setup: Setup) -> None:
        self.tally: Tally = kind_for(activity.kind).tally(setup)
        self._activity = activity
        self._steps: InSteps[str, Answer] = InSteps(self.tally.add, self.tally.remove)

    def add(self, key: str, mark: bytes, slot: int, answer: Answer) -> None:
        """Count one answer of one author (`mark`), given in a stage (`slot`)."""
        if is_held_back(self._activity, slot):
            return
        if is_in_steps(self._activity, slot):
            self._steps.add(key, mark, answer)
        else:
            self.tally.add(key, answer)

    def passed(self, mark: bytes, slot: int) -> None:
        """Somebody answered here and took it back since."""
        if is_in_steps(self._activity, slot):
            self._steps.passed(mark)

    def remove(self, key: str, mark: bytes, slot: int, answer: Answer, *, is_replaced: bool = False) -> None:
        """Take one out: at once, but for one that the same author has just put another in the place of."""
        if is_held_back(self._activity, slot):
            return
        if not is_in_steps(self._activity, slot):
            self.tally.remove(key, answer)
        elif is_replaced:
            self._steps.replaced(key, mark, answer)
        else:
            self._steps.taken_back(key, mark, answer)


def how_counted(activity: Activity) -> tuple[tuple[bool, bool], ...]:
    """Another value whenever answers would be counted in another way: a stage went on, or it closed."""
    slots = range(max(len(kind_for(activity.kind).stages), 1))
    return tuple((is_held_back(activity, slot), is_in_steps(activity, slot)) for slot in slots)


def in_steps_now(activity: Activity) -> bool:
    """Whether what comes in now waits for the next step."""
    return is_in_steps(activity, activity.stage)


def replayed(
    rows: Iterable[Row], readable: Container[Row], *, is_one_each: bool
) -> Iterator[tuple[Row, Row | None]]:
    """Rows of an activity in the order they came, each with the readable one of its author whose place it took."""
    last: dict[tuple[bytes, int], Row] = {}
    for row in rows:
        place = (bytes(row.mark), row.slot)
        yield row, last.get(place) if is_one_each else None
        if row in readable:
            last[place] = row
