"""How easy a text is to read: sentence length, reading age, long words.

Reading age is the Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom, 1975) plus five, the age at which
a grade begins. Syllables are counted by a rule of thumb for English; a figure is a hint to the writer, not a mark.
Sentences of 20 words at most, reading age 9 to 11: what the NHS and easy-read guides ask for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_WORDS = 20
"""Words in one sentence."""
OLDEST = 11
"""Reading age."""
FEWEST_TO_JUDGE = 4
"""A reading age is not given for fewer words than this."""
LONG_LETTERS = 9
LONG_SYLLABLES = 3

_ENDS = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+|\n+")
_MARKS = re.compile(r"^\s*(?:[#>*+-]+|\d+[.)])\s+|[*_`]{1,3}|\]\([^)]*\)|!?\[", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouyäöüéè]+")


@dataclass(frozen=True, slots=True)
class Plainness:
    """What was found in a text. `reading_age` is None when there is too little to judge by."""

    words: int
    sentences: int
    longest: int
    longest_sentence: str
    reading_age: int | None
    long_words: tuple[str, ...]

    @property
    def is_short(self) -> bool:
        """No sentence is too long."""
        return self.longest <= MOST_WORDS

    @property
    def is_young(self) -> bool:
        """A child of eleven could read it."""
        return self.reading_age is None or self.reading_age <= OLDEST

    @property
    def is_plain(self) -> bool:
        """Both."""
        return self.is_short and self.is_young


def look_at(text: str) -> Plainness:
    """Measure one text. Marks of Markdown do not count as words."""
    parts = [(sentence, words_in(sentence)) for sentence in sentences_in(text)]
    parts = [(sentence, words) for sentence, words in parts if words]
    words = [word for _, those in parts for word in those]
    sentence, most = max(parts, key=lambda part: len(part[1]), default=("", []))
    return Plainness(
        words=len(words),
        sentences=len(parts),
        longest=len(most),
        longest_sentence=sentence,
        reading_age=_age(words, len(parts)),
        long_words=tuple(dict.fromkeys(word for word in words if is_long(word))),
    )


def sentences_in(text: str) -> list[str]:
    """The sentences of a text; a line break ends one too."""
    bare = _MARKS.sub("", text)
    return [piece.strip() for piece in _ENDS.split(bare) if piece and piece.strip()]


def words_in(text: str) -> list[str]:
    """The words of a text; figures are not words."""
    return _WORD.findall(text)


def is_long(word: str) -> bool:
    """Nine letters or more, with three syllables or more: worth a second look."""
    return len(word) >= LONG_LETTERS and syllables_in(word) >= LONG_SYLLABLES


def syllables_in(word: str) -> int:
    """About how many syllables an English word has; never fewer than one."""
    return sum(_syllables(part) for part in _parts(word.lower()))


def _parts(word: str) -> Iterator[str]:
    yield from (
        part
        for part in re.split(r"[-’']", word)
        if part and part not in {"s", "t", "d", "m", "re", "ve", "ll"}
    )


def _syllables(word: str) -> int:
    count = len(_VOWELS.findall(word))
    if word.endswith("e") and not word.endswith(("le", "ee", "ye")) and count > 1:
        count -= 1
    if word.endswith(("es", "ed")) and not word.endswith(
        ("ses", "xes", "zes", "ches", "shes", "ted", "ded", "ees", "ies")
    ):
        count -= 1 if count > 1 else 0
    return max(count, 1)


def _age(words: list[str], sentences: int) -> int | None:
    if len(words) < FEWEST_TO_JUDGE or not sentences:
        return None
    syllables = sum(syllables_in(word) for word in words)
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    return max(5, round(grade + 5))
