"""Models with their stories, the parts the room made of them, and the links that hold the parts together."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

MODELS, LINKS = 0, 2
"""The stages in which something is sent in."""

ROOM = 8
"""So many cards can be seen from eight metres."""

ROOM_LINKS = 6
"""And so many links can be read."""

MIDDLE, REACH = 200, 150
"""Where the drawing has its middle, and how far from it the parts stand."""


class BuildAndTellTally:
    """One shared model, with the models it is made of."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.items: Sequence[Mapping[str, Any]] = setup.get("list", ())
        self.models: dict[str, dict[str, str]] = {}
        self.links: dict[str, dict[str, str]] = {}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Put up a model, or tie two parts."""
        by = str(answer.get("shown_as") or "")
        if answer.get("stage", MODELS) == MODELS:
            self.models[key] = {
                "key": key,
                "name": str(answer["name"]),
                "story": str(answer["story"]),
                "picture": str(answer.get("picture") or ""),
                "alt": str(answer.get("picture_alt") or ""),
                "by": by,
            }
        else:
            self.links[key] = {"key": key, "by": by} | {name: str(answer[name]) for name in ("a", "b", "why")}

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take it out again."""
        (self.models if answer.get("stage", MODELS) == MODELS else self.links).pop(key, None)

    def result(self) -> dict[str, Any]:
        """`models` as they came; `parts` with a place in the drawing; `links` between parts that are there."""
        models = list(self.models.values())
        parts = [self._part(item, n) for n, item in enumerate(self.items)]
        links = self._links({part["key"]: part for part in parts})
        placed = {one["key"]: part["text"] for part in parts for one in part["models"]}
        return {
            "models": [{**one, "part": placed.get(one["key"], "")} for one in models],
            "pictures": sum(1 for one in models if one["picture"]),
            "parts": parts,
            "links": links,
            "wall": models[-ROOM:],
            "more": max(0, len(models) - ROOM),
            "wall_links": links[-ROOM_LINKS:],
            "more_links": max(0, len(links) - ROOM_LINKS),
        }

    def _part(self, item: Mapping[str, Any], number: int) -> dict[str, Any]:
        """Parts stand in a ring, the first one at the top."""
        turn = 2 * math.pi * number / len(self.items)
        return {
            "key": str(item["key"]),
            "number": number + 1,
            "text": str(item["text"]),
            "heading": str(item.get("heading") or ""),
            "models": [self.models[key] for key in item.get("of", ()) if key in self.models],
            "x": round(MIDDLE + REACH * math.sin(turn)),
            "y": round(MIDDLE - REACH * math.cos(turn)),
        }

    def _links(self, parts: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
        return [
            {
                **one,
                "from": {name: parts[one["a"]][name] for name in ("number", "text", "x", "y")},
                "to": {name: parts[one["b"]][name] for name in ("number", "text", "x", "y")},
            }
            for one in self.links.values()
            if one["a"] in parts and one["b"] in parts
        ]
