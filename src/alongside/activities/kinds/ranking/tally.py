"""Everybody's order put together by the sum of ranks, with what other rules and the agreement say."""

from collections.abc import Mapping
from typing import Any

from alongside.methods import ranks


class RankingTally:
    """Ballots of one ranking."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.texts = {str(number): str(text) for number, text in enumerate(setup["options"], 1)}
        self.ballots: dict[str, list[str]] = {}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Count one person's order."""
        self.ballots[key] = order_of(answer)

    def remove(self, key: str, _answer: Mapping[str, Any]) -> None:
        """Take it out."""
        self.ballots.pop(key, None)

    def result(self) -> dict[str, Any]:
        """Options by place, who wins every duel, and how far people agree (0 to 1)."""
        return ranked(list(self.ballots.values()), self.texts)


def order_of(answer: Mapping[str, Any]) -> list[str]:
    """The keys of what has a place, best first."""
    return ranks.order_of({name[1:]: str(place or "") for name, place in answer.items() if name[:1] == "p"})


def ranked(ballots: list[list[str]], texts: Mapping[str, str]) -> dict[str, Any]:
    """The picture of ballots over options: rows by place, `share` of the best possible for the bars."""
    options = list(texts)
    sums = ranks.sum_of_ranks(ballots, options)
    points = ranks.borda(ballots, options)
    best = len(ballots) * max(len(options) - 1, 1)
    rows = [
        {
            "key": str(row.option),
            "text": texts[str(row.option)],
            "place": row.place if ballots else 0,
            "total": round(row.total, 1),
            "mean": round(row.total / len(ballots), 1) if ballots else 0.0,
            "share": round(100 * points[str(row.option)] / best) if ballots else 0,
            "is_level": bool(ballots) and row.is_level,
            "firsts": sum(ballot[:1] == [row.option] for ballot in ballots),
        }
        for row in ranks.placed(sums)
    ]
    winner = ranks.condorcet_winner(ballots, options) if ballots else None
    agreed = ranks.agreement(ballots, options)
    return {
        "people": len(ballots),
        "rows": rows,
        "crowd": (len(rows) > 5) + (len(rows) > 10),
        "duel_winner": texts[winner] if winner else "",
        "is_same_winner": bool(winner and rows and rows[0]["key"] == winner),
        "agreement": None if agreed is None else round(agreed, 2),
    }
