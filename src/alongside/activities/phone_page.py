"""What the phone page of one question shows, in each of its states."""

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language

from alongside.activities import actions, board, queries
from alongside.activities.api import AnswerForm
from alongside.activities.models import Activity, ActivityState
from alongside.activities.picture_page import WithPictures, picture_fields
from alongside.activities.registry import kind_for
from alongside.kit.languages.spoken import choices
from alongside.workshops.models import Seat
from alongside.workshops.queries import beside_of


@dataclass
class PhonePage:
    """One question on one phone. `secret` is the phone's own; `wants_form` is “change my words” or “one more”."""

    activity: Activity
    seat: Seat
    secret: str
    wants_form: bool = False
    is_easy: bool = False
    is_passed: bool = False

    @cached_property
    def own(self) -> int:
        """How many answers of this phone stand."""
        return queries.count_own(self.activity, self.secret)

    @property
    def state(self) -> str:
        """waiting, paused, closed, sent (answered already) or open."""
        if self.activity.state == ActivityState.PLANNED:
            return "waiting"
        if self.activity.state != ActivityState.OPEN:
            return str(self.activity.state)
        if board.stage_of(self.activity).answer_form is None:
            return "talk"
        may_write = self.wants_form and not (self.is_passed and board.stage_of(self.activity).is_one_each)
        return "sent" if self.own and not may_write else "open"

    def is_for(self, told: str) -> bool:
        """Whether a form that was sent in was made for this seat: a phone that goes round may hold an old page."""
        return not told.isdecimal() or int(told) == self.seat.pk

    def context(self, form: forms.Form | None = None, refused: str = "") -> dict[str, Any]:
        """Everything the template needs. A form that was sent in comes back with what was typed."""
        activity, kind = self.activity, kind_for(self.activity.kind)
        stage = board.stage_of(activity)
        state = self.state if form is None else "open"
        form = form or (self._form() if state == "open" else None)
        self._tell(form)
        session = activity.session
        return {
            "activity": activity,
            "kind": kind,
            "at_stage": stage,
            "setup": board.given(activity),
            "seat": self.seat,
            "session": session,
            "project": session.round.series.project,
            "state": state,
            "own": self.own,
            "form": form,
            "languages": self._languages(form),
            "is_easy": self.is_easy,
            "is_passed": self.is_passed,
            "asked": queries.asked_in(activity, get_language() or ""),
            "new_id": uuid.uuid4(),
            "refused": refused,
            "hides_early": kind.hides_early and not kind.stages,
            "promise": stage.promise if activity.is_anonymous else stage.promise_named,
            "at": activity.item.position,
            "of": session.agenda.count(),
            "answer_template": f"activities/{activity.kind}/answer.html",
            "beside": beside_of(session),
            "audience": f"room.{number}" if (number := queries.group_number(self.seat)) else "room",
            **self._result(),
        }

    def _form(self) -> forms.Form | None:
        is_one_each = board.stage_of(self.activity).is_one_each
        initial = queries.own_answer(self.activity, self.secret) if is_one_each and self.own else None
        return board.form_of(self.activity, self.activity.stage, initial=initial)

    def _languages(self, form: forms.Form | None) -> list[tuple[str, str]]:
        """The languages somebody may say they write in; none where there is nothing to write."""
        now = get_language() or settings.LANGUAGE_CODE
        return list(choices(now)) if board.asks_for_words(self.activity, form) else []

    def _tell(self, form: forms.Form | None) -> None:
        """Where the stage feeds back, the form hears what came of the ones before; in a small group, of its own."""
        if isinstance(form, AnswerForm) and board.stage_of(self.activity).feeds_back:
            picture = queries.picture_of(self.activity, apart=queries.group_number(self.seat))
            form.tell(picture.result, queries.own_earlier(self.activity, self.secret))

    def _result(self) -> dict[str, Any]:
        """The room's result, once it is shown."""
        if not self.activity.is_shown or self.activity.state == ActivityState.PLANNED:
            return {"picture": None}
        if self.seat.session.is_apart and board.stage_of(self.activity).is_counted:
            return {"picture": None}
        picture = queries.picture_of(self.activity, apart=queries.group_number(self.seat))
        return {**picture.context(), "is_shown": True}


@dataclass
class Sent:
    """An answer that came as a plain form, with the files that came with it."""

    page: PhonePage
    data: Any
    files: Any

    @cached_property
    def slot(self) -> int:
        """The stage it was written for."""
        return board.slot_in(self.page.activity, self.data.get("stage"))

    @cached_property
    def id(self) -> uuid.UUID:
        """The id in the form; a new one when it is missing or broken."""
        try:
            return uuid.UUID(self.data.get("id", ""))
        except ValueError:
            return uuid.uuid4()

    def form(self) -> forms.Form | None:
        """The kind's own form with what was sent. Pictures are kept first: they stay when something else is wrong."""
        activity = self.page.activity
        sent = WithPictures(self.data, self.files, self.id)
        sent.keep(picture_fields(board.form_of(activity, self.slot)), self._give)
        form = board.form_of(activity, self.slot, sent.data)
        if form is not None:
            sent.say_what_is_wrong(form)
        return form

    def _give(self, pk: uuid.UUID, content: bytes) -> None:
        page = self.page
        actions.give_picture(
            activity=page.activity,
            id=pk,
            content=content,
            secret=page.secret,
            seat=page.seat,
            is_new_try=True,
        )

    def values(self, form: forms.Form) -> dict[str, Any]:
        """What the action takes."""
        page = self.page
        who = {"activity": page.activity, "secret": page.secret, "seat": page.seat}
        return {
            **who,
            "answer": form.cleaned_data,
            "slot": self.slot,
            "id": self.id,
            "language": self._language(form),
        }

    def _language(self, form: forms.Form) -> str:
        """What the author says they wrote in, else the language of the page."""
        return board.language_of(self.page.activity, form.cleaned_data, self.data.get("language", ""))
