"""Comments on a draft, part by part, with what the team answered to each."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

WHOLE = "0"
KEEP, CHANGE = "keep", "change"

ROOM = 3
"""So many comments can be read from eight metres beside the parts: the newest, or those answered last."""


def parts_of(setup: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """The parts of the draft: number, name and text. A line of the set-up is “name: text”, or a name alone."""
    lines = [str(line).partition(":") for line in setup.get("parts", ())]
    return [(str(number), name.strip(), text.strip()) for number, (name, _colon, text) in enumerate(lines, 1)]


class CritiqueTally:
    """Comments by their key; answers stand on the list, beside the line that holds the comment."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.parts = [*parts_of(setup), (WHOLE, "", "")]
        self.said: dict[str, Mapping[str, Any]] = {}
        self.answers: dict[str, Mapping[str, str]] = {
            line: item["notes"] for item in setup.get("list", ()) if item.get("notes") for line in item["of"]
        }

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Put up one comment."""
        self.said[key] = answer

    def remove(self, key: str, _answer: Mapping[str, Any]) -> None:
        """Take it away."""
        self.said.pop(key, None)

    def result(self) -> dict[str, Any]:
        """`parts` with how many would keep and change, and their comments; `types` counts what comments are about."""
        comments = [self._comment(key, answer) for key, answer in self.said.items()]
        parts = [self._part(part, comments) for part in self.parts]
        answered = [one for one in comments if one["answer"]]
        shown = (answered or comments)[-ROOM:]
        return {
            "parts": [part for part in parts if part["part"] != WHOLE or part["comments"]],
            "wall": shown[::-1],
            "count": len(comments),
            "keep": sum(one["stance"] == KEEP for one in comments),
            "change": sum(one["stance"] == CHANGE for one in comments),
            "answered": len(answered),
            "most": max((part["keep"] + part["change"] for part in parts), default=0),
            "types": dict(Counter(one["type"] for one in comments)),
        }

    def _comment(self, key: str, answer: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "key": key,
            "part": str(answer["part"]),
            "name": next((name for part, name, _text in self.parts if part == str(answer["part"])), ""),
            "text": str(answer["comment"]),
            "stance": str(answer["stance"]),
            "type": str(answer["type"]),
            "who": str(answer.get("shown_as", "")),
            "answer": dict(self.answers.get(key, {})) or None,
        }

    @staticmethod
    def _part(part: tuple[str, str, str], comments: list[dict[str, Any]]) -> dict[str, Any]:
        found = [one for one in comments if one["part"] == part[0]]
        counts = {stance: sum(one["stance"] == stance for one in found) for stance in (KEEP, CHANGE)}
        share = round(100 * counts[CHANGE] / len(found)) if found else 0
        return {"part": part[0], "name": part[1], "comments": found, "share": share, **counts}
