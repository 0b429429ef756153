"""Key points: written down, tied to the words behind them, read back to the room."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.activities.models import Contribution
from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.recommendations import rules
from alongside.recommendations.models import KeyPoint
from alongside.workshops.models import Session


@transaction.atomic
def add_key_point(
    *, session: Session, text: str, by: Viewer, words: Iterable[UUID] = (), is_read_back: bool = False
) -> KeyPoint:
    """Write down what a session said in a sentence, with the contributions that stand behind it."""
    rules.may_add_key_point(session, by).require()
    if not text.strip():
        raise Refused(_("Write the key point in a sentence."))
    now = timezone.now()
    point = KeyPoint.objects.create(
        session=session,
        text=text.strip(),
        made_at=now,
        made_by_id=by.account_id,
        read_back_at=now if is_read_back else None,
    )
    tied = _tie(point, words)
    record("key point written", point, by=by, content={"text": point.text}, refs={"words": tied})
    return point


@transaction.atomic
def tie_words(*, point: KeyPoint, words: Iterable[UUID], by: Viewer) -> KeyPoint:
    """Say anew which contributions of its session stand behind a key point."""
    rules.may_add_key_point(point.session, by).require()
    tied = _tie(point, words)
    record("key point tied to words", point, by=by, refs={"words": tied})
    return point


@transaction.atomic
def read_back(*, point: KeyPoint, by: Viewer, text: str = "") -> KeyPoint:
    """The room heard it and said: yes, that is right. `text` is the better wording, if there was one."""
    point = KeyPoint.objects.select_for_update().select_related("session__round__series").get(pk=point.pk)
    rules.may_read_back(point, by).require()
    point.text = text.strip() or point.text
    point.read_back_at = timezone.now()
    point.save(update_fields=["text", "read_back_at"])
    record("key point read back", point, by=by, content={"text": point.text})
    return point


def _tie(point: KeyPoint, words: Iterable[UUID]) -> list[str]:
    """Only contributions of the same session can stand behind it."""
    here = Contribution.objects.filter(
        pk__in=list(words), activity__session=point.session_id, withdrawn_at=None
    )
    found = list(here)
    point.words.set(found)
    return sorted(str(row.pk) for row in found)
