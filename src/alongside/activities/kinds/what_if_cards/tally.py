"""Answers to each card, the answer that the room made of them, and whether somebody checked it."""

from collections.abc import Mapping
from typing import Any

SAFE = "safe"

ROOM = 4
"""So many lines of a card can be read from eight metres."""


def cards_of(setup: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """The cards: number, question, and the finding it comes from, which stands behind the question mark."""
    found = []
    for number, line in enumerate(setup.get("cards", ()), 1):
        question, mark, finding = str(line).partition("?")
        found.append((str(number), question.strip() + mark, finding.strip().strip("()").strip()))
    return found


class WhatIfCardsTally:
    """Answers by their key; the card's own lines stand on the list, under the card's number."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.cards = cards_of(setup)
        self.lines = list(setup.get("list", ()))
        self.used = {line for item in self.lines for line in item["of"]}
        self.said: dict[str, Mapping[str, Any]] = {}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Put up one answer."""
        self.said[key] = answer

    def remove(self, key: str, _answer: Mapping[str, Any]) -> None:
        """Take it away."""
        self.said.pop(key, None)

    def result(self) -> dict[str, Any]:
        """Each card with its lines, the answers that are in none, and its `state`: open, check, unsafe or ready."""
        cards = [self._card(*card) for card in self.cards]
        return {
            "cards": cards,
            "count": len(self.said),
            "ready": sum(card["state"] == "ready" for card in cards),
            "has_lines": bool(self.lines),
        }

    def _card(self, number: str, question: str, finding: str) -> dict[str, Any]:
        lines = [_line(item) for item in self.lines if item["heading"] == number]
        said = [
            {"key": key, "text": str(answer["answer"]), "who": str(answer.get("shown_as", ""))}
            for key, answer in self.said.items()
            if str(answer["card"]) == number
        ]
        roles = list(dict.fromkeys(line["checked_by"] for line in lines if line["checked_by"]))
        return {
            "card": number,
            "question": question,
            "finding": finding,
            "lines": lines,
            "wall": lines[:ROOM],
            "said": said,
            "loose": [one for one in said if one["key"] not in self.used],
            "state": _state(lines),
            "checked_by": roles,
        }


def _line(item: Mapping[str, Any]) -> dict[str, Any]:
    """A line of a card. It counts as checked only with a role: a tick by nobody is none."""
    notes = item.get("notes") or {}
    role = str(notes.get("checked_by", ""))
    verdict = str(notes.get("check", "")) if role else ""
    return {
        "key": str(item["key"]),
        "text": str(item["text"]),
        "check": verdict,
        "checked_by": role if verdict else "",
    }


def _state(lines: list[dict[str, Any]]) -> str:
    """A card is ready when it has lines and every one was found safe by somebody with a role."""
    if not lines:
        return "open"
    if any(line["check"] and line["check"] != SAFE for line in lines):
        return "unsafe"
    return "ready" if all(line["check"] == SAFE for line in lines) else "check"
