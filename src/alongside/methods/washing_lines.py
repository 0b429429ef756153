"""Hanging words on lines so that none of them jumps when another arrives.

A word gets a line and a place on it once, and keeps both: more people behind it let it grow where it hangs. Only a
neighbour that it would touch moves aside, by just so much. When a word finds no room at all, every line changes: there
are more of them, with smaller letters (a `Level`), and all words are hung anew in the order they came.

Widths are in rem of a room screen: 1 rem is a 60th of its width, 32 dots at 1920.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

WIDTH = 41.0
"""How wide a line is, beside the column with the QR code."""

BIGGEST = 5
"""Sizes go from 1 to 5."""

GAP = 0.5
"""Room between two words, in heights of the smallest letters."""


@dataclass(frozen=True)
class Level:
    """How many lines there are, and how large letters are: the smallest, and so much more for each size."""

    lines: int
    letters: float
    step: float

    @property
    def gap(self) -> float:
        """Room between two words, in hundredths of the line."""
        return 100 * GAP * self.letters / WIDTH


LEVELS = (
    Level(3, 1.7, 0.45),
    Level(4, 1.35, 0.3),
    Level(5, 1.1, 0.24),
    Level(6, 0.95, 0.18),
    Level(8, 0.8125, 0.1),
)
"""The last has the smallest letters that can be read from eight metres: 26 dots at 1920."""

_NARROW, _WIDE = frozenset("iljtfrI.,:;'’!|()- "), frozenset("mwMW@—")


@lru_cache(maxsize=4096)
def width_of(text: str) -> float:
    """About how wide the words are, in letters' heights: a full-width sign is one, a mark on a letter is nothing."""
    return sum(map(_sign, text))


def _sign(sign: str) -> float:
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.05
    if sign in _NARROW:
        return 0.36
    if sign in _WIDE:
        return 0.9
    return 0.7 if sign.isupper() or sign.isdigit() else 0.59


@dataclass
class Word:
    """A word on its line. `at` is its middle, from 0 to 100."""

    key: str
    text: str
    size: int
    line: int = -1
    at: int = 50

    def width(self, level: Level, size: int | None = None) -> float:
        """With its paper, and the number beside it, in hundredths of the line."""
        size = self.size if size is None else size
        letters = level.letters + level.step * (size - 1)
        number = max(0.6 * letters, LEVELS[-1].letters) * 1.3 if size > 1 else 0.0
        return 100 * (letters * (width_of(self.text) + 1) + number) / WIDTH


@dataclass
class Lines:
    """The words of one wall, by their keys in the order they came. `most` is how many can be read at all."""

    most: int = 60
    words: dict[str, Word] = field(default_factory=dict)
    at_level: int = 0

    @property
    def level(self) -> Level:
        """How many lines there are now."""
        return LEVELS[self.at_level]

    def hang(self, key: str, text: str, size: int = 1) -> bool:
        """Give a new word a place; False when there is none for it. More lines are made first, if there can be."""
        word = Word(key, text, size)
        if len(self.words) >= self.most:
            return False
        while not self._place(word):
            if self.at_level + 1 == len(LEVELS):
                return False
            self._more_lines()
        self.words[key] = word
        return True

    def resize(self, key: str, size: int) -> None:
        """Let a word grow or shrink where it hangs; what it would touch moves aside."""
        word = self.words[key]
        is_larger, word.size = size > word.size, size
        if not is_larger or self._made_room(word):
            return
        if self.at_level + 1 < len(LEVELS):
            self._more_lines()
            return
        self._give_up_neighbours(word)

    def take_down(self, key: str) -> None:
        """A word leaves its line; the others stay where they are."""
        self.words.pop(key, None)

    def change_places(self, key: str, text: str, size: int, others: Iterable[str]) -> str | None:
        """Hang a word in place of the first of others that leaves it enough room; None when none of them does."""
        word = Word(key, text, size)
        for other in list(others):
            left = self.words[other]
            line, left.line = left.line, -1
            if self._place(word):
                del self.words[other]
                self.words[key] = word
                return other
            left.line = line
        return None

    def on_line(self, line: int) -> list[Word]:
        """The words of a line from its start to its end."""
        return sorted((word for word in self.words.values() if word.line == line), key=lambda word: word.at)

    def _more_lines(self) -> None:
        """All words hang anew, in the order they came, on more lines; those without room there wait at last."""
        words = list(self.words.values())
        while self.at_level + 1 < len(LEVELS):
            self.at_level, self.words = self.at_level + 1, {}
            for word in words:
                if self._place(word):
                    self.words[word.key] = word
            if len(self.words) == len(words):
                return

    def _place(self, word: Word) -> bool:
        """The free place nearest to the middle of the wall, with room to grow twice, or once, or not at all."""
        gaps = list(self._gaps())
        for more in (2, 1, 0):
            size = min(word.size + more, BIGGEST)
            half = word.width(self.level, size) / 2
            found = [
                (self._far(line, at), line, at)
                for line, start, end in gaps
                if (at := self._in_gap(line, start + half, end - half)) is not None
            ]
            if found:
                _cost, word.line, word.at = min(found)
                return True
        return False

    def _gaps(self) -> Iterator[tuple[int, float, float]]:
        """The free stretches of all lines: line, start and end."""
        hung: list[list[Word]] = [[] for _line in range(self.level.lines)]
        for word in sorted(self.words.values(), key=lambda word: word.at):
            if word.line >= 0:
                hung[word.line].append(word)
        for line, words in enumerate(hung):
            start = 0.0
            for word in words:
                half = word.width(self.level) / 2
                yield line, start, word.at - half - self.level.gap
                start = word.at + half + self.level.gap
            yield line, start, 100.0

    def _in_gap(self, line: int, low: float, high: float) -> int | None:
        """The best middle from `low` to `high`; None when there is none."""
        if int(high) < low:
            return None
        return int(min(max(self._middle_of(line), -(-low // 1)), int(high)))

    def _middle_of(self, line: int) -> float:
        """Lines are not filled from the very same spot, so that words do not stand in columns."""
        return 50 + (-7, 6, -2, 9)[line % 4]

    def _far(self, line: int, at: int) -> float:
        """How far a place is from the middle of the wall; a line up or down counts like a short word."""
        return abs(at - self._middle_of(line)) + 9 * abs(line - (self.level.lines - 1) / 2 + 0.1)

    def _made_room(self, word: Word) -> bool:
        """Move neighbours aside by as little as it takes; False, and nothing moved, when the line is full."""
        words = self.on_line(word.line)
        here, wanted = words.index(word), {each.key: float(each.at) for each in words}
        half = word.width(self.level) / 2
        wanted[word.key] = min(max(wanted[word.key], half), 100 - half)
        for step, chain in ((1, words[here:]), (-1, words[here::-1])):
            for one, other in zip(chain, chain[1:], strict=False):
                apart = (one.width(self.level) + other.width(self.level)) / 2 + self.level.gap
                edge = wanted[one.key] + step * apart
                wanted[other.key] = (max if step > 0 else min)(wanted[other.key], edge)
        first, last = words[0], words[-1]
        is_full = wanted[first.key] - first.width(self.level) / 2 < -0.5
        if is_full or wanted[last.key] + last.width(self.level) / 2 > 100.5:
            return False
        for each in words:
            each.at = round(wanted[each.key])
        return True

    def _give_up_neighbours(self, word: Word) -> None:
        """On a full wall the smallest, newest word of the line waits until there is room; at last the word itself."""
        order = {key: number for number, key in enumerate(self.words)}
        others = [each for each in self.on_line(word.line) if each is not word]
        for other in sorted(others, key=lambda each: (each.size, -order[each.key])):
            del self.words[other.key]
            if self._made_room(word):
                return
        word.at = 50
