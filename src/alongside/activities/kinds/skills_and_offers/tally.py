"""Who offers and wishes what, in counts: pairs, gaps, and what the whole group misses."""

from collections.abc import Mapping, Sequence
from typing import Any

OFFER, WISH, MISS = "offer", "wish", "miss"
OWN = ((OFFER, "own_offer"), (WISH, "own_wish"), (MISS, "missing"))
"""Headings, and the fields with own words that stand under them."""
ROOM = 8
"""So many skills can be read from eight metres."""
FEW = 4
"""So many own words of each heading."""


class SkillsAndOffersTally:
    """Marks of one activity, by skill. Names are kept only where the activity shows them."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.skills = [str(skill) for skill in setup["skills"]]
        self.listed = list(setup.get("list", ()))
        self.said: dict[str, Mapping[str, Any]] = {}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Keep what one person offers and wishes."""
        self.said[key] = answer

    def remove(self, key: str, _answer: Mapping[str, Any]) -> None:
        """Take it out again."""
        self.said.pop(key, None)

    def result(self) -> dict[str, Any]:
        """`rows` of skills, those with a pair first, then those wished for that nobody offers; and own words."""
        marks = {part: self._names(part) for part in ("offers", "wishes")}
        rows = [self._row(number, skill, marks) for number, skill in enumerate(self.skills, 1)]
        rows.sort(key=_order)
        most = max((max(int(row["offers"]), int(row["wishes"])) for row in rows), default=0)
        for row in rows:
            row["offer_share"] = round(100 * int(row["offers"]) / most) if most else 0
            row["wish_share"] = round(100 * int(row["wishes"]) / most) if most else 0
        said = self._said()
        return {
            "people": len(self.said),
            "rows": rows,
            "wall": [row for row in rows if row["offers"] or row["wishes"]][:ROOM] or rows[:ROOM],
            "more": max(0, len(rows) - ROOM),
            "gaps": [row["text"] for row in rows if row["wishes"] and not row["offers"]],
            "said": said,
            "own": [self._own(heading, said) for heading, _field in OWN],
        }

    def _names(self, part: str) -> dict[str, list[str]]:
        """For each skill the names of those who marked it; empty strings where no names show."""
        found: dict[str, list[str]] = {}
        for answer in self.said.values():
            for number in answer.get(part, ()):
                found.setdefault(str(number), []).append(str(answer.get("shown_as") or ""))
        return found

    def _row(self, number: int, skill: str, marks: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Any]:
        offers, wishes = (marks[part].get(str(number), []) for part in ("offers", "wishes"))
        return {
            "key": str(number),
            "text": skill,
            "offers": len(offers),
            "wishes": len(wishes),
            "is_pair": bool(offers and wishes),
            "who_offers": sorted(filter(None, offers)),
            "who_wishes": sorted(filter(None, wishes)),
        }

    def _said(self) -> list[dict[str, str]]:
        """Everything written in own words, by heading."""
        return [
            {
                "key": f"{key}.{field}",
                "heading": heading,
                "text": str(answer[field]),
                "by": str(answer.get("shown_as") or ""),
            }
            for heading, field in OWN
            for key, answer in self.said.items()
            if answer.get(field)
        ]

    def _own(self, heading: str, said: Sequence[Mapping[str, str]]) -> dict[str, Any]:
        """What hangs under a heading: as people wrote it, or as the room put it together."""
        found = [{**item, "by": ""} for item in self.listed] if self.listed else said
        cards = [
            {"key": str(one["key"]), "text": str(one["text"]), "by": str(one["by"])}
            for one in found
            if one["heading"] == heading
        ]
        hangs = cards[:FEW] if self.listed else cards[-FEW:]
        return {"heading": heading, "cards": cards, "wall": hangs, "more": len(cards) - len(hangs)}


def _order(row: Mapping[str, Any]) -> tuple[int, int, int]:
    """Pairs first, those most wished for on top; then wished and not offered, then offered and not wished."""
    kind = 0 if row["is_pair"] else 1 if row["wishes"] else 2 if row["offers"] else 3
    return kind, -int(row["wishes"]), -int(row["offers"])
