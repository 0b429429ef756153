"""A posted answer, read and checked by its kind's own form. Runs in a thread, never in the event loop."""

import json
import unicodedata
import uuid
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from alongside.activities.board import form_of, language_of, slot_in
from alongside.activities.live import facts
from alongside.activities.live.checking import Fields, check_for, known_check
from alongside.activities.live.contribution import NewContribution
from alongside.activities.models import Activity, Contribution
from alongside.activities.registry import kind_for
from alongside.activities.rules import may_answer
from alongside.kit.errors import NotVisible, Refused
from alongside.workshops.seats import mark_for

MOST_FIELDS = 200
SHORT = 4 * 1024  # bytes that may be read in the event loop
FORM = "application/x-www-form-urlencoded"


class Wrong(Refused):
    """The answer can't be taken as it is; `errors` says why for each field."""

    def __init__(self, because: str, errors: Mapping[str, list[str]]) -> None:
        super().__init__(because)
        self.errors = errors


def read(secret: str, activity_id: int, content_type: str, body: bytes) -> NewContribution:
    """The contribution in a posted body. NotVisible for a foreign activity, Wrong or Refused with a sentence."""
    seat, activity = facts.seat_of(secret), facts.activity_of(activity_id)
    if seat is None or activity is None or seat.session_id != activity.session_id:
        raise NotVisible
    fields = _fields(content_type, body)
    known_as = _id(fields)
    slot = slot_in(activity, fields.get("stage"))
    if seat.because and not Contribution.objects.filter(pk=known_as).exists():
        raise Refused(_(seat.because))
    if _is_for_another(fields, seat):
        raise Refused(_("This answer belongs to the person who had the phone before."))
    return _new(known_as, checked(activity, fields, slot), fields, Where(secret, seat, activity, slot))


def read_by_heart(secret: str, activity_id: int, content_type: str, body: bytes) -> NewContribution | None:
    """The same for a good answer whose seat, activity and check are known by heart; else None: no look anywhere."""
    seat, activity = facts.known_seat(secret), facts.known_activity(activity_id)
    if seat is None or activity is None or seat.session_id != activity.session_id or seat.because:
        return None
    if len(body) > SHORT or not content_type.startswith(FORM):
        return None
    fields = _fields(content_type, body)
    if kind_for(activity.kind).picture_fields or _is_for_another(fields, seat):
        return None
    slot = slot_in(activity, fields.get("stage"))
    check = known_check(activity, slot)
    answer = check(fields) if check is not None else None
    if answer is None:
        return None
    return _new(_id(fields), answer, fields, Where(secret, seat, activity, slot))


def _is_for_another(fields: Fields, seat: facts.SeatFacts) -> bool:
    """Whether it was written by somebody who had this phone before."""
    return str(fields.get("for") or seat.id) != str(seat.id)


class Where(NamedTuple):
    """From which seat an answer came, to which stage of which activity."""

    secret: str
    seat: facts.SeatFacts
    activity: Activity
    slot: int


def _new(known_as: uuid.UUID, answer: dict[str, Any], fields: Fields, where: Where) -> NewContribution:
    activity = where.activity
    return NewContribution(
        id=known_as,
        activity_id=activity.pk,
        answer=answer,
        mark=mark_for(where.secret, activity.pk),
        seat_id=where.seat.id,
        shown_as="" if activity.is_anonymous else where.seat.room_name,
        language=language_of(activity, answer, str(fields.get("language") or "")),
        schema=kind_for(activity.kind).schema,
        slot=where.slot,
    )


def checked(activity: Activity, fields: Fields, slot: int = 0) -> dict[str, Any]:
    """The answer as the kind's own form cleans it; Wrong with its errors when it does not."""
    answer = check_for(activity, slot)(fields)
    if answer is not None:
        return answer
    form = form_of(activity, slot, fields)
    if form is None:
        raise Refused(may_answer(activity, slot).because)
    if not form.is_valid():
        errors = {name: [str(each) for each in found] for name, found in form.errors.items()}
        raise Wrong(next(iter(errors.values()))[0], errors)
    return form.cleaned_data


def _fields(content_type: str, body: bytes) -> Fields:
    try:
        if content_type.startswith("application/json"):
            return _from_json(json.loads(body))
        if content_type.startswith(FORM):
            return _from_form(body.decode("latin-1"))
    except (ValueError, TypeError, RecursionError):
        pass
    raise Refused(_("We could not read this answer. Please open the page again."))


def _from_form(body: str) -> Fields:
    lists: dict[str, list[str]] = {}
    for name, value in parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS):
        lists.setdefault(name, []).append(_whole(value))
    return MultiValueDict(lists)


def _from_json(data: Any) -> Fields:
    """JSON as form fields: a list is a field given several times."""
    if not isinstance(data, dict) or len(data) > MOST_FIELDS:
        raise TypeError("not a set of fields")
    lists = {str(name): value if isinstance(value, list) else [value] for name, value in data.items()}
    if not all(isinstance(each, str | int | float | None) for values in lists.values() for each in values):
        raise TypeError("a field holds more than text")
    texts = {name: ["" if each is None else str(each) for each in values] for name, values in lists.items()}
    return _tidy(MultiValueDict(texts))


def _tidy(fields: Fields) -> Fields:
    """All text in one normal form, without half characters."""
    return MultiValueDict({name: [_whole(each) for each in values] for name, values in fields.lists()})


def _whole(text: str) -> str:
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())


def _id(fields: Fields) -> uuid.UUID:
    try:
        return uuid.UUID(str(fields.get("id", "")))
    except ValueError:
        raise Refused(_("We could not read this answer. Please open the page again.")) from None
