"""Counting picks by option, and the people who answered: with several picks each, shares are of people."""

from collections.abc import Mapping
from typing import Any


class PollTally:
    """Picks of one poll."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.options = list(setup["options"])
        self.counts = [0] * len(self.options)
        self.people = 0

    def add(self, _key: str, answer: Mapping[str, Any]) -> None:
        """Count one person's picks."""
        self._count(answer, 1)

    def remove(self, _key: str, answer: Mapping[str, Any]) -> None:
        """Take one person's picks out."""
        self._count(answer, -1)

    def _count(self, answer: Mapping[str, Any], by: int) -> None:
        self.people += by
        for pick in {int(pick) for pick in answer.get("picks", ())}:
            if 1 <= pick <= len(self.counts):
                self.counts[pick - 1] += by

    def result(self) -> dict[str, Any]:
        """Each option in the order it was asked, with its number of people and its share of those who answered."""
        most = max(self.counts, default=0)
        bars = [
            {"text": text, "n": n, "share": share(n, self.people), "is_most": n == most > 0}
            for text, n in zip(self.options, self.counts, strict=True)
        ]
        return {
            "people": self.people,
            "bars": bars,
            "crowd": (len(bars) > 5) + (len(bars) > 10),
            "ties": sum(bar["is_most"] for bar in bars),
        }


def share(n: int, people: int) -> int:
    """Per cent of the people who answered, rounded half up; 0 when nobody has."""
    return (200 * n + people) // (2 * people) if people else 0
