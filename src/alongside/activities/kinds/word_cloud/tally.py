"""Counting words by people, and hanging them on lines so that no word jumps when another arrives.

Words are one when they differ only in capitals and spaces. A person counts once for a word, however often they
wrote it. A word keeps its line and its place in that line for as long as anybody stands behind it.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

PAPERS = ("change", "blank", "said", "decide", "theme", "ask")
ROOM = 60
"""So many words can be read from eight metres; the others wait in the table until more people say them."""

FITS = (37, 43, 55, 71, 80)
"""How many letters a line of the room screen carries at each of the five sizes of letters."""


def fold(word: str) -> str:
    """The word without capitals and doubled spaces: what makes two words one."""
    return " ".join(word.split()).casefold()


def key_of(folded: str) -> str:
    """A short name for a folded word that does not say it: kept when the word is taken off the wall."""
    return hashlib.blake2b(folded.encode(), digest_size=8).hexdigest()


@dataclass
class Hung:
    """A word: how people wrote it, who stands behind it, and the line it hangs on (None: only in the table)."""

    key: str
    number: int
    line: int | None
    written: Counter[str] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        """As most people wrote it; the first of equals."""
        return max(self.written, key=lambda way: self.written[way])


class WordCloudTally:
    """Words of one activity by the people behind them."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        self.hidden = set(setup.get("hidden", ()))
        self.same = {line: str(item["text"]) for item in setup.get("list", ()) for line in item["of"]}
        self.said: dict[str, Counter[str]] = {}
        self.sources: dict[str, set[str]] = {}
        self.words: dict[str, Hung] = {}
        self.people: set[str] = set()
        self.widths: list[int] = []
        self.hung = 0
        self.met = 0

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Count the words of one person."""
        self.people.add(key)
        for folded, way in self._words_of(key, answer, 1).items():
            word = self.words.get(folded) or self._hang(folded, way)
            word.written[way] += 1
            word.keys.add(key)
            if word.line is None and len(word.keys) > 1:
                self._swap_in(word, len(folded))

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take one person's words out; a word nobody stands behind leaves its line."""
        self.people.discard(key)
        for folded, way in self._words_of(key, answer, -1).items():
            word = self.words.get(folded)
            if word is None or key not in word.keys:
                continue
            word.keys.discard(key)
            word.written[way] -= 1
            word.written += Counter()
            if not word.keys:
                self._take_down(word, len(folded))
                del self.words[folded]

    def result(self) -> dict[str, Any]:
        """`lines` for the wall (words in their place), `words` for the table (most people first), and the bases."""
        shown = {folded: word for folded, word in self.words.items() if word.key not in self.hidden}
        most = max((len(word.keys) for word in shown.values()), default=0)
        lines: list[list[dict[str, Any]]] = [[] for _ in self.widths]
        for word in shown.values():
            if word.line is not None:
                lines[word.line].append(_seen(word, most))
        lines = [_fitted(line) for line in lines]
        ranked = sorted(shown.values(), key=lambda word: (-len(word.keys), word.number))
        return {
            "people": len(self.people),
            "lines": [line for line in lines if line],
            "crowd": max(_crowd(self.hung), _crowd_of_lines(lines)),
            "words": [{"key": word.key, "text": word.text, "n": len(word.keys)} for word in ranked],
            "waiting": len(shown) - sum(map(len, lines)),
            "off": len(self.words) - len(shown),
            "said": [
                {"key": line, "text": ways.most_common(1)[0][0], "from": sorted(self.sources[line])}
                for line, ways in self.said.items()
                if line not in self.hidden
            ],
        }

    def _words_of(self, key: str, answer: Mapping[str, Any], by: int) -> dict[str, str]:
        """One person's words with those merged that the room put together; each as it was said is kept too."""
        found: dict[str, str] = {}
        for folded, way in _words_of(answer).items():
            line = key_of(folded)
            self._note(line, key, way, by)
            merged = self.same.get(line)
            found.setdefault(fold(merged) if merged else folded, merged or way)
        return found

    def _note(self, line: str, key: str, way: str, by: int) -> None:
        sources = self.sources.setdefault(line, set())
        self.said.setdefault(line, Counter())[way] += by
        if by > 0:
            sources.add(key)
        else:
            sources.discard(key)
        if not sources:
            del self.said[line], self.sources[line]

    def _hang(self, folded: str, way: str) -> Hung:
        """A new word goes to the end of the shortest line, if the wall has room."""
        word = self.words[folded] = Hung(key_of(folded), self.met, None)
        self.met += 1
        if self.hung < ROOM and word.key not in self.hidden:
            self._put_up(word, len(way))
        return word

    def _put_up(self, word: Hung, letters: int) -> None:
        while len(self.widths) < _lines_for(self.hung + 1):
            self.widths.append(0)
        word.line = min(range(len(self.widths)), key=lambda line: self.widths[line])
        self.widths[word.line] += letters + 3
        self.hung += 1

    def _take_down(self, word: Hung, letters: int) -> None:
        if word.line is not None:
            self.widths[word.line] -= letters + 3
            self.hung -= 1

    def _swap_in(self, word: Hung, letters: int) -> None:
        """A waiting word that a second person said takes the place of the newest word of only one."""
        for folded, other in reversed(self.words.items()):
            if other.line is not None and len(other.keys) == 1:
                self._take_down(other, len(folded))
                other.line = None
                self._put_up(word, letters)
                return


def _words_of(answer: Mapping[str, Any]) -> dict[str, str]:
    """The words of one answer by their folded form, as they were first written."""
    found: dict[str, str] = {}
    for name in sorted(name for name in answer if name[:1] == "w" and name[1:].isdigit()):
        way = " ".join(str(answer[name] or "").split())
        if way:
            found.setdefault(fold(way), way)
    return found


def _seen(word: Hung, most: int) -> dict[str, Any]:
    n = len(word.keys)
    return {
        "key": word.key,
        "text": word.text,
        "n": n,
        "size": _size(n, most),
        "paper": PAPERS[word.number % len(PAPERS)],
    }


def _size(n: int, most: int) -> int:
    """1 to 5: as many as said it, and in proportion once a word is said by more than five."""
    return n if most <= 5 else max(1, round(5 * n / most))


def _lines_for(words: int) -> int:
    """How many lines carry so many words. More words only add lines below; none is taken away."""
    return 4 if words <= 16 else 5 if words <= 26 else 6 if words <= 42 else 8


def _crowd_of_lines(lines: list[list[dict[str, Any]]]) -> int:
    """How small the letters must be for the longest line to fit the room screen."""
    longest = max((sum(map(_letters, line)) for line in lines), default=0.0)
    return next((level for level, fits in enumerate(FITS, 1) if longest <= fits), len(FITS))


def _fitted(line: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The line as far as the screen has room for it: words of fewest people, newest first, stay in the table."""
    room, kept = float(FITS[-1]), set()
    for word in sorted(line, key=lambda word: -int(word["n"])):
        if _letters(word) <= room:
            room -= _letters(word)
            kept.add(word["key"])
    return [word for word in line if word["key"] in kept]


def _letters(word: dict[str, Any]) -> float:
    """The width of a word on its line, in letters of the smallest size: bigger words take more."""
    around, number = 3.5, 1.2 if word["n"] > 1 else 0
    return (len(str(word["text"])) + around + number) * (1 + 0.33 * int(word["size"])) / 1.33


def _crowd(words: int) -> int:
    """How small the letters must be, 1 (few words) to 5 (a full wall)."""
    return 1 if words <= 8 else 2 if words <= 16 else 3 if words <= 26 else 4 if words <= 42 else 5
