"""Notes in the order they came. A note's card keeps its place and its paper when others come or go.

On a full wall a new note takes the place of the oldest one, and no other card moves.
"""

from collections.abc import Mapping
from typing import Any

PAPERS = ("said", "change", "decide", "ask", "theme", "blank")


ROOM = 16
"""So many cards can be read from eight metres; earlier ones are on the phones and in the table."""


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
        """Every note, the first first; `wall` is what hangs on the room screen, in its places.

        `who` is there only when the activity shows names.
        """
        notes = [
            {"key": key, "text": text, "who": who, "paper": PAPERS[number % len(PAPERS)], "number": number}
            for key, (number, text, who) in self.notes.items()
        ]
        places = notes if len(notes) <= ROOM else _newest_in_each_place(notes)
        return {"notes": notes, "wall": places, "count": len(notes), "earlier": len(notes) - len(places)}


def _newest_in_each_place(notes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The wall's places from first to last, each with the newest note that hangs there."""
    places = {note["number"] % ROOM: note for note in notes}
    return [places[place] for place in sorted(places)]
