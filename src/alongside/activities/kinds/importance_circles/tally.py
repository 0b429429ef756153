"""Where people put the cards, alone and after the talk, and the cards they wrote themselves."""

from collections.abc import Mapping
from typing import Any

ALONE, TOGETHER = 0, 2
"""The stages in which cards are placed."""

RINGS = ("in", "out")


def cards_of(setup: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The cards by key: those of the set-up (their numbers), and after the talk those that the room made."""
    given = [(str(number), str(text)) for number, text in enumerate(setup["cards"], 1)]
    if int(setup.get("stage", ALONE)) < TOGETHER:
        return given
    return given + [(str(item["key"]), str(item["text"])) for item in setup.get("list", ())]


class ImportanceCirclesTally:
    """Placings of one activity, a count for each card, circle and stage."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.cards = cards_of(setup)
        self.placed: dict[tuple[int, str, str], int] = {}
        self.people = {ALONE: 0, TOGETHER: 0}
        self.why: dict[str, dict[str, str]] = {}
        self.own: dict[str, str] = {}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Count one person's placings."""
        self._count(answer, 1)
        for name, value in answer.items():
            if value and name[0] == "n":
                self.own[f"{key}.{name}"] = str(value)
            elif value and name[0] == "t":
                self.why.setdefault(name[1:], {})[key] = str(value)

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take them out."""
        self._count(answer, -1)
        for name in answer:
            self.own.pop(f"{key}.{name}", None)
            if name[0] == "t":
                self.why.get(name[1:], {}).pop(key, None)

    def _count(self, answer: Mapping[str, Any], by: int) -> None:
        stage = int(answer.get("stage", ALONE))
        self.people[stage] += by
        for name, value in answer.items():
            if name[0] == "c" and value in RINGS:
                place = (stage, name[1:], str(value))
                self.placed[place] = self.placed.get(place, 0) + by

    def result(self) -> dict[str, Any]:
        """Each card with its counts, and the circle most people put it in; of the talk once anybody placed after it."""
        stage = TOGETHER if self.people[TOGETHER] else ALONE
        cards = [self._card(key, text, stage) for key, text in self.cards]
        cards.sort(key=lambda card: -int(str(card["share"])))
        own = [{"key": key, "text": text} for key, text in self.own.items()]
        people = {"alone": self.people[ALONE], "together": self.people[TOGETHER]}
        return {"cards": cards, "own": own, "people": self.people[stage], **people}

    def _card(self, key: str, text: str, stage: int) -> dict[str, Any]:
        inner, outer = (self.placed.get((stage, key, ring), 0) for ring in ("in", "out"))
        first = self.placed.get((ALONE, key, "in"), 0) + self.placed.get((ALONE, key, "out"), 0)
        before = round(100 * self.placed.get((ALONE, key, "in"), 0) / first) if first else None
        ring = "" if not inner + outer else "in" if inner > outer else "out" if outer > inner else "edge"
        return {
            "key": key,
            "text": text,
            "inner": inner,
            "outer": outer,
            "share": round(100 * inner / (inner + outer)) if inner + outer else 0,
            "before": before if stage == TOGETHER else None,
            "ring": ring,
            "why": list(self.why.get(key, {}).values()),
        }
