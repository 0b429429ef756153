"""Reads of pictures: for a page that shows one, by the rule of who may see it, or by the mark of its giver."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Subquery

from alongside.activities.api import ActivityKind, Answer, Text
from alongside.activities.models import GivenPicture, Sight
from alongside.kit.access import Viewer, may_see
from alongside.kit.errors import NotVisible
from alongside.kit.words import open_bytes
from alongside.workshops.queries import held_seats
from alongside.workshops.seats import mark_for

SIZES = ("small", "large")
_PLACE = ("contribution", "activity__session__round__series__project")


def get_picture(pk: UUID, size: str, viewer: Viewer, secret: str) -> bytes:
    """The picture in one of its sizes, for who may see it or gave it; else NotVisible, also when it was erased."""
    found = GivenPicture.objects.select_related(*_PLACE).defer(*SIZES).filter(pk=pk).first()
    if size not in SIZES or found is None or not (may_see(viewer, found) or _is_own(found, secret)):
        raise NotVisible
    content = open_bytes(GivenPicture.objects.values_list(size, flat=True).get(pk=pk))
    if content is None:
        raise NotVisible
    return content


def _is_own(picture: GivenPicture, secret: str) -> bool:
    """Whether the phone gave it: only its secret makes the mark."""
    if not secret or not picture.mark:
        return False
    marks = {mark_for(held.secret, picture.activity_id) for held in held_seats(secret)}
    return bytes(picture.mark) in marks


@dataclass(frozen=True)
class PictureIn:
    """A picture in an answer: its id, what can be seen in it, and who may see it."""

    pk: str
    alt: str
    may_see: Text


def pictures_in(answer: Answer | None, kind: ActivityKind) -> list[PictureIn]:
    """The pictures that an answer names."""
    return [_picture_in(answer, name) for name in kind.picture_fields if answer and answer.get(name)]


def _picture_in(answer: Answer, name: str) -> PictureIn:
    told = str(answer.get(f"{name}_may_see") or Sight.ROOM)
    may_see = Sight(told).label if told in Sight.values else ""
    return PictureIn(str(answer[name]), str(answer.get(f"{name}_alt") or ""), may_see)


def sheet_of() -> Subquery:
    """For each contribution in a question, the photo of the sheet it was typed from."""
    sheets = GivenPicture.objects.filter(contribution=OuterRef("pk"), is_sheet=True, large__isnull=False)
    return Subquery(sheets.order_by().values("pk")[:1])
