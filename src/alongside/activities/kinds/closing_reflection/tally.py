"""What people said at the end, part by part. What is for the team only is counted, and never in the picture."""

from collections.abc import Mapping
from typing import Any

PARTS = ("helped", "hindered", "take")
ROOM = 5
"""So many cards of each part can be read from eight metres: the newest."""


class ClosingReflectionTally:
    """Reflections of one session."""

    def __init__(self, _setup: Mapping[str, Any]) -> None:
        self.said: dict[str, Mapping[str, Any]] = {}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Put up one person's."""
        self.said[key] = answer

    def remove(self, key: str, _answer: Mapping[str, Any]) -> None:
        """Take it down."""
        self.said.pop(key, None)

    def result(self) -> dict[str, Any]:
        """For each part its cards, `wall` for the room screen, and how many told only the team."""
        open_ones = {key: one for key, one in self.said.items() if one.get("share", "room") == "room"}
        parts = []
        for part in PARTS:
            cards = [
                {"key": f"{key}.{part}", "text": str(one[part])}
                for key, one in open_ones.items()
                if one.get(part)
            ]
            parts.append(
                {"part": part, "cards": cards, "wall": cards[-ROOM:], "more": max(0, len(cards) - ROOM)}
            )
        return {"people": len(self.said), "team_only": len(self.said) - len(open_ones), "parts": parts}
