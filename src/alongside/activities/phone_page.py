"""What the phone page of one question shows, in each of its states."""

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms

from alongside.activities import queries
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
        return "sent" if self.own and not self.wants_form else "open"

    def context(self, form: forms.Form | None = None, refused: str = "") -> dict[str, Any]:
        """Everything the template needs. A form that was sent in comes back with what was typed."""
        activity, kind = self.activity, kind_for(self.activity.kind)
        state = self.state if form is None else "open"
        session = activity.session
        return {
            "activity": activity,
            "kind": kind,
            "setup": activity.setup,
            "seat": self.seat,
            "session": session,
            "project": session.round.series.project,
            "state": state,
            "own": self.own,
            "form": form or (self._form() if state == "open" else None),
            "new_id": uuid.uuid4(),
            "refused": refused,
            "promise": kind.promise if activity.is_anonymous else kind.promise_named,
            "at": activity.item.position,
            "of": session.agenda.count(),
            "answer_template": f"activities/{activity.kind}/answer.html",
            **self._result(),
        }

    def _form(self) -> forms.Form:
        kind = kind_for(self.activity.kind)
        initial = queries.own_answer(self.activity, self.secret) if kind.is_one_each and self.own else None
        return kind.answer_form(setup=self.activity.setup, initial=initial)

    def _result(self) -> dict[str, Any]:
        """The room's result, once it is shown."""
        if not self.activity.is_shown or self.activity.state == ActivityState.PLANNED:
            return {"picture": None}
        picture = queries.picture_of(self.activity)
        return {"picture": picture, "result": picture.result, "table": picture.table, "is_shown": True}
