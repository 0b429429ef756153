"""The recommendations of a series: by round, as rows of the curtain, and by what points at a version."""

from dataclasses import dataclass

from django.db.models import QuerySet

from alongside.kit.access import Viewer
from alongside.recommendations.models import Impact, Recommendation
from alongside.recommendations.queries.asks import Ask, asks_of, everything, what_became, with_changes
from alongside.recommendations.rules import State
from alongside.resources.models import Version
from alongside.workshops.models import Round, Series
from alongside.workshops.queries import get_series


@dataclass(frozen=True)
class InRound:
    """What was asked for in one round."""

    round: Round
    asks: list[Ask]


@dataclass(frozen=True)
class Overview:
    """All that partners asked for in a series."""

    series: Series
    rounds: list[InRound]

    @property
    def asks(self) -> list[Ask]:
        """In order of rounds."""
        return [ask for each in self.rounds for ask in each.asks]

    @property
    def count(self) -> int:
        """How many recommendations."""
        return len(self.asks)

    @property
    def told(self) -> int:
        """How many are tied off."""
        return sum(ask.is_told for ask in self.asks)

    @property
    def open(self) -> int:
        """How many are not tied off yet."""
        return self.count - self.told

    @property
    def answered(self) -> int:
        """How many have an answer."""
        return sum(ask.answer is not None for ask in self.asks)

    @property
    def changed(self) -> int:
        """How many changed something."""
        return sum(ask.state == State.CHANGED for ask in self.asks)


def overview(pk: int, viewer: Viewer) -> Overview:
    """The recommendations of a series by round; rounds without any are left out."""
    return overview_of(get_series(pk, viewer))


def overview_of(series: Series) -> Overview:
    """The same for a series in hand. Seven queries, however many there are; no words are opened for it."""
    found = what_became().filter(round__series=series).order_by("round__number", "number")
    rounds: dict[int, InRound] = {}
    for ask in asks_of(found, None):
        rounds.setdefault(ask.recommendation.round_id, InRound(ask.recommendation.round, [])).asks.append(ask)
    return Overview(series, list(rounds.values()))


def changes_behind(version: Version) -> list[Ask]:
    """The recommendations whose changes point at a version, in order: what changed, and how many asked for it."""
    return asks_of(_behind(version, with_changes()), None)


def asks_behind(version: Version, viewer: Viewer) -> list[Ask]:
    """The same with all that hangs on them, and the words for whoever may read them."""
    return asks_of(_behind(version, everything()), viewer)


def _behind(version: Version, found: QuerySet[Recommendation]) -> QuerySet[Recommendation]:
    changed = Impact.objects.filter(version=version)
    return found.filter(pk__in=changed.values("recommendation")).order_by("round__number", "number")


def next_number(round: Round) -> int:
    """The number of the next recommendation in a round."""
    last = (
        Recommendation.objects.filter(round=round)
        .order_by("-number")
        .values_list("number", flat=True)
        .first()
    )
    return (last or 0) + 1
