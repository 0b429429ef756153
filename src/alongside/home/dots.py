"""Who came, as dots: one column of dots for each round. Places only; the page draws them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.workshops.queries import RoundCount

ACROSS = 6
STEP = 22
COLUMN = 162
TOP = 60


@dataclass(frozen=True, slots=True)
class Dot:
    """One reply or visit: `kind` is new, back or chalk."""

    x: int
    y: int
    kind: str


@dataclass(frozen=True)
class Column:
    """A round with its dots and its two lines of words."""

    x: int
    title: str
    name: str
    dots: list[Dot]
    came: str
    new: str


@dataclass(frozen=True)
class Dots:
    """The whole picture, with what it says in words."""

    columns: list[Column]
    width: int
    height: int
    words_y: int
    said: str


def drawn(rounds: Sequence[RoundCount]) -> Dots:
    """The picture of these rounds."""
    rows = max((_rows(each) for each in rounds), default=0)
    words_y = TOP + rows * STEP + 24
    columns = [_column(each, at * COLUMN) for at, each in enumerate(rounds)]
    said = " ".join(_said(each) for each in rounds)
    return Dots(columns, max(len(rounds), 4) * COLUMN, words_y + 28, words_y, said)


def _rows(each: RoundCount) -> int:
    return -(-(each.came + each.not_come) // ACROSS)


def _column(each: RoundCount, x: int) -> Column:
    kinds = ["new"] * each.new + ["back"] * each.back + ["chalk"] * each.not_come
    dots = [
        Dot(x + 15 + at % ACROSS * STEP, TOP + at // ACROSS * STEP, kind) for at, kind in enumerate(kinds)
    ]
    came, new = _words(each)
    name = each.name if len(each.name) <= 22 else each.name[:21].rstrip() + "…"
    return Column(x + 6, _("Round {n}").format(n=each.number), name, dots, came, new)


def _words(each: RoundCount) -> tuple[str, str]:
    """The two lines under a round: how many came, and how many of them for the first time."""
    if not each.came:
        said = ngettext("{n} said yes", "{n} said yes", each.agreed).format(n=each.agreed)
        return _("Still to come"), said if each.agreed else ""
    new = _("{new} new, {back} back").format(new=each.new, back=each.back)
    if each.agreed < each.came:
        return ngettext("{n} came", "{n} came", each.came).format(n=each.came), new
    return _("{came} of {agreed} came").format(came=each.came, agreed=each.agreed), new


def _said(each: RoundCount) -> str:
    return ngettext(
        "Round {n}: {agreed} said yes, {came} came, {back} had been before.",
        "Round {n}: {agreed} said yes, {came} came, {back} had been before.",
        each.came,
    ).format(n=each.number, agreed=each.agreed, came=each.came, back=each.back)
