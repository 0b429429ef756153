"""Memories as they come, the order the group laid them in, and the story told along it."""

from collections.abc import Mapping, Sequence
from typing import Any

MEMORIES, STORY = 0, 2
"""The stages in which something is sent in."""

ROOM = 8
"""So many cards can be seen from eight metres."""

ROOM_PARTS = 4
"""And so many parts of a story can be read: those around the newest piece."""

START, END = "start", "end"


class StoryWeavingTally:
    """One story: its memories, and the passages at each of its places."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.items: Sequence[Mapping[str, Any]] = setup.get("list", ())
        self.begin = str(setup.get("begin") or "")
        self.memories: dict[str, dict[str, str]] = {}
        self.passages: dict[str, dict[str, str]] = {}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Lay down a memory, or put a passage in its place."""
        if answer.get("stage", MEMORIES) == MEMORIES:
            self.memories[key] = {
                "key": key,
                "text": str(answer.get("memory") or ""),
                "picture": str(answer.get("picture") or ""),
                "alt": str(answer.get("picture_alt") or ""),
                "may_see": str(answer.get("picture_may_see") or ""),
                "by": str(answer.get("shown_as") or ""),
            }
        else:
            by = str(answer.get("shown_as") or "")
            self.passages[key] = {
                "key": key,
                "part": str(answer["part"]),
                "text": str(answer["text"]),
                "by": by,
            }

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take it out again."""
        (self.memories if answer.get("stage", MEMORIES) == MEMORIES else self.passages).pop(key, None)

    def result(self) -> dict[str, Any]:
        """`memories` as they came; `parts` in the order of the story; `loose` are memories in no part yet."""
        memories = list(self.memories.values())
        parts = self._parts()
        placed = {one["key"] for part in parts for one in part["memories"]}
        loose = [one for one in memories if one["key"] not in placed]
        cards = parts or [{"key": one["key"], "text": "", "memories": [one]} for one in memories]
        return {
            "begin": self.begin,
            "memories": memories,
            "pictures": sum(1 for one in memories if one["picture"]),
            "has_order": bool(self.items),
            "parts": parts,
            "loose": loose if parts else [],
            "told": len(self.passages),
            "wall": cards[:ROOM] if parts else cards[-ROOM:],
            "more": max(0, len(cards) - ROOM),
            **self._window(parts),
        }

    def _window(self, parts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """The parts around the newest piece, in their order, as many as the room can read."""
        newest = next(reversed(self.passages.values()), {"part": ""})["part"]
        at = next((n for n, part in enumerate(parts) if part["key"] == newest), 0)
        first = max(0, min(at - 1, len(parts) - ROOM_PARTS))
        seen = parts[first : first + ROOM_PARTS]
        return {"wall_parts": list(seen), "more_parts": len(parts) - len(seen)}

    def _parts(self) -> list[dict[str, Any]]:
        """The places of the story that hold something; the start and the end only once somebody wrote there."""
        ends = {START: self._part({"key": START}, 0), END: self._part({"key": END}, 0)}
        middle = [self._part(item, n) for n, item in enumerate(self.items, 1)]
        return [
            *([ends[START]] if ends[START]["passages"] else []),
            *middle,
            *([ends[END]] if ends[END]["passages"] else []),
        ]

    def _part(self, item: Mapping[str, Any], number: int) -> dict[str, Any]:
        behind = [self.memories[key] for key in item.get("of", ()) if key in self.memories]
        return {
            "key": str(item["key"]),
            "number": number,
            "text": str(item.get("text") or ""),
            "memories": behind,
            "passages": [one for one in self.passages.values() if one["part"] == item["key"]],
        }
