"""Recommendations loaded with everything that hangs on them, in a fixed number of queries however many there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from alongside.activities.models import Contribution
from alongside.activities.queries import Said, said
from alongside.kit.access import Viewer, see_or_404
from alongside.recommendations import rules
from alongside.recommendations.models import Decision, Impact, KeyPoint, Recommendation, Response, Telling

Place = tuple[int, bytes]
"""One author in one activity: the activity and the mark. Whose mark it is, only a phone can tell."""

_WORDS = Contribution.objects.select_related(
    "activity__item",
    "activity__session__round__series",
    "activity__session__group",
    "seat__partner",
    "seat__group",
)


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


def _is_taken_back(telling: Telling) -> bool:
    return telling.contribution is not None and telling.contribution.withdrawn_at is not None


def place_of(row: Contribution) -> Place:
    """The author of a contribution within its activity."""
    return row.activity_id, bytes(row.mark)


def everything() -> QuerySet[Recommendation]:
    """Recommendations with all that hangs on them."""
    points = KeyPoint.objects.select_related("session__round").prefetch_related(Prefetch("words", _WORDS))
    return Recommendation.objects.select_related("round__series__project").prefetch_related(
        Prefetch("words", _WORDS),
        Prefetch("key_points", points),
        Prefetch("decisions", Decision.objects.select_related("recorded_by")),
        Prefetch("responses", Response.objects.select_related("made_by")),
        Prefetch("impacts", Impact.objects.select_related("version__resource", "made_by")),
        Prefetch("tellings", Telling.objects.select_related("contribution")),
    )


def asks_of(found: Iterable[Recommendation], viewer: Viewer | None) -> list[Ask]:
    """The recommendations as Asks; words are opened, with one look at the keys, for whoever may read them."""
    recommendations = list(found)
    rows = {each.pk: _behind(each) for each in recommendations}
    newest = _newest([row for behind in rows.values() for row in behind])
    rows = {pk: _each_once(newest.get(row.pk, row) for row in behind) for pk, behind in rows.items()}
    opened = _open([row for each in recommendations if _reads(viewer, each) for row in rows[each.pk]])
    return [
        Ask(each, rows[each.pk], [opened[row.pk] for row in rows[each.pk] if row.pk in opened])
        for each in recommendations
    ]


def _reads(viewer: Viewer | None, recommendation: Recommendation) -> bool:
    return viewer is not None and viewer.has_role(recommendation.round.series.project_id, *rules.READERS)


def _behind(recommendation: Recommendation) -> list[Contribution]:
    own = list(recommendation.words.all())
    return own + [row for point in recommendation.key_points.all() for row in point.words.all()]


def _each_once(rows: Iterable[Contribution]) -> list[Contribution]:
    return sorted({row.pk: row for row in rows}.values(), key=lambda row: (row.created_at, str(row.pk)))


def _newest(rows: Sequence[Contribution]) -> dict[UUID, Contribution]:
    """Words that their author changed since: old id → the contribution that stands in its place now."""
    old = [row for row in rows if row.replaced_at is not None]
    if not old:
        return {}
    there = _WORDS.filter(
        activity__in={row.activity_id for row in old},
        mark__in={bytes(row.mark) for row in old},
        replaced_at=None,
    )
    standing = {place_of(row): row for row in there}
    return {row.pk: standing[place_of(row)] for row in old if place_of(row) in standing}


def _open(rows: Sequence[Contribution]) -> dict[UUID, Said]:
    each = list({row.pk: row for row in rows}.values())
    return {one.contribution.pk: one for one in said(each)} if each else {}


def get_ask(pk: int, viewer: Viewer) -> Ask:
    """One recommendation with everything, or NotVisible."""
    found = see_or_404(viewer, everything().filter(pk=pk).first())
    return asks_of([found], viewer)[0]
