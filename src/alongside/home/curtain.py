"""Everything partners asked for as threads that hang down: how far has each one come? Places only; the page draws them.

Names stand at a slant above their thread. They would collide when threads hang closer than `CLOSEST`: then each
carries its number instead, and long names are cut so that none runs out at the top or the right.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

ASKED, DECIDED, CHANGED, TOLD = 110, 165, 220, 275
LEFT, WIDEST, STEP, BETWEEN_ROUNDS = 82, 1000, 63, 22
CLOSEST = 24
LETTERS = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """One recommendation: how far it has come."""

    pk: int
    number: str
    title: str
    round_number: int
    is_decided: bool
    is_changed: bool
    is_passed_on: bool
    is_declined: bool
    is_told: bool

    @property
    def end(self) -> int:
        """How far down the thread reaches."""
        if self.is_told and (self.is_changed or self.is_passed_on or self.is_declined):
            return TOLD
        return CHANGED if self.is_changed else DECIDED if self.is_decided else ASKED


@dataclass(frozen=True, slots=True)
class Hung:
    """A thread in its place."""

    asked: Asked
    x: int
    label: str
    thread: str
    is_chalk: bool
    chalk_from: int

    @property
    def is_fork(self) -> bool:
        """Passed on to somebody else: an arrow leaves the line."""
        return self.asked.is_passed_on and not self.asked.is_changed


@dataclass(frozen=True, slots=True)
class Span:
    """The line under the threads of one round."""

    number: int
    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Curtain:
    """The whole picture, with what it says in words."""

    hung: list[Hung]
    spans: list[Span]
    width: int
    said: str


def drawn(asked: Sequence[Asked]) -> Curtain:
    """Hang the threads side by side, those of one round together."""
    places = _places(asked)
    step = _step(asked)
    hung = [_hang(each, x, has_name=step >= CLOSEST) for each, x in zip(asked, places, strict=True)]
    return Curtain(hung, _spans(hung), max([1020, *(x + 90 for x in places)]), _said(asked))


def _step(asked: Sequence[Asked]) -> int:
    rounds = len({each.round_number for each in asked})
    room = WIDEST - LEFT - 60 - BETWEEN_ROUNDS * max(rounds - 1, 0)
    return max(14, min(STEP, room // max(len(asked) - 1, 1)))


def _places(asked: Sequence[Asked]) -> list[int]:
    places: list[int] = []
    step, x, before = _step(asked), LEFT, None
    for each in asked:
        if before is not None:
            x += step + (BETWEEN_ROUNDS if each.round_number != before else 0)
        places.append(x)
        before = each.round_number
    return places


def _hang(each: Asked, x: int, *, has_name: bool) -> Hung:
    name = each.title if len(each.title) <= LETTERS else each.title[: LETTERS - 1].rstrip() + "…"
    waves = (each.end - ASKED) // 18 + 1
    curves = "".join(f"s{'-' if at % 2 else ''}5 12 0 18" for at in range(1, waves + 1))
    thread = f"M{x} 96c5 6 5 13 0 20{curves}" if each.end > ASKED else f"M{x} 96c5 6 5 13 0 20"
    return Hung(each, x, name if has_name else each.number, thread, each.end < TOLD, each.end + 10)


def _spans(hung: Sequence[Hung]) -> list[Span]:
    spans: list[Span] = []
    for number in dict.fromkeys(each.asked.round_number for each in hung):
        xs = [each.x for each in hung if each.asked.round_number == number]
        start, end = min(xs) - 13, max(xs) + 13
        spans.append(Span(number, start, end, "long" if end - start > 62 else "short"))
    return spans


def _said(asked: Sequence[Asked]) -> str:
    told = sum(each.end == TOLD for each in asked)
    changed = sum(each.end == CHANGED for each in asked)
    decided = sum(each.end == DECIDED for each in asked)
    waiting = sum(each.end == ASKED for each in asked)
    parts = (
        ngettext("{n} thread is tied off: told.", "{n} threads are tied off: told.", told).format(n=told),
        ngettext("{n} is changed and not told yet.", "{n} are changed and not told yet.", changed).format(n=changed),
        ngettext("{n} is decided only.", "{n} are decided only.", decided).format(n=decided),
        ngettext("{n} waits for an answer.", "{n} wait for an answer.", waiting).format(n=waiting),
    )
    counts = (told, changed, decided, waiting)
    return " ".join(words for n, words in zip(counts, parts, strict=True) if n)
