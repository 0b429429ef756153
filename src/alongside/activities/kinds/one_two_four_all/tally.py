"""Ideas of four stages, and which ideas each stands on, as the people who wrote it say."""

from collections.abc import Mapping, Sequence
from typing import Any

ALONE, TWOS, FOURS, ALL = range(4)

ROOM = 3
"""So many grown ideas can be read from eight metres, with what they grew from."""


class OneTwoFourAllTally:
    """Every idea by its key. Nothing is dropped: what nobody took further is kept beside what grew."""

    def __init__(self, _setup: Mapping[str, Any]) -> None:
        self.ideas: dict[str, Mapping[str, Any]] = {}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Put up one idea."""
        self.ideas[key] = answer

    def remove(self, key: str, _answer: Mapping[str, Any]) -> None:
        """Take it away; ideas that stood on it stay."""
        self.ideas.pop(key, None)

    def result(self) -> dict[str, Any]:
        """`grown`: the ideas that got furthest, each with what it grew from, stage by stage; `kept`: all the others.

        `counts` says how many ideas each stage had; `furthest` is the last stage with an idea.
        """
        stages = [self._of(stage) for stage in range(ALL + 1)]
        furthest = max((stage for stage, ideas in enumerate(stages) if ideas), default=ALONE)
        grown = [self._grown(key) for key in stages[furthest]] if furthest > ALONE else []
        used = {one["key"] for idea in grown for level in idea["levels"] for one in level["ideas"]}
        used |= {str(idea["key"]) for idea in grown}
        kept = [self._plain(key) for key in self.ideas if key not in used]
        return {
            "grown": grown,
            "wall": grown[-ROOM:],
            "more": max(0, len(grown) - ROOM),
            "kept": kept,
            "counts": [len(ideas) for ideas in stages],
            "furthest": furthest,
        }

    def _of(self, stage: int) -> list[str]:
        return [key for key, idea in self.ideas.items() if int(idea.get("stage", ALONE)) == stage]

    def _plain(self, key: str) -> dict[str, Any]:
        idea = self.ideas[key]
        return {
            "key": key,
            "text": str(idea["idea"]),
            "stage": int(idea.get("stage", ALONE)),
            "people": int(idea.get("people") or 1),
            "who": str(idea.get("shown_as", "")),
            "stands_on": [str(self.ideas[each]["idea"]) for each in self._below(key)],
        }

    def _below(self, key: str) -> list[str]:
        """The ideas that this one was said to stand on; only of earlier stages, so that nothing goes in circles."""
        stage = int(self.ideas[key].get("stage", ALONE))
        named: Sequence[str] = self.ideas[key].get("grew_from", ())
        return [each for each in named if each in self.ideas and self.ideas[each].get("stage", ALONE) < stage]

    def _grown(self, key: str) -> dict[str, Any]:
        """One idea with everything below it, the nearest stage first."""
        found: dict[str, None] = {}
        todo = self._below(key)
        while todo:
            each = todo.pop(0)
            if each not in found:
                found[each] = None
                todo += self._below(each)
        plain = [self._plain(each) for each in found]
        levels = [
            {"stage": stage, "ideas": [one for one in plain if one["stage"] == stage]}
            for stage in (FOURS, TWOS, ALONE)
        ]
        return {**self._plain(key), "levels": [level for level in levels if level["ideas"]]}
