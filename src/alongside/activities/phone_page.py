"""What the phone page of one question shows, in each of its states."""

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms

from alongside.activities import board, queries
from alongside.activities.api import AnswerForm
from alongside.activities.models import Activity, ActivityState
from alongside.activities.registry import kind_for
from alongside.workshops.models import Seat


@dataclass
class PhonePage:
    """One question on one phone. `secret` is the phone's own; `wants_form` is “change my words” or “one more”."""

    activity: Activity
    seat: Seat
    secret: str
    wants_form: bool = False

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
        return "sent" if self.own and not self.wants_form else "open"

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
            "new_id": uuid.uuid4(),
            "refused": refused,
            "hides_early": kind.hides_early and not kind.stages,
            "promise": stage.promise if activity.is_anonymous else stage.promise_named,
            "at": activity.item.position,
            "of": session.agenda.count(),
            "answer_template": f"activities/{activity.kind}/answer.html",
            **self._result(),
        }

    def _form(self) -> forms.Form | None:
        is_one_each = board.stage_of(self.activity).is_one_each
        initial = queries.own_answer(self.activity, self.secret) if is_one_each and self.own else None
        return board.form_of(self.activity, self.activity.stage, initial=initial)

    def _tell(self, form: forms.Form | None) -> None:
        """Where the stage feeds back, the form hears what came of the stages before."""
        if isinstance(form, AnswerForm) and board.stage_of(self.activity).feeds_back:
            so_far = queries.tally_of(self.activity).result()
            form.tell(so_far, queries.own_earlier(self.activity, self.secret))

    def _result(self) -> dict[str, Any]:
        """The room's result, once it is shown."""
        if not self.activity.is_shown or self.activity.state == ActivityState.PLANNED:
            return {"picture": None}
        picture = queries.picture_of(self.activity)
        return {**picture.context(), "is_shown": True}
