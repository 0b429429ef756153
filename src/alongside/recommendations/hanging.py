"""What hangs on recommendations (answers, changes, tellings, decisions, key points), loaded for many at once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from alongside.kit.db.written import Written, hang, hang_many
from alongside.recommendations.models import Decision, Impact, KeyPoint, Recommendation, Response, Telling

_HANGS: Mapping[str, Written[Any]] = {
    "impacts": Written(
        lambda ids: (
            Impact.objects.filter(recommendation__in=ids)
            .select_related("version__resource")
            .defer("version__text", "version__summary")
            .order_by("made_on", "id")
        )
    ),
    "responses": Written(
        lambda ids: Response.objects.filter(recommendation__in=ids).order_by("made_at", "id")
    ),
    "tellings": Written(
        lambda ids: (
            Telling.objects.filter(recommendation__in=ids)
            .select_related("contribution")
            .defer("contribution__answer")
            .order_by("told_at", "id")
        )
    ),
    "decisions": Written(
        lambda ids: Decision.objects.filter(recommendation__in=ids).order_by("decided_on", "id")
    ),
}
"""What hangs on recommendations, each in its order."""

_POINTS: Written[tuple[int, int]] = Written(
    lambda ids: Recommendation.key_points.through.objects.filter(recommendation__in=ids).values_list(
        "recommendation_id", "keypoint_id"
    )
)
_POINTS_BY_ID: Written[KeyPoint] = Written(
    lambda ids: KeyPoint.objects.filter(pk__in=ids).order_by("session", "made_at", "id")
)


class RecommendationsWith(QuerySet[Recommendation]):
    """Recommendations that come with what hangs on them: `RecommendationsWith(…).hanging("impacts", …)`."""

    _hanging: tuple[str, ...] = ()

    def hanging(self, *names: str) -> "RecommendationsWith":
        """Load these too, each in one question for all."""
        found: RecommendationsWith = self.all()
        found._hanging = (*self._hanging, *names)
        return found

    def _clone(self) -> "RecommendationsWith":
        found: RecommendationsWith = super()._clone()  # type: ignore[misc]
        found._hanging = self._hanging
        return found

    def _fetch_all(self) -> None:
        is_new = self._result_cache is None
        super()._fetch_all()
        if is_new:
            hang_on(list(self._result_cache or ()), self._hanging)


def hang_on(recommendations: Sequence[Recommendation], names: Iterable[str]) -> None:
    """Load what hangs on recommendations in hand."""
    ids = [each.pk for each in recommendations]
    for name in names:
        if name == "key_points":
            _hang_points(recommendations, ids)
        else:
            hang(recommendations, name, _HANGS[name](ids), "recommendation_id")


def _hang_points(recommendations: Sequence[Recommendation], ids: Sequence[int]) -> None:
    pairs = _POINTS(ids)
    points = {point.pk: point for point in _POINTS_BY_ID({point for _, point in pairs})}
    below = {asked: {point for other, point in pairs if other == asked} for asked in ids}
    hang_many(
        recommendations, "key_points", {a: [p for pk, p in points.items() if pk in below[a]] for a in ids}
    )
