"""Notes along the steps of a journey: how each step felt, in whose words, and which steps people marked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

WALK, MARK = 0, 2
"""The stages in which something is sent in."""

WIDE = 120
"""The width of one step in the drawing."""

FLAT = 0.3
"""The height of the drawing against its width."""

BEST, WORST = 5, 1
MOST_WORDS, MOST_QUOTES = 3, 4


def steps_of(setup: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The steps by key: their numbers."""
    return [(str(number), str(text)) for number, text in enumerate(setup.get("steps", ()), 1)]


class JourneyMapTally:
    """One journey: a count for each step and feeling, and the words."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.steps = steps_of(setup)
        self.most = int(setup.get("marks") or 2)
        self.notes: dict[str, dict[str, str]] = {}
        self.feelings: dict[str, Counter[int]] = {key: Counter() for key, _text in self.steps}
        self.marks: Counter[str] = Counter()
        self.markers = 0

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Put down a note, or count marks."""
        if answer.get("stage", WALK) == MARK:
            self._mark(answer, 1)
        elif answer["step"] in self.feelings:
            names = ("step", "feeling", "word", "touchpoint", "quote", "who")
            self.notes[key] = {name: str(answer.get(name) or "") for name in names} | {"key": key}
            self.feelings[answer["step"]][int(answer["feeling"])] += 1

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take it out again."""
        if answer.get("stage", WALK) == MARK:
            self._mark(answer, -1)
        elif self.notes.pop(key, None):
            self.feelings[answer["step"]][int(answer["feeling"])] -= 1

    def _mark(self, answer: Mapping[str, Any], by: int) -> None:
        self.markers += by
        for key in set(answer.get("marks", ())):
            self.marks[key] += by

    def result(self) -> dict[str, Any]:
        """`steps` in order with their place in the drawing, and `lines`: where the line runs without a gap."""
        width = WIDE * len(self.steps)
        height = round(width * FLAT)
        steps = [self._step(n, height) for n in range(len(self.steps))]
        return {
            "steps": steps,
            "lines": _lines(steps),
            "width": width,
            "height": height,
            "middle": _y((BEST + WORST) / 2, height),
            "dot": round(width / 70),
            "ring": round(width / 40),
            "notes": len(self.notes),
            "markers": self.markers,
            "said": [one for one in self.notes.values() if one["quote"] or one["touchpoint"]],
        }

    def _step(self, number: int, height: int) -> dict[str, Any]:
        key, text = self.steps[number]
        here = [one for one in self.notes.values() if one["step"] == key]
        felt = self.feelings[key]
        people = felt.total()
        mean = sum(feeling * n for feeling, n in felt.items()) / people if people else None
        more = sum(n > self.marks[key] for n in self.marks.values())
        return {
            "key": key,
            "number": number + 1,
            "text": text,
            "people": people,
            "mean": None if mean is None else f"{mean:.1f}",
            "level": None if mean is None else round(mean),
            "feelings": [felt[feeling] for feeling in range(BEST, WORST - 1, -1)],
            "words": _commonest(one["word"] for one in here),
            "met": _commonest(one["touchpoint"] for one in here),
            "quotes": [{"key": one["key"], "text": one["quote"]} for one in here if one["quote"]][
                -MOST_QUOTES:
            ],
            "marks": self.marks[key],
            "is_marked": self.marks[key] > 0 and more < self.most,
            "x": WIDE * number + WIDE // 2,
            "y": None if mean is None else _y(mean, height),
        }


def _y(mean: float, height: int) -> int:
    """Very good at the top, very hard at the bottom, with room for the dots."""
    room = height * 0.12
    return round(room + (BEST - mean) / (BEST - WORST) * (height - 2 * room))


def _commonest(texts: Any) -> list[str]:
    """The commonest few; capitals do not matter, and the wording is that of the first."""
    first: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for text in texts:
        if text:
            first.setdefault(text.casefold(), text)
            counts[text.casefold()] += 1
    return [first[key] for key, _n in counts.most_common(MOST_WORDS)]


def _lines(steps: Sequence[Mapping[str, Any]]) -> list[str]:
    """The points of each stretch as SVG writes them; a step without notes makes a gap."""
    stretches: list[list[str]] = [[]]
    for step in steps:
        if step["y"] is None:
            stretches.append([])
        else:
            stretches[-1].append(f"{step['x']},{step['y']}")
    return [" ".join(points) for points in stretches if len(points) > 1]
