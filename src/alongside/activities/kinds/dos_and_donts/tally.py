"""Statements as they come, and the picks of two polls about the list made of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from alongside.methods.ranks import places

DO, DONT = "do", "dont"
SAY, DOS, DONTS = 0, 2, 3
"""The stages in which something is sent in."""

ROOM = 6
"""So many lines of each list can be read from eight metres; the newest while people write, later the first."""


class DosAndDontsTally:
    """Two lists: as people said them, and as the polls put them in order."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.items: Sequence[Mapping[str, Any]] = setup.get("list", ())
        self.said: dict[str, tuple[str, str]] = {}
        self.picks: Counter[str] = Counter()
        self.voters = {DOS: 0, DONTS: 0}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Put up a statement, or count picks."""
        if answer.get("stage", SAY) == SAY:
            self.said[key] = (str(answer["polarity"]), str(answer["text"]))
        else:
            self._count(answer, 1)

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take a statement or picks out again."""
        if answer.get("stage", SAY) == SAY:
            self.said.pop(key, None)
        else:
            self._count(answer, -1)

    def _count(self, answer: Mapping[str, Any], by: int) -> None:
        self.voters[answer["stage"]] += by
        for pick in set(answer.get("picks", ())):
            self.picks[pick] += by

    def result(self) -> dict[str, Any]:
        """`said` as it came, and `lists`: each with its items, most picked first once anybody has picked."""
        said = [{"key": key, "heading": which, "text": text} for key, (which, text) in self.said.items()]
        lists = [self._list(DO, DOS, said), self._list(DONT, DONTS, said)]
        return {
            "said": said,
            "lists": lists,
            "has_list": bool(self.items),
            "voters": sum(self.voters.values()),
        }

    def _list(self, heading: str, stage: int, said: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        items = [item for item in self.items if item["heading"] == heading]
        rows = [{"key": item["key"], "text": item["text"], "n": self.picks[item["key"]]} for item in items]
        if not self.items:
            rows = [
                {"key": one["key"], "text": one["text"], "n": 0} for one in said if one["heading"] == heading
            ]
        if self.voters[stage]:
            rows.sort(key=lambda row: -int(row["n"]))
        placed = _placed(rows)
        hangs = placed[:ROOM] if self.items else placed[-ROOM:]
        counts = {"voters": self.voters[stage], "more": len(placed) - len(hangs)}
        return {"heading": heading, "rows": placed, "wall": hangs, **counts}


def _placed(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Each row with its place; those with the same number share a place, and it is said that they are level."""
    found = places([int(row["n"]) for row in rows])
    return [
        {**row, "place": place, "is_level": is_level}
        for row, (place, is_level) in zip(rows, found, strict=True)
    ]
