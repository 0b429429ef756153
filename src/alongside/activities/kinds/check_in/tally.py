"""Words at the start and at the end. What is for the team only is counted, and never in the picture."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

IN, OUT = 0, 1
ROOM, FEW = 28, 14
"""So many words can be read from eight metres: alone, and with the other side beside them."""
SENTENCES = 2


class CheckInTally:
    """Words of one session, those of the start and of the end apart."""

    def __init__(self, _setup: Mapping[str, Any]) -> None:
        self.said: dict[int, dict[str, Mapping[str, Any]]] = {IN: {}, OUT: {}}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Put up one person's word."""
        self.said[int(answer.get("stage", IN))][key] = answer

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take it down."""
        self.said[int(answer.get("stage", IN))].pop(key, None)

    def result(self) -> dict[str, Any]:
        """`sides`: of the start, and of the end once anybody said a word there."""
        both = bool(self.said[OUT])
        sides = [self._side(IN, both)] + ([self._side(OUT, both)] if both else [])
        return {"sides": sides, "is_both": both}

    def _side(self, stage: int, both: bool) -> dict[str, Any]:
        said = self.said[stage]
        shown = [one for one in said.values() if one.get("share") == "room"]
        words = _together([str(one["word"]) for one in shown])
        more = [str(one["more"]) for one in shown if one.get("more")]
        most = FEW if both else ROOM
        return {
            "side": "out" if stage == OUT else "in",
            "people": len(said),
            "team_only": len(said) - len(shown),
            "words": words,
            "more": more,
            "wall": words[:most],
            "wall_more": more[-SENTENCES:],
            "left": max(0, len(words) - most) + max(0, len(more) - SENTENCES),
        }


def _together(words: list[str]) -> list[dict[str, Any]]:
    """The same word, large or small letters, stands once with how many said it; most said first."""
    written: dict[str, Counter[str]] = {}
    for word in words:
        written.setdefault(word.casefold(), Counter())[word] += 1
    found = [{"text": each.most_common(1)[0][0], "n": each.total()} for each in written.values()]
    return sorted(found, key=lambda one: -int(str(one["n"])))
