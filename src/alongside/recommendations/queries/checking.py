"""A key point held up to the room, and what phones say to it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from alongside.facilitation.cards import Card
from alongside.facilitation.queries import floor_of
from alongside.kit.access import Viewer, see_or_404
from alongside.kit.words import open_all
from alongside.recommendations.models import Check, KeyPoint
from alongside.workshops.models import Session
from alongside.workshops.seats import mark_about

SHOWN_WORDS = 12


@dataclass(frozen=True)
class Checked:
    """What the room said to a key point so far. `words` are the other wordings, without names."""

    point: KeyPoint
    right: int
    not_quite: int
    words: list[str]

    @property
    def said(self) -> int:
        """How many answered."""
        return self.right + self.not_quite


def checked_of(point: KeyPoint) -> Checked:
    """The answers to a point, opened."""
    checks = list(point.checks.order_by("-said_at"))
    right = sum(each.is_right for each in checks)
    words = open_all([each.words for each in checks if each.words is not None][:SHOWN_WORDS])
    return Checked(point, right, len(checks) - right, [text for text in words if text])


def get_point_to_check(pk: int, viewer: Viewer) -> KeyPoint | None:
    """The key point if it is held up now in its session, for who sits there; None when it is not up any more."""
    point = see_or_404(
        viewer, KeyPoint.objects.select_related("session__round__series").filter(pk=pk).first()
    )
    floor = floor_of(point.session_id)
    return point if floor.card == "key-point" and floor.card_of == point.pk else None


def own_check(point: KeyPoint, secret: str) -> Check | None:
    """What this phone said to it."""
    return Check.objects.filter(point=point, mark=mark_about(secret, f"key-point:{point.pk}")).first()


def _facts(session: Session, of: int | None) -> dict[str, Any] | None:
    point = KeyPoint.objects.filter(session=session, pk=of or 0).first()
    return {"point": point, "checked": checked_of(point)} if point is not None else None


KEY_POINT_CARD = Card(
    "key-point",
    _("Did I get that right?"),
    "recommendations/cards/wall.html",
    _facts,
    phone=lambda of: reverse("recommendations:is_it_right", args=[of]),
    console="recommendations/cards/console.html",
)
