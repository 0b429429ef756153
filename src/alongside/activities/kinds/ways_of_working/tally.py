"""What people think of each clause, what they would add, and who says yes to the list they made of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

READ, SAY_YES = 0, 2
"""The stages in which something is sent in."""
DO, DONT = "do", "dont"
ROOM = 3
"""So many new ones of each list, and hands, can be read from eight metres."""


def clauses_of(setup: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """The draft's clauses: number, heading and words of each."""
    both = [(DO, text) for text in setup["dos"]] + [(DONT, text) for text in setup.get("donts", ())]
    return [(str(number), heading, str(text)) for number, (heading, text) in enumerate(both, 1)]


class WaysOfWorkingTally:
    """Views on the draft, and the yes of the group to its own list."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.clauses = clauses_of(setup)
        self.listed: Sequence[Mapping[str, Any]] = setup.get("list", ())
        self.people = {READ: 0, SAY_YES: 0}
        self.views: Counter[tuple[str, str]] = Counter()
        self.said: dict[str, Mapping[str, Any]] = {}
        self.hands: dict[str, Mapping[str, Any]] = {}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Count one person's view of the draft, or their yes to the list."""
        self._count(answer, 1)
        if answer.get("stage", READ) == READ:
            self.said[key] = answer
        elif answer["yes"] == "no":
            self.hands[key] = answer

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take it out again."""
        self._count(answer, -1)
        self.said.pop(key, None)
        self.hands.pop(key, None)

    def _count(self, answer: Mapping[str, Any], by: int) -> None:
        stage = int(answer.get("stage", READ))
        self.people[stage] += by
        for number, _heading, _text in self.clauses if stage == READ else ():
            self.views[number, str(answer.get(f"c{number}") or "")] += by

    def result(self) -> dict[str, Any]:
        """`draft` and `list`, each in two parts (do, don't); and how many say yes."""
        asked = self.people[SAY_YES]
        hands = [self._hand(key, one) for key, one in self.hands.items()]
        return {
            "people": self.people[READ],
            "asked": asked,
            "yes": asked - len(hands),
            "hands": hands,
            "wall_hands": hands[-ROOM:],
            "has_list": bool(self.listed),
            "draft": [self._draft(heading) for heading in (DO, DONT)],
            "list": [self._list(heading) for heading in (DO, DONT)],
        }

    def _hand(self, key: str, one: Mapping[str, Any]) -> dict[str, str]:
        texts = {str(item["key"]): str(item["text"]) for item in self.listed}
        return {"key": key, "about": texts.get(str(one.get("about")), ""), "why": str(one.get("why") or "")}

    def _draft(self, heading: str) -> dict[str, Any]:
        rows = [
            {
                "key": f"c{number}",
                "text": text,
                "agree": self.views[number, "yes"],
                "change": self.views[number, "change"],
                "hows": [
                    {"key": f"{key}.t{number}", "text": str(one[f"t{number}"])}
                    for key, one in self.said.items()
                    if one.get(f"t{number}")
                ],
            }
            for number, under, text in self.clauses
            if under == heading
        ]
        adds = [
            {"key": f"{key}.{heading}", "text": str(one[f"add_{heading}"])}
            for key, one in self.said.items()
            if one.get(f"add_{heading}")
        ]
        more = max(0, len(adds) - ROOM)
        return {"heading": heading, "rows": rows, "adds": adds, "wall": adds[-ROOM:], "more": more}

    def _list(self, heading: str) -> dict[str, Any]:
        about = Counter(str(one.get("about")) for one in self.hands.values())
        rows = [
            {"key": item["key"], "text": item["text"], "hands": about[str(item["key"])]}
            for item in self.listed
            if (item["heading"] == DONT) is (heading == DONT)
        ]
        return {"heading": heading, "rows": rows}
