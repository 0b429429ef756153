"""What people think of each statement, what they heard, and what helps or gets in the way of them."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

THINK, FACTS, OWN = 0, 1, 2
"""The stages: say what you think, hear the facts, tell your own experience."""
VIEWS = ("true", "unsure", "false")
IN_THE_WAY, HELPS = "way", "helps"
ROOM = 5
"""So many cards of each side can be read from eight metres: the newest."""


def statements_of(setup: Mapping[str, Any]) -> list[dict[str, str]]:
    """Each statement with what is known: number, text, answer, fact and source."""
    found = []
    for number, line in enumerate(setup["statements"], 1):
        parts = [*(part.strip() for part in str(line).split(" / ")), ""]
        text, answer, fact, source = parts[:4]
        found.append({"key": str(number), "text": text, "answer": answer, "fact": fact, "source": source})
    return found


class MythsAndFactsTally:
    """Views, things heard and experiences of one activity. Facts are in the result only once they were told."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.statements = statements_of(setup)
        self.is_told = int(setup.get("stage", THINK)) >= FACTS
        self.is_own = int(setup.get("stage", THINK)) >= OWN
        self.listed = list(setup.get("list", ()))
        self.people = 0
        self.views: Counter[tuple[str, str]] = Counter()
        self.heard: dict[str, Mapping[str, Any]] = {}
        self.own: dict[str, tuple[str, str]] = {}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Count one person's views, or put up an experience."""
        if answer.get("stage", THINK) == OWN:
            self.own[key] = (str(answer["side"]), str(answer["text"]))
        else:
            self._count(answer, 1)
            self.heard[key] = answer

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take it out again."""
        if answer.get("stage", THINK) == OWN:
            self.own.pop(key, None)
        else:
            self._count(answer, -1)
            self.heard.pop(key, None)

    def _count(self, answer: Mapping[str, Any], by: int) -> None:
        self.people += by
        for one in self.statements:
            self.views[one["key"], str(answer.get(f"v{one['key']}") or "")] += by

    def result(self) -> dict[str, Any]:
        """`rows` of statements with how many thought what; `sides` with what gets in the way and what helps."""
        said = [{"key": key, "side": side, "text": text} for key, (side, text) in self.own.items()]
        return {
            "people": self.people,
            "is_told": self.is_told,
            "is_own": self.is_own,
            "rows": [self._row(one) for one in self.statements],
            "said": said,
            "sides": [self._side(side, said) for side in (IN_THE_WAY, HELPS)],
        }

    def _row(self, one: Mapping[str, str]) -> dict[str, Any]:
        key = one["key"]
        counts = {view: self.views[key, view] for view in VIEWS}
        said = sum(counts.values())
        known = {name: one[name] if self.is_told else "" for name in ("answer", "fact", "source")}
        return {
            "key": key,
            "text": one["text"],
            **known,
            **counts,
            "said": said,
            "shares": [{"view": view, "n": round(100 * n / said)} for view, n in counts.items() if n],
            "heard": [
                {"key": f"{of}.h{key}", "text": str(answer[f"h{key}"])}
                for of, answer in self.heard.items()
                if answer.get(f"h{key}")
            ],
        }

    def _side(self, side: str, said: list[dict[str, str]]) -> dict[str, Any]:
        cards = [one for one in said if one["side"] == side]
        if self.listed:
            cards = [
                {"key": str(item["key"]), "side": side, "text": str(item["text"])}
                for item in self.listed
                if item["heading"] == side
            ]
        hangs = cards[:ROOM] if self.listed else cards[-ROOM:]
        return {"side": side, "cards": cards, "wall": hangs, "more": len(cards) - len(hangs)}
