"""Tying pictures to the answers that name them, inside the transaction that keeps the answers."""

import uuid
from collections.abc import Iterable, Mapping

from django.db import transaction

from alongside.activities.models import GivenPicture
from alongside.kit.words import Sealed, erase_all


def emptied(pictures: Iterable[GivenPicture]) -> list[Sealed | None]:
    """Take the pictures out of their rows; the boxes whose keys must go, last of all."""
    rows = list(pictures)
    boxes = [each.large for each in rows if each.large is not None]
    GivenPicture.objects.filter(pk__in=[each.pk for each in rows]).update(small=None, large=None)
    return list(boxes)


def tie(named: Mapping[uuid.UUID, Mapping[uuid.UUID, str]], replaced: Mapping[uuid.UUID, uuid.UUID]) -> None:
    """Tie pictures to the answers that name them: answer -> {picture: who may see it}.

    `replaced`: answer -> the one it takes the place of. Pictures of that one which are not named again are erased,
    once the transaction is kept; the photo of its sheet goes along unless there is a new one.
    """
    for answer, pictures in named.items():
        for picture, may_see in pictures.items():
            GivenPicture.objects.filter(pk=picture).update(contribution=answer, may_see=may_see)
    if replaced:
        _let_go(replaced)


def _let_go(replaced: Mapping[uuid.UUID, uuid.UUID]) -> None:
    newer = {old: new for new, old in replaced.items()}
    left = GivenPicture.objects.filter(contribution__in=newer, large__isnull=False).order_by()
    sheets = GivenPicture.objects.filter(contribution__in=replaced, is_sheet=True)
    have_one = set(sheets.values_list("contribution", flat=True))
    goes = []
    for each in left:
        to = newer[each.contribution_id] if each.contribution_id else None
        if each.is_sheet and to not in have_one:
            GivenPicture.objects.filter(pk=each.pk).update(contribution=to)
        else:
            goes.append(each)
    boxes = emptied(goes)
    if boxes:
        transaction.on_commit(lambda: erase_all(boxes))
