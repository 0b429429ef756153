"""One contribution forward, for the team: the key points and recommendations it went into."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from alongside.activities.models import Contribution
from alongside.activities.queries import Said, get_contribution, said
from alongside.kit.access import Viewer
from alongside.recommendations.models import KeyPoint, Recommendation
from alongside.recommendations.queries.asks import Ask, asks_of, everything


@dataclass(frozen=True)
class Followed:
    """A contribution with its words, its key points, and the recommendations it stands behind.

    The words of others behind these are only counted.
    """

    said: Said
    points: list[KeyPoint]
    asks: list[Ask]


def follow(pk: UUID, viewer: Viewer) -> Followed:
    """Where a contribution went, also under an earlier wording of the same words; NotVisible when not to be seen."""
    row = get_contribution(pk, viewer)
    ids = _wordings(row)
    points = list(KeyPoint.objects.filter(words__in=ids).distinct())
    direct = Recommendation.words.through.objects.filter(contribution__in=ids)
    by_point = Recommendation.key_points.through.objects.filter(keypoint__in=points)
    behind = Q(pk__in=direct.values("recommendation")) | Q(pk__in=by_point.values("recommendation"))
    found = everything().filter(behind).order_by("round__number", "number")
    return Followed(said([row])[0], points, asks_of(found, None))


def _wordings(row: Contribution) -> list[UUID]:
    """The contribution and those it replaced or was replaced by."""
    same = Q(mark=bytes(row.mark), replaced_at__isnull=False)
    earlier = list(Contribution.objects.filter(same).values_list("pk", flat=True))
    if row.replaced_at is None:
        return [row.pk, *earlier]
    now = Contribution.objects.filter(mark=bytes(row.mark), replaced_at=None)
    return [*earlier, *now.values_list("pk", flat=True)]
