"""What a session opens with: what became of what was said in the round before."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.workshops.events import Became, Opening, became_of
from alongside.workshops.models import AgendaItem, Round, Session, Shows, Split

ON_A_SLIDE = 2


@dataclass(frozen=True)
class Slide:
    """What the wall shows at a time: up to two pieces of news, with how many slides there are."""

    opening: Opening
    news: Sequence[Became]
    at: int
    of: int

    @property
    def before(self) -> int | None:
        """The slide before."""
        return self.at - 1 if self.at > 1 else None

    @property
    def after(self) -> int | None:
        """The slide after."""
        return self.at + 1 if self.at < self.of else None


def slide_of(opening: Opening | None, asked: str) -> Slide | None:
    """The slide with this number; the first when there is no such."""
    if opening is None:
        return None
    of = max(-(-len(opening.news) // ON_A_SLIDE), 1)
    at = int(asked) if asked.isdecimal() and len(asked) < 4 and 1 <= int(asked) <= of else 1
    return Slide(opening, opening.news[(at - 1) * ON_A_SLIDE : at * ON_A_SLIDE], at, of)


def round_before(round: Round) -> Round | None:
    """The round before this one in its series."""
    earlier = Round.objects.filter(series=round.series_id, number__lt=round.number).select_related("series")
    return earlier.order_by("-number").first()


def opening_of(session: Session) -> Opening | None:
    """What became of the round before; None in the first round."""
    before = round_before(session.round)
    return became_of(before) if before else None


def is_opening_now(session_id: int) -> bool:
    """Whether the step that runs is the one that shows it."""
    running = AgendaItem.objects.filter(session=session_id, started_at__isnull=False, ended_at=None)
    return running.order_by("-position").values_list("shows", flat=True).first() == Shows.OPENING


def beside(session: Session, shows: str) -> str:
    """What goes on beside the activity, in a word for the live room: a step that shows the opening, or groups.

    Another word whenever phones belong on another page: when people choose a group, go apart, or come back.
    """
    if shows:
        return shows
    is_choosing = session.split == Split.CHOICE
    return f"{session.split}-apart" if session.is_apart else session.split if is_choosing else ""
