"""Dots by option, and how many people put them there."""

from collections.abc import Mapping
from typing import Any


class DotVoteTally:
    """Dots of one vote."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.options = list(setup["options"])
        self.dots = [0] * len(self.options)
        self.voters = [0] * len(self.options)
        self.people = 0

    def add(self, _key: str, answer: Mapping[str, Any]) -> None:
        """Count one person's dots."""
        self._count(answer, 1)

    def remove(self, _key: str, answer: Mapping[str, Any]) -> None:
        """Take one person's dots away."""
        self._count(answer, -1)

    def _count(self, answer: Mapping[str, Any], by: int) -> None:
        self.people += by
        for at in range(len(self.options)):
            dots = int(answer.get(f"o{at + 1}") or 0)
            self.dots[at] += by * dots
            self.voters[at] += by * (dots > 0)

    def result(self) -> dict[str, Any]:
        """Options with most dots first; those with the same number share a place and are said to be level."""
        most = max(self.dots, default=0)
        rows = [
            {
                "number": at + 1,
                "text": text,
                "dots": dots,
                "people": people,
                "share": round(100 * dots / most) if most else 0,
                "place": 1 + sum(other > dots for other in self.dots),
                "is_level": dots > 0 and self.dots.count(dots) > 1,
            }
            for at, (text, dots, people) in enumerate(zip(self.options, self.dots, self.voters, strict=True))
        ]
        rows.sort(key=lambda row: (-int(str(row["dots"])), int(str(row["number"]))))
        return {
            "people": self.people,
            "dots": sum(self.dots),
            "most": most,
            "rows": rows,
            "crowd": (len(rows) > 5) + (len(rows) > 10),
            "is_tie": most > 0 and self.dots.count(most) > 1,
        }
