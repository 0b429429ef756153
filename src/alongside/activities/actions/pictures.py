"""Pictures: taken in clean and sealed, and let go of when no answer came for them."""

import hashlib
import uuid
from collections.abc import Iterable
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.activities import rules
from alongside.activities.live.tying import emptied
from alongside.activities.models import Activity, GivenPicture
from alongside.kit.access import NOBODY, Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.kit.pictures import Clean, cleaned
from alongside.kit.words import erase, erase_all, seal_bytes
from alongside.workshops.models import Seat
from alongside.workshops.rules import may_take_part
from alongside.workshops.seats import mark_for

LOOSE_FOR = timedelta(days=1)
A_PAGE_WAITS = 3.0
"""Seconds a page waits for its turn: the threads that draw pages are few."""
MOST_AT_ONCE = 50


def give_picture(
    *, activity: Activity, id: uuid.UUID, content: bytes, secret: str, seat: Seat, is_new_try: bool = False
) -> GivenPicture:
    """A partner gives a picture; it hangs nowhere until an answer names it. The same id again changes nothing.

    `is_new_try`: a form without a script may bring another picture under its old id, until it is kept with an answer.
    Refused with a sentence when it is no picture we take. Call it in a thread, outside any transaction.
    """
    mark = mark_for(secret, activity.pk)
    found = _found(id, mark)
    if found is not None and not (is_new_try and found.contribution_id is None):
        return found
    may_take_part(seat).require()
    given = GivenPicture.objects.filter(activity=activity, mark=mark, large__isnull=False)
    rules.may_give_picture(activity, given.count()).require()
    by = Viewer(seat_id=seat.pk) if not activity.is_anonymous else NOBODY
    clean = cleaned(content, wait=A_PAGE_WAITS) if is_new_try else cleaned(content)
    return _keep(GivenPicture(id=id, activity=activity, mark=mark), clean, by)


def capture_picture(
    *, activity: Activity, id: uuid.UUID, content: bytes, by: Viewer, is_sheet: bool = False
) -> GivenPicture:
    """A facilitator brings a picture for somebody: theirs, or the photo of their sheet (for the team only)."""
    rules.may_capture(activity, by).require()
    found = GivenPicture.objects.filter(pk=id, captured_by=by.account_id).first()
    if found is not None and found.contribution_id is not None:
        return found
    new = GivenPicture(id=id, activity=activity, mark=b"", captured_by_id=by.account_id, is_sheet=is_sheet)
    return _keep(new, cleaned(content, wait=A_PAGE_WAITS), by)


def _found(id: uuid.UUID, mark: bytes) -> GivenPicture | None:
    found = GivenPicture.objects.filter(pk=id).first()
    if found is not None and bytes(found.mark) != mark:
        raise Refused(_("This picture was sent from another phone. Please open the page again."))
    return found


def _keep(new: GivenPicture, clean: Clean, by: Viewer) -> GivenPicture:
    """Sealed first, then stored; one that came in at the same moment under the same id is the same one."""
    new.small, new.large = seal_bytes([clean.small, clean.large])
    new.width, new.height, new.created_at = clean.width, clean.height, timezone.now()
    try:
        with transaction.atomic():
            same_hand = {"mark": new.mark, "captured_by": new.captured_by_id}
            before = GivenPicture.objects.filter(pk=new.pk, contribution=None, **same_hand).first()
            new.save(force_insert=before is None, force_update=before is not None)
            content = {"activity": new.activity_id, "sealed": hashlib.sha256(new.large.box).hexdigest()}
            record("picture given", new, by=by, content=content)
    except IntegrityError:
        erase(new.large)
        return GivenPicture.objects.get(pk=new.pk)
    erase_all([before.large if before else None])
    let_go_of_loose(new.activity)
    return new


def let_go_of_loose(activity: Activity) -> None:
    """Erase pictures that no answer came for within a day."""
    old = GivenPicture.objects.filter(
        activity=activity, contribution=None, created_at__lt=timezone.now() - LOOSE_FOR
    )
    erase_pictures(pictures=old[:MOST_AT_ONCE])


def erase_pictures(*, pictures: Iterable[GivenPicture]) -> int:
    """Erase these for good; says how many there were."""
    rows = list(pictures)
    boxes = emptied(rows)
    erase_all(boxes)
    return len(boxes)
