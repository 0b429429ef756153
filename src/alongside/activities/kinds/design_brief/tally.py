"""Stories, myths and barriers of everybody; and of each pair its need, idea and brief."""

from collections.abc import Mapping
from typing import Any

TELL, NEED, IDEA, BRIEF = range(4)
KINDS = ("story", "myth", "barrier")

ROOM = 4
"""So many cards of each heading, and briefs, can be read from eight metres: the newest."""


class DesignBriefTally:
    """What was sent in, by stage. A pair writes with one phone, so its need, idea and brief have one author."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.notes: dict[str, Mapping[str, str]] = {
            line: item["notes"] for item in setup.get("list", ()) if item.get("notes") for line in item["of"]
        }
        self.told: dict[str, Mapping[str, Any]] = {}
        self.pairs: dict[str, dict[int, dict[str, Mapping[str, Any]]]] = {}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Put up a story, myth or barrier; or what a pair wrote."""
        stage = int(answer.get("stage", TELL))
        if stage == TELL:
            self.told[key] = answer
        else:
            self.pairs.setdefault(_pair(key, answer), {}).setdefault(stage, {})[key] = answer

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take it away."""
        stage = int(answer.get("stage", TELL))
        if stage == TELL:
            self.told.pop(key, None)
            return
        pair = self.pairs.get(_pair(key, answer), {})
        pair.get(stage, {}).pop(key, None)
        if not any(pair.values()):
            self.pairs.pop(_pair(key, answer), None)

    def result(self) -> dict[str, Any]:
        """`told` by what it is, and `cards`: one for each pair, as far as it got. Finished briefs come first."""
        told = []
        for kind in KINDS:
            cards = [
                {"key": key, "text": str(one["text"])}
                for key, one in self.told.items()
                if one["kind"] == kind
            ]
            told.append(
                {"kind": kind, "cards": cards, "wall": cards[-ROOM:], "more": max(0, len(cards) - ROOM)}
            )
        cards = sorted((self._card(pair) for pair in self.pairs.values()), key=lambda card: not card["name"])
        named = [card for card in cards if card["name"]]
        shown = (named or cards)[-2:]
        return {
            "told": told,
            "cards": cards,
            "wall": shown,
            "more": max(0, len(named or cards) - len(shown)),
            "counts": {"told": len(self.told), "pairs": len(cards), "briefs": len(named)},
        }

    def _card(self, pair: Mapping[int, Mapping[str, Mapping[str, Any]]]) -> dict[str, Any]:
        """What one pair wrote, the newest of each stage."""
        newest = {stage: (list(sent.items()) or [("", {})])[-1] for stage, sent in pair.items()}
        (_need_key, need), (_idea_key, idea), (brief_key, brief) = (
            newest.get(stage, ("", {})) for stage in (NEED, IDEA, BRIEF)
        )
        key = brief_key or _idea_key or _need_key
        return {
            "key": key,
            "brief": brief_key,
            "people": int(need.get("people") or brief.get("people") or 0),
            "roles": list(need.get("roles") or ()),
            "who": str(need.get("who", "")),
            "need": str(need.get("need", "")),
            "because": str(need.get("because", "")),
            "idea": str(idea.get("idea", "")),
            "name": str(brief.get("name", "")),
            "must": list(brief.get("must") or ()),
            "avoid": str(brief.get("avoid", "")),
            "good": str(brief.get("good", "")),
            "notes": dict(self.notes.get(brief_key, {})),
        }


def _pair(key: str, answer: Mapping[str, Any]) -> str:
    """Who wrote it. A sheet that was typed in is a pair by itself."""
    return str(answer.get("author") or key)
