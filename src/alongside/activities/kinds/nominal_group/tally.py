"""Ideas as they came, and the two rankings of the list made of them, by the sum of ranks."""

from collections.abc import Mapping, Sequence
from typing import Any

from alongside.methods import ranks

WRITE, FIRST, LAST = 0, 2, 4
"""The stages in which something is sent in: ideas, the first ranking, the last one."""

ROOM = 10
"""So many ideas in order can be read from eight metres."""

IDEAS = 14
"""And so many as they came: the newest."""


def order_of(answer: Mapping[str, Any]) -> list[str]:
    """The keys of the ideas that have a place, best first."""
    return ranks.order_of({name[1:]: str(place or "") for name, place in answer.items() if name[:1] == "p"})


class NominalGroupTally:
    """Ideas and ballots of one group."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.items: Sequence[Mapping[str, Any]] = setup.get("list", ())
        self.ideas: dict[str, str] = {}
        self.ballots: dict[int, dict[str, list[str]]] = {FIRST: {}, LAST: {}}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Put up an idea, or count an order."""
        stage = int(answer.get("stage", WRITE))
        if stage == WRITE:
            self.ideas[key] = str(answer["idea"])
        else:
            self.ballots[stage][key] = order_of(answer)

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take it out again."""
        stage = int(answer.get("stage", WRITE))
        if stage == WRITE:
            self.ideas.pop(key, None)
        else:
            self.ballots[stage].pop(key, None)

    def result(self) -> dict[str, Any]:
        """Ideas as said; the list by the last ranking, else by the first; agreement then and now (0 to 1)."""
        keys = [str(item["key"]) for item in self.items]
        first, last = (list(self.ballots[stage].values()) for stage in (FIRST, LAST))
        counted = last or first
        agreed = [ranks.agreement(ballots, keys) for ballots in (first, last)]
        rows = self._rows(keys, counted, first if last else [])
        return {
            "ideas": [{"key": key, "text": text} for key, text in self.ideas.items()],
            "hung": [{"key": key, "text": text} for key, text in list(self.ideas.items())[-IDEAS:]],
            "waiting": max(0, len(self.ideas) - IDEAS),
            "rows": rows,
            "wall": rows[:ROOM],
            "more": max(0, len(rows) - ROOM),
            "people": len(counted),
            "is_last": bool(last),
            "agreement": [None if each is None else round(each, 2) for each in agreed],
        }

    def _rows(
        self, keys: Sequence[str], counted: Sequence[Sequence[str]], before: Sequence[Sequence[str]]
    ) -> list[dict[str, Any]]:
        texts = {str(item["key"]): str(item["text"]) for item in self.items}
        sums = ranks.sum_of_ranks(counted, keys)
        earlier = (
            {row.option: row.place for row in ranks.placed(ranks.sum_of_ranks(before, keys))}
            if before
            else {}
        )
        return [
            {
                "key": row.option,
                "text": texts[str(row.option)],
                "place": row.place if counted else 0,
                "sum": f"{row.total:g}" if counted else "",
                "was": earlier.get(row.option, 0),
                "is_level": bool(counted) and row.is_level,
            }
            for row in ranks.placed(sums)
        ]
