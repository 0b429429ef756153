"""A key point held up to the room: did I get that right? Phones answer, and the point keeps the count."""

from django.db import transaction
from django.utils import timezone

from alongside.facilitation import actions as facilitation
from alongside.facilitation.actions.held import floor_now, tell_screens
from alongside.kit.access import NOBODY, Viewer
from alongside.kit.audit import record
from alongside.kit.words import erase, erase_all
from alongside.recommendations import rules
from alongside.recommendations.models import Check, KeyPoint
from alongside.workshops.models import Seat
from alongside.workshops.rules import may_take_part
from alongside.workshops.seats import mark_about

CARD = "key-point"


@transaction.atomic
def hold_up_point(*, point: KeyPoint, by: Viewer, text: str = "") -> None:
    """Show it on the wall and on every phone. With a better wording, what was said about the old one goes."""
    rules.may_hold_up(point, by).require()
    wording = text.strip()
    if wording and wording != point.text:
        old = list(Check.objects.filter(point=point))
        Check.objects.filter(point=point).delete()
        point.text = wording
        point.save(update_fields=["text"])
        record("key point worded anew", point, by=by, content={"text": point.text})
        erase_all([each.words for each in old])
    facilitation.hold_up(session=point.session, card=CARD, of=point.pk, by=by)


@transaction.atomic
def check_point(*, point: KeyPoint, seat: Seat, secret: str, is_right: bool, words: str = "") -> Check:
    """A phone says whether it is right, or how it would say it. A second answer takes the place of the first."""
    may_take_part(seat).require()
    floor = floor_now(point.session_id)
    is_up = floor.card == CARD and floor.card_of == point.pk and seat.session_id == point.session_id
    rules.may_check(point, is_up).require()
    mark = mark_about(secret, f"key-point:{point.pk}")
    old = Check.objects.filter(point=point, mark=mark).first()
    given = {"is_right": is_right, "words": words.strip() or None, "said_at": timezone.now()}
    check, _is_new = Check.objects.update_or_create(point=point, mark=mark, defaults=given)
    tell_screens(floor)
    record("key point checked", point, by=NOBODY)
    if old is not None and old.words is not None:
        erase(old.words)
    return check


@transaction.atomic
def mark_checked(*, point: KeyPoint, by: Viewer) -> None:
    """The room has said it: the point is read back, with how many said right and how many not quite."""
    point = KeyPoint.objects.select_for_update().select_related("session__round__series").get(pk=point.pk)
    rules.may_read_back(point, by).require()
    said = list(point.checks.values_list("is_right", flat=True))
    point.read_back_at = timezone.now()
    point.said_right, point.said_not_quite = said.count(True), said.count(False)
    point.save(update_fields=["read_back_at", "said_right", "said_not_quite"])
    content = {"right": point.said_right, "not quite": point.said_not_quite}
    record("key point read back", point, by=by, content={"text": point.text, **content})
    floor = floor_now(point.session_id)
    if floor.card == CARD and floor.card_of == point.pk:
        facilitation.put_away(session=point.session, by=by)
