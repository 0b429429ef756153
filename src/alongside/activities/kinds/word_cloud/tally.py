"""Counting words by people, and hanging them on lines so that no word jumps when another arrives.

Words are one when they differ only in capitals and spaces. A person counts once for a word, however often they
wrote it. Where a word hangs is worked out in `methods.washing_lines`.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from alongside.methods.washing_lines import BIGGEST, Lines

PAPERS = ("change", "blank", "said", "decide", "theme", "ask")
ROOM = 60
"""So many words can be read from eight metres; the others wait in the table until more people say them."""


def fold(word: str) -> str:
    """The word without capitals and doubled spaces: what makes two words one."""
    return " ".join(word.split()).casefold()


def key_of(folded: str) -> str:
    """A short name for a folded word that does not say it: kept when the word is taken off the wall."""
    return hashlib.blake2b(folded.encode(), digest_size=8).hexdigest()


@dataclass
class Word:
    """A word: how people wrote it, and who stands behind it."""

    key: str
    number: int
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
        self.words: dict[str, Word] = {}
        self.people: set[str] = set()
        self.sizes: Counter[int] = Counter()
        self.lines = Lines(ROOM)
        self.most = self.met = 0

    def add(self, key: str, answer: Mapping[str, Any]) -> None:
        """Count the words of one person."""
        self.people.add(key)
        for folded, way in self._words_of(key, answer, 1).items():
            word = self.words.get(folded)
            if word is None:
                word = self.words[folded] = Word(key_of(folded), self.met)
                self.met += 1
            word.written[way] += 1
            self._count(word, key, 1)
            self._hang(word, folded)

    def remove(self, key: str, answer: Mapping[str, Any]) -> None:
        """Take one person's words out; a word nobody stands behind leaves its line."""
        self.people.discard(key)
        for folded, way in self._words_of(key, answer, -1).items():
            word = self.words.get(folded)
            if word is None or key not in word.keys:
                continue
            word.written[way] -= 1
            word.written += Counter()
            self._count(word, key, -1)
            if not word.keys:
                self.lines.take_down(folded)
                del self.words[folded]
            elif folded in self.lines.words:
                self.lines.resize(folded, self._size(word))

    def result(self) -> dict[str, Any]:
        """`lines` for the wall (words in their place), `words` for the table (most people first), and the bases."""
        shown = {folded: word for folded, word in self.words.items() if word.key not in self.hidden}
        lines = [
            [self._seen(shown[hung.key], hung.at) for hung in self.lines.on_line(line) if hung.key in shown]
            for line in range(self.lines.level.lines)
        ]
        ranked = sorted(shown.values(), key=lambda word: (-len(word.keys), word.number))
        return {
            "people": len(self.people),
            "lines": lines if shown else [],
            "crowd": self.lines.at_level + 1,
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

    def _count(self, word: Word, key: str, by: int) -> None:
        """One person more or less behind a word; how large the largest is sets the size of all."""
        before, most = len(word.keys), self.most
        (word.keys.add if by > 0 else word.keys.discard)(key)
        if word.key in self.hidden:
            return
        self.sizes[before] -= 1
        self.sizes[len(word.keys)] += 1
        self.most = max(self.most, len(word.keys))
        while self.most and self.sizes[self.most] <= 0:
            self.most -= 1
        if self.most != most and max(self.most, most) > BIGGEST:
            self._resize_all()

    def _resize_all(self) -> None:
        """Those that shrink first, so that the others find room."""
        sizes = {folded: self._size(self.words[folded]) for folded in self.lines.words}
        for folded in sorted(sizes, key=lambda each: sizes[each] > self.lines.words[each].size):
            if folded in self.lines.words:
                self.lines.resize(folded, sizes[folded])

    def _hang(self, word: Word, folded: str) -> None:
        """A word has the same place as long as it hangs, also while it is hidden: nothing closes up behind it."""
        size = self._size(word)
        if folded in self.lines.words:
            self.lines.resize(folded, size)
        elif not self.lines.hang(folded, word.text, size) and len(word.keys) > 1:
            of_one = [each for each in reversed(self.lines.words) if len(self.words[each].keys) == 1]
            self.lines.change_places(folded, word.text, size, of_one)

    def _size(self, word: Word) -> int:
        """1 to 5: as many as said it, and in proportion once a word is said by more than five."""
        n = len(word.keys)
        return (
            min(n, BIGGEST) if self.most <= BIGGEST else max(1, min(BIGGEST, round(BIGGEST * n / self.most)))
        )

    def _seen(self, word: Word, at: int) -> dict[str, Any]:
        n, paper = len(word.keys), PAPERS[word.number % len(PAPERS)]
        return {
            "key": word.key,
            "text": word.text,
            "n": n,
            "size": self._size(word),
            "paper": paper,
            "at": at,
        }


def _words_of(answer: Mapping[str, Any]) -> dict[str, str]:
    """The words of one answer by their folded form, as they were first written."""
    found: dict[str, str] = {}
    for name in sorted(name for name in answer if name[:1] == "w" and name[1:].isdigit()):
        way = " ".join(str(answer[name] or "").split())
        if way:
            found.setdefault(fold(way), way)
    return found
