"""Notes in the order they came. A note's card keeps its place and its paper when others come or go."""

from collections.abc import Mapping
from typing import Any

PAPERS = ("said", "change", "decide", "ask", "theme", "blank")


class OpenNotesTally:
    """Notes of one activity."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.notes: dict[str, tuple[int, str, str]] = {}
        self.met = 0

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Put up one note."""
        self.notes[key] = (self.met, str(answer["note"]), str(answer.get("shown_as", "")))
        self.met += 1

    def remove(self, key: str, _answer: Mapping[str, Any]) -> None:
        """Take one note down."""
        self.notes.pop(key, None)

    def result(self) -> dict[str, Any]:
        """Every note, the first first. `who` is there only when the activity shows names."""
        notes = [
            {"key": key, "text": text, "who": who, "paper": PAPERS[number % len(PAPERS)]}
            for key, (number, text, who) in self.notes.items()
        ]
        return {"notes": notes, "count": len(notes)}
