"""Who picked what, what was missing, and the order to talk in."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from alongside.methods.ranks import places

NOMINATE, CHOOSE = 0, 2
"""The stages in which things are picked."""
ROOM = 7
"""So many rows can be read from eight metres."""


def options_of(setup: Mapping[str, Any], stage: int) -> list[tuple[str, str]]:
    """What can be picked, by key: the set-up's options by number, and once all choose, those the room added."""
    given = [(str(number), str(text)) for number, text in enumerate(setup["options"], 1)]
    if stage < CHOOSE:
        return given
    return given + [(str(item["key"]), str(item["text"])) for item in setup.get("list", ())]


class NominationPollTally:
    """Picks of both rounds; the second one counts as soon as somebody picked in it."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.given = options_of(setup, NOMINATE)
        self.listed: Sequence[Mapping[str, Any]] = setup.get("list", ())
        self.picks: dict[int, Counter[str]] = {NOMINATE: Counter(), CHOOSE: Counter()}
        self.people = {NOMINATE: 0, CHOOSE: 0}
        self.own: dict[str, str] = {}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Count one person's picks, and keep what they named themselves."""
        self._count(answer, 1)
        if answer.get("own"):
            self.own[key] = str(answer["own"])

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take them out."""
        self._count(answer, -1)
        self.own.pop(key, None)

    def _count(self, answer: Mapping[str, Any], by: int) -> None:
        stage = int(answer.get("stage", NOMINATE))
        self.people[stage] += by
        for pick in set(answer.get("picks", ())):
            self.picks[stage][pick] += by

    def result(self) -> dict[str, Any]:
        """`rows` in the order to talk in, each with its place; `wall` those that can be read from afar."""
        stage = CHOOSE if self.people[CHOOSE] else NOMINATE
        rows: list[dict[str, Any]] = [
            {"key": key, "text": text, "n": self.picks[stage][key], "is_new": False}
            for key, text in self.given
        ]
        rows += self._new(stage)
        if self.people[stage]:
            rows.sort(key=lambda row: -int(row["n"]))
        found = places([int(row["n"]) for row in rows])
        placed = [
            {**row, "place": place, "is_level": is_level}
            for row, (place, is_level) in zip(rows, found, strict=True)
        ]
        return {
            "people": self.people[stage],
            "nominated": self.people[NOMINATE],
            "is_chosen": stage == CHOOSE,
            "rows": placed,
            "wall": placed[:ROOM],
            "more": max(0, len(placed) - ROOM),
            "own": [{"key": key, "text": text} for key, text in self.own.items()],
            "firsts": sum(row["place"] == 1 and row["n"] > 0 for row in placed),
        }

    def _new(self, stage: int) -> list[dict[str, Any]]:
        """What people named themselves: as the room put it together, else one by one."""
        if stage == CHOOSE:
            return [self._row(item, self.picks[CHOOSE][item["key"]]) for item in self.listed]
        if self.listed:
            return [self._row(item, sum(one in self.own for one in item["from"])) for item in self.listed]
        return [{"key": key, "text": text, "n": 1, "is_new": True} for key, text in self.own.items()]

    def _row(self, item: Mapping[str, Any], n: int) -> dict[str, Any]:
        return {"key": item["key"], "text": item["text"], "n": n, "is_new": True}
