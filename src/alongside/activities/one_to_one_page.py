"""A one-to-one talk: the questions of a workshop one after another, typed by a facilitator and read back."""

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from alongside.activities import board, queries
from alongside.activities.forms import ReadBackForm
from alongside.activities.models import Activity, CameBy
from alongside.activities.registry import kind_for
from alongside.kit.errors import NotVisible, Refused
from alongside.workshops.models import Seat


@dataclass
class OneToOne:
    """One step of the talk. `step` counts from 1; one past the last is the end."""

    seat: Seat
    step: int
    data: Any = None

    @cached_property
    def activities(self) -> list[Activity]:
        """What is asked: every activity of the workshop to which people send something at the stage it is at."""
        found = queries.list_activities(self.seat.session)
        return [one for one in found if board.stage_of(one).answer_form is not None]

    @property
    def is_over(self) -> bool:
        """Whether all was asked."""
        return self.step > len(self.activities)

    @property
    def activity(self) -> Activity:
        """The question of this step."""
        if self.step < 1 or self.is_over:
            raise NotVisible
        return self.activities[self.step - 1]

    @cached_property
    def back(self) -> ReadBackForm:
        """In which language, and the tick that it was read back."""
        return ReadBackForm(self.data)

    @cached_property
    def form(self) -> forms.Form:
        """Their answer, in the kind's own form."""
        form = board.form_of(self.activity, self.activity.stage, self.data)
        return form if form is not None else forms.Form(self.data)

    def values(self) -> dict[str, Any]:
        """What the action takes; Refused when something is missing."""
        if not (self.back.is_valid() & self.form.is_valid()):
            raise Refused(_("Something is missing. Look below."))
        typed = {"answer": self.form.cleaned_data, "id": self._id(), **self.back.cleaned_data}
        return {"activity": self.activity, "seat": self.seat, "came_by": CameBy.ALONE, **typed}

    def _id(self) -> uuid.UUID:
        try:
            return uuid.UUID(self.data.get("id", ""))
        except ValueError:
            return uuid.uuid4()

    def context(self, refused: str = "") -> dict[str, Any]:
        """For the template."""
        session = self.seat.session
        shared = {
            "seat": self.seat,
            "session": session,
            "series": session.round.series,
            "stage": "run",
            "step": self.step,
            "of": len(self.activities),
            "is_over": self.is_over,
            "refused": refused,
        }
        return shared if self.is_over else {**shared, **self._question()}

    def _question(self) -> dict[str, Any]:
        activity = self.activity
        return {
            "activity": activity,
            "kind": kind_for(activity.kind),
            "at_stage": board.stage_of(activity),
            "setup": board.given(activity),
            "form": self.form,
            "back": self.back,
            "new_id": uuid.uuid4(),
            "next_step": self.step + 1,
            "answer_template": f"activities/{activity.kind}/answer.html",
        }
