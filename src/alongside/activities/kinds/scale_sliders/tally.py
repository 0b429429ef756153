"""Dots on scales: how many on each step, where the middle is, and how far apart they are, in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

CANNOT_SAY = "no"
FEW = 3
"""With fewer dots on a scale nothing is said about where the group stands."""
HIGHEST = 8
"""So many dots stand on each other; more stand side by side where there is room. Above that they become a bar."""
WIDE_STEPS, WIDE_SCALES = 7, 4
"""With no more steps, or scales, than this there is room for another column of dots."""


def scales_of(setup: Mapping[str, Any]) -> list[list[str]]:
    """Each scale as its name and the words at both ends."""
    return [[part.strip() for part in str(line).split(" / ")] for line in setup["scales"]]


class ScaleSlidersTally:
    """Dots of one activity, counted for each step of each scale."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.scales = scales_of(setup)
        self.steps = int(setup["steps"])
        columns = 1 + (self.steps <= WIDE_STEPS) + (len(self.scales) <= WIDE_SCALES)
        self.most_dots = columns * HIGHEST
        self.dots: list[Counter[int]] = [Counter() for _scale in self.scales]
        self.unsure = [0] * len(self.scales)
        self.people = 0
        self.said: dict[str, str] = {}
        self.team_only = 0

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Put one person's dots down."""
        self._count(answer, 1)
        if answer.get("comment") and answer.get("share") == "room":
            self.said[key] = str(answer["comment"])

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take them away."""
        self._count(answer, -1)
        self.said.pop(key, None)

    def _count(self, answer: Mapping[str, Any], by: int) -> None:
        self.people += by
        self.team_only += by * bool(answer.get("comment") and answer.get("share") != "room")
        for at in range(len(self.scales)):
            step = str(answer.get(f"s{at + 1}") or "")
            if step.isdecimal():
                self.dots[at][int(step)] += by
            elif step == CANNOT_SAY:
                self.unsure[at] += by

    def result(self) -> dict[str, Any]:
        """Each scale with its steps, the step in the middle, and what that means (`stands`, `spread`)."""
        most = max((n for dots in self.dots for n in dots.values()), default=0)
        comments = [{"key": key, "text": text} for key, text in self.said.items()]
        return {
            "people": self.people,
            "is_bars": most > self.most_dots,
            "scales": [self._scale(at, most) for at in range(len(self.scales))],
            "comments": comments,
            "team_only": self.team_only,
        }

    def _scale(self, at: int, most: int) -> dict[str, Any]:
        name, low, high = self.scales[at]
        steps = range(1, self.steps + 1)
        placed = [step for step in steps for _dot in range(self.dots[at][step])]
        middle = _middle(placed)
        return {
            "name": name,
            "low": low,
            "high": high,
            "steps": [
                {"step": step, "n": self.dots[at][step], "heap": self._heap(self.dots[at][step], most)}
                for step in steps
            ],
            "dots": len(placed),
            "unsure": self.unsure[at],
            "middle": middle,
            "stands": _stands(middle, len(placed), self.steps),
            "spread": _spread(placed, self.steps),
        }

    def _heap(self, dots: int, most: int) -> list[int]:
        """How many dots stand in each column of a heap; for a bar its height, of a hundred."""
        if most > self.most_dots:
            return [round(100 * dots / most)]
        columns = max(1, -(-most // HIGHEST))
        return [-(-(dots - column) // columns) for column in range(min(columns, dots))]


def _middle(placed: Sequence[int]) -> float | None:
    """The median: as many dots are on either side of it."""
    if not placed:
        return None
    half = len(placed) // 2
    return float(placed[half]) if len(placed) % 2 else (placed[half - 1] + placed[half]) / 2


def _stands(middle: float | None, dots: int, steps: int) -> str:
    """Where the middle is: `low`, `lower`, `between`, `higher` or `high`; empty for too few dots."""
    if middle is None or dots < FEW:
        return ""
    share = (middle - 1) / (steps - 1)
    names = ((0.2, "low"), (0.45, "lower"), (0.55, "between"), (0.8, "higher"))
    return next((name for most, name in names if share <= most), "high")


def _spread(placed: Sequence[int], steps: int) -> str:
    """How far apart the middle half of the dots is: `close`, `some` or `far`; `two` when they stand in two camps."""
    if len(placed) < FEW:
        return ""
    end = 0.3 * (steps - 1)
    low = sum(step - 1 <= end for step in placed)
    high = sum(steps - step <= end for step in placed)
    if 3 * min(low, high) >= len(placed) and 5 * (len(placed) - low - high) <= len(placed):
        return "two"
    quarter = len(placed) // 4
    width = (placed[-1 - quarter] - placed[quarter]) / (steps - 1)
    return "close" if width <= 0.25 else "far" if width >= 0.5 else "some"
