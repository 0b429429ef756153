"""The simulated people of a rehearsal: each answers an open activity once, from the kind's own sample.

They speak from a thread of the server, one every second or two, as long as an activity is open. They come in through
the same door as phones: the kind's form checks what they say, the writer keeps it.
"""

import logging
import random
import threading
import time
import uuid
from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.db import connections, transaction
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from alongside.activities import actions, board
from alongside.activities.api import Answer, OrderForm
from alongside.activities.models import Activity, ActivityState, Contribution
from alongside.activities.registry import kind_for
from alongside.kit.errors import Refused
from alongside.rehearsals.actions import AFTER_THE_END, clear_away
from alongside.rehearsals.models import Rehearsal
from alongside.rehearsals.queries import find_rehearsal
from alongside.rehearsals.rules import PEOPLE
from alongside.workshops.models import Seat, Session
from alongside.workshops.seats import hash_of, mark_for

log = logging.getLogger(__name__)
PAUSE = (0.6, 2.4)
TRIES = 12
_is_one: dict[int, bool] = {}
_speaking: set[int] = set()
_lock = threading.Lock()


def hear(session_id: int, **_rest: Any) -> None:
    """Something changed in a session. If it is a rehearsal, its people look whether there is something to answer."""
    if session_id not in _is_one:
        _is_one[session_id] = Rehearsal.objects.filter(session=session_id).exists()
    if _is_one[session_id]:
        with _lock:
            if session_id in _speaking:
                return
            _speaking.add(session_id)
        threading.Thread(target=_speak, args=[session_id], name="simulated people", daemon=True).start()


def hear_end(session: Session, **_rest: Any) -> None:
    """A workshop ended: a rehearsal is cleared away a little later, so that its end can be looked at."""
    rehearsal = Rehearsal.objects.filter(session=session).first()
    if rehearsal is not None:
        later = timezone.now() + AFTER_THE_END
        transaction.on_commit(lambda: clear_away.using(run_after=later).enqueue(rehearsal.pk))


def _speak(session_id: int) -> None:
    try:
        while say_next(session_id):
            time.sleep(random.uniform(*PAUSE))  # noqa: S311  a human pace, no secret
    except Exception:
        log.exception("the simulated people of a rehearsal fell silent")
    finally:
        with _lock:
            _speaking.discard(session_id)
        connections.close_all()


def say_next(session_id: int) -> bool:
    """The next of them answers what is open; False when there is nothing left to say."""
    rehearsal = find_rehearsal(session_id)
    activity = _open_in(session_id) if rehearsal is not None else None
    if rehearsal is None or activity is None:
        return False
    secret = _not_heard(rehearsal, activity)
    if secret is None:
        return False
    number = rehearsal.secrets.index(secret)
    seat = Seat.objects.select_related("session__round__series__project").get(token_hash=hash_of(secret))
    answer = answer_for(activity, number)
    if answer is None:
        return False
    try:
        actions.answer(
            activity=activity,
            secret=secret,
            seat=seat,
            answer=answer,
            id=uuid.uuid4(),
            language="en-gb",
            slot=activity.stage,
        )
    except Refused:
        return False
    return True


def _open_in(session_id: int) -> Activity | None:
    found = Activity.objects.filter(session=session_id, state=ActivityState.OPEN)
    return found.select_related("session__round__series__project").order_by("-opened_at").first()


def _not_heard(rehearsal: Rehearsal, activity: Activity) -> str | None:
    """The secret of somebody who has not answered this stage yet."""
    marks = {mark_for(secret, activity.pk): secret for secret in rehearsal.secrets}
    said = Contribution.objects.filter(activity=activity, slot=activity.stage, mark__in=list(marks))
    heard = {bytes(mark) for mark in said.values_list("mark", flat=True)}
    return next((secret for mark, secret in marks.items() if mark not in heard), None)


def answer_for(activity: Activity, number: int) -> Answer | None:
    """What the person with this number says: the sample's answer, made to fit the set-up; None when nothing fits."""
    kind, slot = kind_for(activity.kind), activity.stage
    samples = list(kind.sample.later.get(slot, ()) if slot else kind.sample.answers)
    samples = [_without(sample, kind.picture_fields) for sample in samples]  # they have no pictures to give
    blank = board.form_of(activity, slot)
    if blank is None:
        return None
    apart = max(len(samples) // PEOPLE, 1)  # from all over the sample, which may be in some order
    luck = random.Random(f"{activity.pk}:{slot}:{number}")  # noqa: S311  the same person says the same
    for attempt in range(TRIES):
        fits_likely = samples and attempt < TRIES // 2
        sample = samples[(number * apart + attempt) % len(samples)] if fits_likely else {}
        form = board.form_of(activity, slot, _fitted(blank, sample, luck))
        if form is not None and form.is_valid():
            cleaned: Answer = form.cleaned_data
            return cleaned
    return None


def _without(sample: Answer, names: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in sample.items() if name not in names}


def _fitted(form: forms.Form, sample: Mapping[str, Any], luck: random.Random) -> MultiValueDict[str, str]:
    """The sample as a phone sends it, with choices that this form offers."""
    if isinstance(form, OrderForm):
        chosen = luck.sample(list(form.fields), form.top)
        return MultiValueDict({name: [str(place)] for place, name in enumerate(chosen, 1)})
    sent = {name: _one(field, sample.get(name), luck) for name, field in form.fields.items()}
    return MultiValueDict({name: values for name, values in sent.items() if values})


def _one(field: forms.Field, value: Any, luck: random.Random) -> list[str]:
    given = [
        str(each)
        for each in (value if isinstance(value, list | tuple) else [value])
        if each not in (None, "")
    ]
    if isinstance(field, forms.MultipleChoiceField):
        offered = [str(key) for key, _label in field.choices]  # type: ignore[union-attr,misc]
        return [each for each in given if each in offered] or luck.sample(offered, min(1, len(offered)))
    if isinstance(field, forms.ChoiceField):
        offered = [str(key) for key, _label in field.choices if key != ""]  # type: ignore[union-attr,misc]
        return [each for each in given if each in offered][:1] or ([luck.choice(offered)] if offered else [])
    if isinstance(field, forms.IntegerField) and not given:
        return [str(luck.randint(0, 1))]
    return given
