"""Turns of a set: the name of each, the questions that were asked, insights, and actions with their days."""

from collections.abc import Mapping
from typing import Any

BRING, ASK, ACT, LOOK_BACK = 0, 1, 3, 4
"""The stages in which something is sent in."""

WALL = "wall"

ROOM = 4
"""So many questions, or actions, can be read from eight metres."""


class ActionLearningTally:
    """What was sent in, by stage. An issue is in the result only if its author said that it may be."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.items = list(setup.get("list", ()))
        self.sent: dict[int, dict[str, Mapping[str, Any]]] = {BRING: {}, ASK: {}, ACT: {}, LOOK_BACK: {}}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take in an issue, a question, an action, or a look back."""
        self.sent[int(answer.get("stage", BRING))][key] = answer

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take it out."""
        self.sent[int(answer.get("stage", BRING))].pop(key, None)

    def result(self) -> dict[str, Any]:
        """`turns`: each with its questions and what came of it; `actions`: all of them, the first day first."""
        turns = [self._turn(item) for item in self.items] if self.items else self._brought()
        actions = sorted(
            (action for turn in turns for action in turn["actions"]), key=lambda one: str(one["due"])
        )
        asked = [{**one, "turn": turn["title"]} for turn in turns for one in turn["questions"]]
        return {
            "turns": turns,
            "brought": [{"key": key, "title": str(one["title"])} for key, one in self.sent[BRING].items()],
            "actions": actions,
            "wall_actions": actions[:ROOM],
            "more_actions": max(0, len(actions) - ROOM),
            "wall_questions": asked[-ROOM:],
            "counts": {
                "turns": len(turns),
                "questions": len(asked),
                "actions": len(actions),
                "done": sum(action["how"] == "done" for action in actions),
            },
        }

    def _brought(self) -> list[dict[str, Any]]:
        """Before there is a list, every issue that was brought is a turn by itself, under its name."""
        return [
            self._turn({"key": key, "text": answer["title"], "of": [key]})
            for key, answer in self.sent[BRING].items()
        ]

    def _turn(self, item: Mapping[str, Any]) -> dict[str, Any]:
        key = str(item["key"])
        issues = [self.sent[BRING][line] for line in item["of"] if line in self.sent[BRING]]
        learned = [answer for answer in self.sent[LOOK_BACK].values() if answer["turn"] == key]
        acted = {sent: answer for sent, answer in self.sent[ACT].items() if answer["turn"] == key}
        return {
            "key": key,
            "title": str(item["text"]),
            "issues": [str(one["issue"]) for one in issues if one.get("issue") and one.get("share") == WALL],
            "questions": [
                {"key": sent, "text": str(answer["question"])}
                for sent, answer in self.sent[ASK].items()
                if answer["turn"] == key
            ],
            "insights": [str(answer["insight"]) for answer in acted.values() if answer.get("insight")],
            "actions": [
                self._action(sent, answer, str(item["text"]), _about(sent, learned, len(acted) == 1))
                for sent, answer in acted.items()
            ],
            "learned": [str(answer["learned"]) for answer in learned if answer.get("learned")],
        }

    @staticmethod
    def _action(key: str, answer: Mapping[str, Any], turn: str, looked: list[str]) -> dict[str, Any]:
        """An action with its day, whether it is looked at next time, and how it went as was said last."""
        return {
            "key": key,
            "turn": turn,
            "text": str(answer["action"]),
            "due": str(answer["due"]),
            "is_next": answer.get("review") == "next",
            "how": looked[-1] if looked else "",
        }


def _about(action: str, learned: list[Mapping[str, Any]], is_only: bool) -> list[str]:
    """How an action went, each time somebody looked back at it. Without its name, the only one of a turn is meant."""
    named = [one for one in learned if one.get("done") == action or (is_only and not one.get("done"))]
    return [str(one["how"]) for one in named]
