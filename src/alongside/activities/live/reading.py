"""A posted answer, read and checked by its kind's own form. Runs in a thread, never in the event loop."""

import json
import unicodedata
import uuid
from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from alongside.activities.board import form_of, language_of, slot_in
from alongside.activities.live import facts
from alongside.activities.live.contribution import NewContribution
from alongside.activities.models import Activity, Contribution
from alongside.activities.registry import kind_for
from alongside.activities.rules import may_answer
from alongside.kit.errors import NotVisible, Refused
from alongside.workshops.seats import mark_for

MOST_FIELDS = 200


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
    known_as, kind = _id(fields), kind_for(activity.kind)
    slot = slot_in(activity, fields.get("stage"))
    if seat.because and not Contribution.objects.filter(pk=known_as).exists():
        raise Refused(_(seat.because))
    if str(fields.get("for") or seat.id) != str(seat.id):
        raise Refused(_("This answer belongs to the person who had the phone before."))
    answer = checked(activity, fields, slot)
    return NewContribution(
        id=known_as,
        activity_id=activity.pk,
        answer=answer,
        mark=mark_for(secret, activity.pk),
        seat_id=seat.id,
        shown_as="" if activity.is_anonymous else seat.room_name,
        language=language_of(activity, answer, str(fields.get("language") or "")),
        schema=kind.schema,
        slot=slot,
    )


def checked(activity: Activity, fields: MultiValueDict[str, Any], slot: int = 0) -> dict[str, Any]:
    """The answer as the kind's own form cleans it; Wrong with its errors when it does not."""
    form = form_of(activity, slot, fields)
    if form is None:
        raise Refused(may_answer(activity, slot).because)
    if not form.is_valid():
        errors = {name: [str(each) for each in found] for name, found in form.errors.items()}
        raise Wrong(next(iter(errors.values()))[0], errors)
    return form.cleaned_data


def _fields(content_type: str, body: bytes) -> MultiValueDict[str, Any]:
    try:
        if content_type.startswith("application/json"):
            return _from_json(json.loads(body))
        if content_type.startswith("application/x-www-form-urlencoded"):
            return _tidy(QueryDict(body.decode("latin-1"), encoding="utf-8"))
    except (ValueError, TypeError, RecursionError):
        pass
    raise Refused(_("We could not read this answer. Please open the page again."))


def _from_json(data: Any) -> MultiValueDict[str, Any]:
    """JSON as form fields: a list is a field given several times."""
    if not isinstance(data, dict) or len(data) > MOST_FIELDS:
        raise TypeError("not a set of fields")
    lists = {str(name): value if isinstance(value, list) else [value] for name, value in data.items()}
    if not all(isinstance(each, str | int | float | None) for values in lists.values() for each in values):
        raise TypeError("a field holds more than text")
    texts = {name: ["" if each is None else str(each) for each in values] for name, values in lists.items()}
    return _tidy(MultiValueDict(texts))


def _tidy(fields: MultiValueDict[str, Any]) -> MultiValueDict[str, Any]:
    """All text in one normal form, without half characters."""
    return MultiValueDict({name: [_whole(each) for each in values] for name, values in fields.lists()})


def _whole(text: str) -> str:
    return unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())


def _id(fields: MultiValueDict[str, Any]) -> uuid.UUID:
    try:
        return uuid.UUID(str(fields.get("id", "")))
    except ValueError:
        raise Refused(_("We could not read this answer. Please open the page again.")) from None
