"""Accounts, question by question. What is for the team only is counted, and never in the picture."""

from collections.abc import Mapping
from typing import Any

QUESTIONS = ("together", "people", "done", "learned", "next", "follow", "role")
"""The seven questions, by the names of their boxes."""

WALL = "wall"
LONGEST_ON_WALL = 110
"""So many letters of an answer can be read from eight metres."""


class StorylineTally:
    """Accounts of one activity."""

    def __init__(self, _setup: Mapping[str, Any]) -> None:
        self.told: dict[str, Mapping[str, Any]] = {}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take in one person's account."""
        self.told[key] = answer

    def remove(self, key: str, _answer: Mapping[str, Any]) -> None:
        """Take it out."""
        self.told.pop(key, None)

    def result(self) -> dict[str, Any]:
        """For each question how many answered it, and the answers for everybody; the newest one for the wall."""
        open_ones = {key: one for key, one in self.told.items() if one.get("share", WALL) == WALL}
        questions = []
        for name in QUESTIONS:
            said = [
                {"key": f"{key}.{name}", "text": str(one[name])}
                for key, one in open_ones.items()
                if one.get(name)
            ]
            answered = sum(bool(one.get(name)) for one in self.told.values())
            newest = shortened(said[-1]["text"]) if said else ""
            questions.append({"name": name, "said": said, "answered": answered, "newest": newest})
        return {
            "people": len(self.told),
            "team_only": len(self.told) - len(open_ones),
            "questions": questions,
        }


def shortened(text: str) -> str:
    """The beginning of an answer, cut between two words."""
    if len(text) <= LONGEST_ON_WALL:
        return text
    return text[:LONGEST_ON_WALL].rsplit(" ", 1)[0].rstrip(",.;: ") + " …"
