"""Recommendations loaded with everything that hangs on them, in a fixed number of queries however many there are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import QuerySet

from alongside.activities.models import Contribution
from alongside.activities.queries import Said, said
from alongside.kit.access import Viewer, see_or_404
from alongside.kit.db.written import Written
from alongside.recommendations import rules
from alongside.recommendations.hanging import RecommendationsWith, hang_on
from alongside.recommendations.models import Decision, Impact, KeyPoint, Recommendation, Response, Telling

Place = tuple[int, bytes]
"""One author in one activity: the activity and the mark. Whose mark it is, only a phone can tell."""


class Reading:
    """How much of words is loaded."""

    def __init__(self, words: QuerySet[Contribution]) -> None:
        self.words = words.order_by()
        self.by_id: Written[Contribution] = Written(lambda ids: self.words.filter(pk__in=ids))


_WORDS = Reading(Contribution.objects.select_related("activity__session"))
"""Words to be read, with the room they were said in."""

_WITH_SEATS = Reading(
    Contribution.objects.select_related("activity__session__group", "seat__partner", "seat__group")
)
"""The same with who sat there, where names show."""

_COUNTED = Reading(
    Contribution.objects.select_related("activity").only(
        "activity__session", "mark", "slot", "created_at", "replaced_at", "withdrawn_at"
    )
)
"""Just enough of them to count who stands behind."""


@dataclass
class Ask:
    """A recommendation with its words, key points, decisions, answers, changes and tellings.

    `words` are opened only for those who may read them; `places` says how many stand behind it in any case.
    """

    recommendation: Recommendation
    rows: list[Contribution]
    words: list[Said]

    @cached_property
    def standing(self) -> list[Contribution]:
        """The contributions behind it that were not taken back."""
        return [row for row in self.rows if row.withdrawn_at is None]

    @cached_property
    def places(self) -> dict[Place, Contribution]:
        """Each author once, with one of their contributions."""
        return {place_of(row): row for row in reversed(self.standing)}

    @property
    def voices(self) -> int:
        """How many authors stand behind it."""
        return len(self.places)

    @property
    def taken_back(self) -> int:
        """How many contributions behind it were taken back since."""
        return len(self.rows) - len(self.standing)

    @cached_property
    def workshops(self) -> int:
        """In how many workshops it was said."""
        return len({row.activity.session_id for row in self.standing})

    @cached_property
    def key_points(self) -> list[KeyPoint]:
        """The key points it was made from."""
        return list(self.recommendation.key_points.all())

    @cached_property
    def decisions(self) -> list[Decision]:
        """How it was decided, in order."""
        return list(self.recommendation.decisions.all())

    @cached_property
    def answers(self) -> list[Response]:
        """Every answer it was given; the last counts."""
        return list(self.recommendation.responses.all())

    @cached_property
    def impacts(self) -> list[Impact]:
        """What happened to it, in order."""
        return list(self.recommendation.impacts.all())

    @cached_property
    def tellings(self) -> list[Telling]:
        """Who was told, in order."""
        return list(self.recommendation.tellings.all())

    @property
    def answer(self) -> Response | None:
        """The answer that counts."""
        return self.answers[-1] if self.answers else None

    @property
    def change(self) -> Impact | None:
        """The newest word on what happened."""
        return self.impacts[-1] if self.impacts else None

    @cached_property
    def state(self) -> rules.State:
        """How far it has come."""
        return rules.state_of(self.recommendation)

    @property
    def news(self) -> str:
        """The name of what there is to tell now."""
        return rules.news_of(self.recommendation)

    @cached_property
    def told_now(self) -> list[Telling]:
        """The tellings of what counts now."""
        return [each for each in self.tellings if rules.is_news_of(each, self.recommendation)]

    @cached_property
    def waiting(self) -> list[Contribution]:
        """One contribution of each author who has not heard what counts now."""
        heard = {place_of(each.contribution) for each in self.told_now if each.contribution}
        return [row for place, row in self.places.items() if place not in heard] if self.news else []

    @property
    def is_told(self) -> bool:
        """Tied off: what counts now was told to everybody behind it, or to a room."""
        was_room = any(each.contribution_id is None for each in self.told_now)
        return bool(self.told_now) and (was_room or not self.waiting)

    @property
    def not_quite(self) -> list[Telling]:
        """Those who answered that this is not quite what they meant, about what counts now."""
        return [each for each in self.told_now if each.meant == "not_quite" and not _is_taken_back(each)]


class CountedLater(Ask):
    """A recommendation whose authors are counted only when somebody asks how many; no words are opened."""

    def __init__(self, recommendation: Recommendation) -> None:
        self.recommendation, self.words = recommendation, []

    @cached_property
    def rows(self) -> list[Contribution]:  # type: ignore[override]
        """What was said for it."""
        return _behind([self.recommendation.pk], _COUNTED)[self.recommendation.pk]


def _is_taken_back(telling: Telling) -> bool:
    return telling.contribution is not None and telling.contribution.withdrawn_at is not None


def place_of(row: Contribution) -> Place:
    """The author of a contribution within its activity."""
    return row.activity_id, bytes(row.mark)


def wording_of(row: Contribution) -> tuple[int, bytes, int]:
    """What an author said in one stage of an activity: a new wording has the same."""
    return row.activity_id, bytes(row.mark), row.slot


def everything() -> RecommendationsWith:
    """Recommendations with all that hangs on them."""
    return what_became().hanging("key_points")


def what_became() -> RecommendationsWith:
    """Recommendations with how far they have come, without the key points they were made from."""
    return with_news().hanging("decisions")


def with_news() -> RecommendationsWith:
    """Recommendations with what there is to tell, and who was told: answers and changes, not how it was decided."""
    return _in_rounds().hanging("impacts", "responses", "tellings")


def with_changes() -> RecommendationsWith:
    """Recommendations with nothing but what changed because of them, for a version in hand."""
    found = _in_rounds().only("title", "round__number", "round__series__project")
    return found.hanging("impacts")


def _in_rounds() -> RecommendationsWith:
    found: RecommendationsWith = RecommendationsWith(Recommendation).select_related("round__series")
    return found


_BY_ID: Written[Recommendation] = Written(lambda ids: _in_rounds().filter(pk__in=ids))


def news_by_id(ids: Collection[int]) -> dict[int, Recommendation]:
    """Recommendations with what there is to tell, by their ids."""
    found = _BY_ID(ids)
    hang_on(found, ("impacts", "responses", "tellings"))
    return {each.pk: each for each in found}


def asks_of(found: Iterable[Recommendation], viewer: Viewer | None) -> list[Ask]:
    """The recommendations as Asks; words are opened, with one look at the keys, for whoever may read them.

    Without a viewer they are only counted.
    """
    return _asks(found, viewer, _COUNTED if viewer is None else _WORDS)


def _asks(found: Iterable[Recommendation], viewer: Viewer | None, words: Reading) -> list[Ask]:
    recommendations = list(found)
    rows = _behind([each.pk for each in recommendations], words)
    opened = _open([row for each in recommendations if _reads(viewer, each) for row in rows[each.pk]])
    return [
        Ask(each, rows[each.pk], [opened[row.pk] for row in rows[each.pk] if row.pk in opened])
        for each in recommendations
    ]


def _reads(viewer: Viewer | None, recommendation: Recommendation) -> bool:
    return viewer is not None and viewer.has_role(recommendation.round.series.project_id, *rules.READERS)


def _behind(ids: Sequence[int], words: Reading) -> Mapping[int, list[Contribution]]:
    """For each recommendation what was said for it, tied to it or to its key points, as it stands now."""
    behind: dict[int, list[Contribution]] = defaultdict(list)
    pairs = list(_ties(ids))
    rows = {row.pk: row for row in words.by_id({row for _, row in pairs})}
    newest = _newest(list(rows.values()), words)
    for asked, row in pairs:
        behind[asked].append(newest.get(row, rows[row]))
    return defaultdict(list, {asked: _each_once(those) for asked, those in behind.items()})


def _ties(ids: Sequence[int]) -> Iterable[tuple[int, UUID]]:
    """Which words are tied to which recommendation, directly or by a key point."""
    return {*_TIED(ids), *_TIED_BY_POINT(ids)}


_TIED: Written[tuple[int, UUID]] = Written(
    lambda ids: Recommendation.words.through.objects.filter(recommendation__in=ids).values_list(
        "recommendation_id", "contribution_id"
    )
)
_TIED_BY_POINT: Written[tuple[int, UUID]] = Written(
    lambda ids: Recommendation.key_points.through.objects.filter(
        recommendation__in=ids, keypoint__words__isnull=False
    ).values_list("recommendation_id", "keypoint__words")
)


def _each_once(rows: Iterable[Contribution]) -> list[Contribution]:
    return sorted({row.pk: row for row in rows}.values(), key=lambda row: (row.created_at, str(row.pk)))


def _newest(rows: Sequence[Contribution], words: Reading) -> dict[UUID, Contribution]:
    """Words that their author changed since: old id → the contribution that stands in its place now."""
    old = [row for row in rows if row.replaced_at is not None]
    if not old:
        return {}
    there = words.words.filter(
        activity__in={row.activity_id for row in old},
        mark__in={bytes(row.mark) for row in old},
        replaced_at=None,
    )
    standing = {wording_of(row): row for row in there}
    return {row.pk: standing[wording_of(row)] for row in old if wording_of(row) in standing}


def _open(rows: Sequence[Contribution]) -> dict[UUID, Said]:
    each = list({row.pk: row for row in rows}.values())
    return {one.contribution.pk: one for one in said(each)} if each else {}


def get_ask(pk: int, viewer: Viewer, *, with_seats: bool = True) -> Ask:
    """One recommendation with everything, or NotVisible; `with_seats` loads who can be told."""
    found = see_or_404(viewer, everything().filter(pk=pk).first())
    return _asks([found], viewer, _WITH_SEATS if with_seats else _WORDS)[0]
