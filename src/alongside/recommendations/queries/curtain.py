"""The curtain: every recommendation of a series as a hanging thread, as long as it has come. Drawn by numbers.

Labels hang at one angle, so that two neighbours are parallel lines: they cannot meet while columns are at least
`STEP` apart. The drawing grows to the right instead of squeezing them.
"""

from dataclasses import dataclass
from itertools import pairwise

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.kit.access import Viewer
from alongside.recommendations.queries.asks import Ask
from alongside.recommendations.queries.listing import Overview, overview_of
from alongside.recommendations.rules import State
from alongside.recommendations.saying import round_words
from alongside.workshops.models import Series

LEFT, STEP, WIDEST, GAP = 84, 30, 64, 22
FULL = 1000
DEEP = 55
LONGEST = 26
LETTER = 7.3
SINE, COSINE = 0.616, 0.788
ROUND_WORD = 66


@dataclass(frozen=True)
class Row:
    """One recommendation: what is true of it, in words and for the drawing."""

    title: str
    round: str
    href: str
    is_decided: bool
    is_changed: bool
    is_told: bool
    fork: str
    """“passed on”, “declined” or nothing: why there is no change to hang."""

    @property
    def decided(self) -> str:
        """What was decided, in a word or two."""
        words = {"passed on": _("Passed on"), "declined": _("No, and why")}
        return words.get(self.fork, _("Yes")) if self.is_decided else _("Not yet")

    @property
    def changed(self) -> str:
        """Whether something changed."""
        if self.is_changed:
            return _("Yes")
        return _("No") if self.fork or self.is_told else _("Not yet")

    @property
    def told(self) -> str:
        """Whether partners were told."""
        return _("Yes") if self.is_told else _("Not yet")


@dataclass(frozen=True)
class Hanging:
    """One thread with its place."""

    row: Row
    x: int
    y: int
    label: str

    @property
    def depth(self) -> int:
        """How far down it is sewn: 1 asked, 2 decided, 3 changed, 4 told."""
        if self.row.is_told:
            return 4
        return 3 if self.row.is_changed else 2 if self.row.is_decided else 1

    def at(self, stop: int) -> int:
        """Height of a stop."""
        return self.y + (stop - 1) * DEEP

    @property
    def beads(self) -> dict[str, int]:
        """Heights of the four stops."""
        return {name: self.at(n) for n, name in enumerate(("asked", "decided", "changed", "told"), 1)}

    @property
    def sewn(self) -> str:
        """The path of the thread, in waves, from above the first stop to the last it has reached."""
        top, bottom = self.y - 14, self.at(self.depth) + (3 if self.depth < 4 else 0)
        waves = max(1, round((bottom - top) / 18))
        step = (bottom - top) / waves
        bends = "".join(f"s{-5 if n % 2 else 5} {step * 0.65:.1f} 0 {step:.1f}" for n in range(waves))
        return f"M{self.x} {top}{bends}"

    @property
    def chalk(self) -> str:
        """The dashes of what has not happened, down to the last stop."""
        return "" if self.depth == 4 else f"M{self.x} {self.at(self.depth) + 14}V{self.at(4) - 8}"

    @property
    def fork(self) -> str:
        """The thread that leaves the line: passed on to somebody else."""
        return f"M{self.x} {self.at(2) + 3}c2 12 8 14 13 17" if self.row.fork == "passed on" else ""

    @property
    def fork_place(self) -> str:
        """Where the arrow stands."""
        return f"translate({self.x + 10} {self.at(2) + 12})"

    @property
    def label_place(self) -> str:
        """Where the title stands, turned."""
        return f"translate({self.x - 3} {self.y - 24}) rotate(-38)"


@dataclass(frozen=True)
class RoundMark:
    """The bracket of a round under its threads."""

    start: int
    end: int
    word: str


@dataclass(frozen=True)
class Curtain:
    """The whole drawing, and the same as rows for a table."""

    series: Series
    rows: list[Row]
    threads: list[Hanging]
    marks: list[RoundMark]
    width: int
    top: int

    @property
    def lines(self) -> list[tuple[str, int]]:
        """The four lines that threads hang past: word and height."""
        words = (_("Asked"), _("Decided"), _("Changed"), _("Told"))
        return [(word, self.top + n * DEEP) for n, word in enumerate(words)]

    @property
    def height(self) -> int:
        """With the rounds under it."""
        return self.top + 3 * DEEP + 56

    @property
    def foot(self) -> int:
        """Height of the brackets."""
        return self.top + 3 * DEEP + 27

    @property
    def sentence(self) -> str:
        """What the drawing shows, in words."""
        untold = [row for row in self.rows if not row.is_told]
        counts = (
            (len(self.rows) - len(untold), _told),
            (sum(row.is_changed for row in untold), _changed),
            (sum(row.is_decided and not row.is_changed for row in untold), _decided),
            (sum(not row.is_decided for row in untold), _asked),
        )
        return " ".join(say(n) for n, say in counts if n)


def _told(n: int) -> str:
    sentence = ngettext(
        "{n} thread is tied off: partners have been told.",
        "{n} threads are tied off: partners have been told.",
        n,
    )
    return sentence.format(n=n)


def _changed(n: int) -> str:
    return ngettext(
        "{n} has a change that not all partners have been told about.",
        "{n} have a change that not all partners have been told about.",
        n,
    ).format(n=n)


def _decided(n: int) -> str:
    return ngettext(
        "{n} is decided, and nothing has changed or been told yet.",
        "{n} are decided, and nothing has changed or been told yet.",
        n,
    ).format(n=n)


def _asked(n: int) -> str:
    return ngettext("{n} has no answer yet.", "{n} have no answer yet.", n).format(n=n)


def curtain_of(series: Series, viewer: Viewer | None = None) -> Curtain:
    """The curtain of a series. No words are opened for it."""
    return draw(overview_of(series))


def draw(overview: Overview) -> Curtain:
    """Lay the threads out."""
    rounds = [[_row(ask) for ask in each.asks] for each in overview.rounds]
    rows = [row for each in rounds for row in each]
    top = round(50 + max((len(_short(row.title)) for row in rows), default=0) * LETTER * SINE)
    places, step = _places([len(each) for each in rounds]), 0
    threads = [Hanging(row, x, top, _short(row.title)) for row, x in zip(rows, places, strict=True)]
    marks = []
    for each, found in zip(overview.rounds, rounds, strict=True):
        xs = places[step : step + len(found)]
        step += len(found)
        marks.append(RoundMark(xs[0] - 14, xs[-1] + 14, _mark(each.round.number, xs[-1] - xs[0] + 28)))
    over = max(
        (x + len(_short(row.title)) * LETTER * COSINE for row, x in zip(rows, places, strict=True)), default=0
    )
    return Curtain(overview.series, rows, threads, marks, max(FULL, round(over) + 10), top)


def _places(sizes: list[int]) -> list[int]:
    """Where each thread hangs: evenly, with a gap between rounds, never closer than STEP."""
    count, gaps = sum(sizes), GAP * max(len(sizes) - 1, 0)
    room = FULL - LEFT - 110 - gaps
    step = max(STEP, min(WIDEST, room // max(count - 1, 1)))
    places, x = [], LEFT
    for size in sizes:
        for _n in range(size):
            places.append(x)
            x += step
        x += GAP
    return places


def is_clear(curtain: Curtain) -> bool:
    """Whether no two labels can touch: the distance of neighbours, square to the text, holds a line of it."""
    return all((after.x - before.x) * SINE >= 15 for before, after in pairwise(curtain.threads))


def _short(title: str) -> str:
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"


def _mark(number: int, room: int) -> str:
    """“Round 3” where there is room for it, else the number alone: every round is named the same way."""
    return _("Round {number}").format(number=number) if room >= ROUND_WORD else str(number)


def _row(ask: Ask) -> Row:
    asked = ask.recommendation
    return Row(
        title=asked.title,
        round=round_words(asked.round),
        href=reverse("recommendations:detail", args=[asked.pk]),
        is_decided=ask.answer is not None or bool(ask.decisions),
        is_changed=ask.state == State.CHANGED,
        is_told=ask.is_told,
        fork={"passed_on": "passed on", "declined": "declined"}.get(
            ask.answer.outcome if ask.answer else "", ""
        ),
    )
