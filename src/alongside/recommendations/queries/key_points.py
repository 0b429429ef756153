"""Key points of a session, and the words they can be tied to."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from alongside.activities.models import Contribution
from alongside.activities.queries import Said, said
from alongside.kit.access import Viewer, see_or_404
from alongside.recommendations.models import KeyPoint
from alongside.workshops.models import Round, Series, Session
from alongside.workshops.queries import get_session

UP = "session__round__series__project"


@dataclass(frozen=True)
class Point:
    """A key point with how many contributions stand behind it."""

    point: KeyPoint
    words: list[Said]


def key_points_of(pk: int, viewer: Viewer) -> tuple[Session, list[Point]]:
    """A session with its key points and the words behind each, opened with one look at the keys."""
    session = get_session(pk, viewer)
    found = list(session.key_points.prefetch_related("words__activity", "recommendations"))
    opened = _opened([row for point in found for row in point.words.all()])
    return session, [Point(point, [opened[row.pk] for row in point.words.all()]) for point in found]


def _opened(rows: list[Contribution]) -> dict[UUID, Said]:
    each = list({row.pk: row for row in rows}.values())
    return {one.contribution.pk: one for one in said(each)}


def words_in(session: Session) -> list[Said]:
    """Everything said in a session that stands, newest first, for tying key points to it."""
    rows = Contribution.objects.filter(activity__session=session, replaced_at=None, withdrawn_at=None)
    return said(rows.select_related("activity__session").order_by("-created_at", "id"))


def get_key_point(pk: int, viewer: Viewer) -> KeyPoint:
    """One key point, or NotVisible."""
    return see_or_404(viewer, KeyPoint.objects.select_related(UP).filter(pk=pk).first())


def free_key_points(series: Series) -> list[KeyPoint]:
    """The key points of a series in order, those without a recommendation first."""
    found = KeyPoint.objects.filter(session__round__series=series).select_related("session__round")
    return list(
        found.annotate(asked=Count("recommendations")).order_by("asked", "session__round__number", "made_at")
    )


def open_rounds(series: Series) -> list[Round]:
    """The rounds in which something can still be asked, the newest first."""
    return list(series.rounds.filter(closed_at=None).order_by("-number"))
