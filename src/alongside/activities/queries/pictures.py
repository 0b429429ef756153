"""Reads of pictures: for a page that shows one, by the rule of who may see it, or by the mark of its giver."""

from uuid import UUID

from alongside.activities.models import GivenPicture
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
