"""Parts of a picture, for kinds where one part can come off the wall, and the lines from which a list is made."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from alongside.activities import board
from alongside.activities.api import Line, Part
from alongside.activities.models import Activity
from alongside.activities.queries.counting import tally_of, tally_with
from alongside.activities.registry import kind_for
from alongside.kit.errors import NotVisible

PARTS_ON_A_PAGE = 100


@dataclass(frozen=True)
class OnWall:
    """A part of the picture, and whether it was taken off the wall."""

    part: Part
    is_hidden: bool


def parts_of(activity: Activity) -> list[OnWall]:
    """Each part of the picture, those off the wall too; empty for kinds without parts."""
    kind, hidden = kind_for(activity.kind), set(activity.setup.get("hidden", ()))
    if kind.parts is None:
        return []
    setup = {name: value for name, value in board.given(activity).items() if name != "hidden"}
    everything = tally_with(activity, setup)
    return [OnWall(part, part.key in hidden) for part in kind.parts(everything.result())]


def page_of_parts(activity: Activity, number: str | None) -> Page:
    """One page of the parts."""
    return Paginator(parts_of(activity), PARTS_ON_A_PAGE).get_page(number)


def lines_of(activity: Activity) -> Sequence[Line]:
    """What people said, line by line, from which the list is made."""
    kind = kind_for(activity.kind)
    return [] if kind.lines is None else kind.lines(tally_of(activity).result())


def part_label(activity: Activity, key: str) -> str:
    """The words of one part; NotVisible when the picture has none such."""
    for one in parts_of(activity):
        if one.part.key == key:
            return one.part.label
    raise NotVisible
