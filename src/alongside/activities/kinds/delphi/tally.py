"""Scores of each statement round by round, the statements people added, and who came back."""

from collections.abc import Mapping
from typing import Any

from alongside.methods.delphi import Rule, Spread, Verdict, responses, spread_of

ROUNDS = (0, 2, 4)
"""The stages in which people score: round 1, 2 and 3."""

ROOM = 7
"""So many statements can be read from eight metres."""

ORDER = {Verdict.IN.value: 0, Verdict.NONE.value: 1, Verdict.OUT.value: 2}


def items_of(setup: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The statements by key: those of the set-up (their numbers), and after round 1 those that people added."""
    given = [(str(number), str(text)) for number, text in enumerate(setup["items"], 1)]
    if int(setup.get("stage", ROUNDS[0])) < ROUNDS[1]:
        return given
    return given + [(str(item["key"]), str(item["text"])) for item in setup.get("list", ())]


def rule_of(setup: Mapping[str, Any]) -> Rule:
    """The rule as it was fixed in the set-up."""
    return Rule(least=int(setup.get("least", 70)), against=int(setup.get("against", 15)))


class DelphiTally:
    """Every score by round, statement and contribution; medians are made when the result is asked for."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.items, self.rule = items_of(setup), rule_of(setup)
        self.asked = int(setup.get("panel") or 0)
        self.scores: dict[tuple[int, str], dict[str, int]] = {}
        self.why: dict[tuple[int, str], dict[str, str]] = {}
        self.added: dict[str, str] = {}
        self.people: list[dict[str, str]] = [{} for _round in ROUNDS]

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Count one person's scores of one round."""
        at = ROUNDS.index(int(answer.get("stage", ROUNDS[0])))
        self.people[at][key] = str(answer.get("author") or key)
        for name, value in answer.items():
            if name[0] == "s" and str(value).isdecimal():
                self.scores.setdefault((at, name[1:]), {})[key] = int(value)
            elif name[0] == "t" and value:
                self.why.setdefault((at, name[1:]), {})[key] = str(value)
            elif name[0] == "n" and value and name[1:].isdecimal():
                self.added[f"{key}.{name}"] = str(value)

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take them out."""
        at = ROUNDS.index(int(answer.get("stage", ROUNDS[0])))
        self.people[at].pop(key, None)
        for name in answer:
            self.scores.get((at, name[1:]), {}).pop(key, None)
            self.why.get((at, name[1:]), {}).pop(key, None)
            self.added.pop(f"{key}.{name}", None)

    def result(self) -> dict[str, Any]:
        """Each statement with its rounds and where it stands: in first, then open ones, then out.

        `rounds` says who came: people, back, new and lost. `asked` is the size of the panel, 0 when it was not said.
        """
        at = max((number for number, people in enumerate(self.people) if people), default=0)
        items = [self._item(key, text) for key, text in self.items]
        items.sort(key=lambda item: (ORDER[item["state"]], -(item["now"]["median"] if item["now"] else 0)))
        came = responses([set(people.values()) for people in self.people[: at + 1]])
        rounds = [
            {"round": n, "people": one.people, "back": one.back, "new": one.new, "lost": one.lost}
            for n, one in enumerate(came, 1)
        ]
        counts = {state: sum(item["state"] == state for item in items) for state in ORDER}
        return {
            "items": items,
            "wall": items[:ROOM],
            "more": max(0, len(items) - ROOM),
            "rounds": rounds,
            "people": came[-1].people,
            "asked": self.asked,
            "counts": counts,
            "added": [{"key": key, "text": text} for key, text in self.added.items()],
            "rule": {"least": self.rule.least, "against": self.rule.against},
        }

    def _item(self, key: str, text: str) -> dict[str, Any]:
        """One statement. Scores given after it was settled are not counted."""
        rounds = [list(self.scores.get((at, key), {}).values()) for at in range(len(ROUNDS))]
        verdict, settled = self.rule.settle(rounds)
        counted = rounds[: settled or len(rounds)]
        spreads = [spread_of(scores, self.rule) for scores in counted]
        last = max((n for n, spread in enumerate(spreads) if spread), default=-1)
        said = [list(self.why.get((at, key), {}).values()) for at in range(len(counted))]
        return {
            "key": key,
            "text": text,
            "is_new": not key.isdecimal(),
            "state": verdict.value,
            "settled": settled,
            "rounds": [_plain(spread) for spread in spreads],
            "now": _plain(spreads[last]) if last >= 0 else None,
            "why": said[last] if last >= 0 else [],
        }


def _plain(spread: Spread | None) -> dict[str, Any] | None:
    """A spread as plain data, with places on a rail from 0 to 100."""
    if spread is None:
        return None
    return {
        "of": spread.of,
        "median": spread.median,
        "median_said": f"{spread.median:g}",
        "half": f"{spread.half_from:g}–{spread.half_to:g}",
        "low": spread.low,
        "high": spread.high,
        "low_share": spread.low_share,
        "high_share": spread.high_share,
        "at": place(spread.median),
        "from": place(spread.half_from),
        "to": place(spread.half_to),
    }


def place(score: float) -> int:
    """Where a score of 1 to 9 stands on a rail from 0 to 100."""
    return round((score - 1) * 12.5)
