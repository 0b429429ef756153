"""How each finding was taken, what people ask about it, and which words need explaining."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

READ = 0
MARKS = ("rings", "surprised", "not_me")
QUESTION, WORD = "question", "word"
ROOM = 4
"""So many questions can be read from eight metres beside the findings: the newest."""


def findings_of(setup: Mapping[str, Any]) -> list[dict[str, str]]:
    """Each finding: number, title, its sentence, and where it comes from."""
    found = []
    for number, line in enumerate(setup["findings"], 1):
        title, text, source = [*(part.strip() for part in str(line).split(" / ")), ""][:3]
        found.append({"key": str(number), "title": title, "text": text, "source": source})
    return found


def explained_in(setup: Mapping[str, Any]) -> list[dict[str, str]]:
    """The words that the facilitators explained beforehand."""
    pairs = [str(line).partition(" / ") for line in setup.get("words", ())]
    return [{"word": word, "meaning": meaning} for word, _bar, meaning in pairs]


class EvidenceWalkThroughTally:
    """Marks, questions and words of one activity."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.findings = findings_of(setup)
        self.explained = explained_in(setup)
        self.listed = list(setup.get("list", ()))
        self.people = 0
        self.marks: Counter[tuple[str, str]] = Counter()
        self.said: dict[str, Mapping[str, Any]] = {}

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Count one person's marks, and keep what they ask."""
        self._count(answer, 1)
        self.said[key] = answer

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take them out again."""
        self._count(answer, -1)
        self.said.pop(key, None)

    def _count(self, answer: Mapping[str, Any], by: int) -> None:
        self.people += by
        for one in self.findings:
            self.marks[one["key"], str(answer.get(f"m{one['key']}") or "")] += by

    def result(self) -> dict[str, Any]:
        """`rows` of findings with marks and questions; `words` to explain; and the room's list, if it made one."""
        rows = [self._row(one) for one in self.findings]
        asked = [{**one, "about": row["title"]} for row in rows for one in row["questions"]]
        return {
            "people": self.people,
            "rows": rows,
            "asked": asked,
            "wall_asked": asked[-ROOM:],
            "more": max(0, len(asked) - ROOM),
            "words": self._words(),
            "explained": self.explained,
            "list": [self._list(heading) for heading in (QUESTION, WORD)] if self.listed else [],
        }

    def _row(self, one: Mapping[str, str]) -> dict[str, Any]:
        key = one["key"]
        counts = {mark: self.marks[key, mark] for mark in MARKS}
        questions = [
            {"key": f"{of}.q{key}", "text": str(answer[f"q{key}"])}
            for of, answer in self.said.items()
            if answer.get(f"q{key}")
        ]
        said = sum(counts.values())
        shares = [{"mark": mark, "n": round(100 * n / said)} for mark, n in counts.items() if n]
        return {**one, **counts, "said": said, "shares": shares, "questions": questions}

    def _words(self) -> list[dict[str, Any]]:
        """Each word once, with how many asked for it and the keys of its lines; most asked first."""
        found: dict[str, dict[str, Any]] = {}
        for key, answer in self.said.items():
            for at, word in enumerate(answer.get("words") or ()):
                one = found.setdefault(str(word).casefold(), {"text": str(word), "n": 0, "keys": []})
                one["n"] += 1
                one["keys"].append(f"{key}.w{at}")
        return sorted(found.values(), key=lambda one: -int(one["n"]))

    def _list(self, heading: str) -> dict[str, Any]:
        items = [item for item in self.listed if (item["heading"] == WORD) is (heading == WORD)]
        return {"heading": heading, "items": [{"key": item["key"], "text": item["text"]} for item in items]}
