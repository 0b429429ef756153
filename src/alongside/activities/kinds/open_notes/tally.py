"""Notes in the order they came. A note's card keeps its place and its paper when others come or go.

On a full wall a new note takes the place of the oldest one, and no other card moves.
"""

from collections.abc import Mapping, Sequence
from typing import Any

PAPERS = ("said", "change", "decide", "ask", "theme", "blank")


ROOM = 16
"""So many cards can be read from eight metres; earlier ones are on the phones and in the table."""

PHONE = 40
"""So many of the newest stand on a phone: each of them is sent anew with every note."""


class OpenNotesTally:
    """Notes of one activity."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.items: Sequence[Mapping[str, Any]] = setup.get("list", ())
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

        `groups` are the headings of the list with what stands under them, and last, without a heading, the notes that
        are not on the list yet. `who` is there only when the activity shows names.
        """
        notes = [
            {"key": key, "text": text, "who": who, "paper": PAPERS[number % len(PAPERS)], "number": number}
            for key, (number, text, who) in self.notes.items()
        ]
        places = notes if len(notes) <= ROOM else _newest_in_each_place(notes)
        counts = {"count": len(notes), "earlier": len(notes) - len(places)}
        phone = {"phone": notes[-PHONE:], "before": max(0, len(notes) - PHONE)}
        return {"notes": notes, "wall": places, **phone, "groups": self._groups(notes), **counts}

    def _groups(self, notes: list[dict[str, Any]]) -> list[dict[str, Any]]:
        groups: dict[str, list[dict[str, Any]]] = {}
        for item in self.items:
            groups.setdefault(item["heading"], []).append(
                {"key": item["key"], "text": item["text"], "n": len(item["of"])}
            )
        on_it = {line for item in self.items for line in item["of"]}
        loose = [
            {"key": note["key"], "text": note["text"], "n": 1} for note in notes if note["key"] not in on_it
        ]
        found = [
            {"heading": heading, "cards": cards, "more": 0} for heading, cards in groups.items() if heading
        ]
        rest = groups.get("", []) + loose
        others = {"heading": "", "cards": rest[-ROOM:], "more": max(0, len(rest) - ROOM)}
        return [*found, others] if rest and found else found


def _newest_in_each_place(notes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The wall's places from first to last, each with the newest note that hangs there."""
    places = {note["number"] % ROOM: note for note in notes}
    return [places[place] for place in sorted(places)]
