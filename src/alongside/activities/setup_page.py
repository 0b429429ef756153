"""Setting up an activity: the two forms, and how it will look on a phone."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms

from alongside.activities.api import ActivityKind, Clause, Setup
from alongside.activities.forms import QuestionForm
from alongside.activities.models import Activity
from alongside.workshops.models import Session
from alongside.workshops.queries import newest_ways


@dataclass
class SetupPage:
    """A kind, what was typed, and the activity when it is there already."""

    kind: ActivityKind
    data: Any = None
    activity: Activity | None = None
    session: Session | None = None
    """Where a new one goes."""

    @cached_property
    def about(self) -> QuestionForm:
        """Question, minutes and whether names show."""
        if self.activity is not None:
            return QuestionForm.of(self.activity, self.data)
        return QuestionForm(self.data, initial={"title": str(self.kind.name), "minutes": self.kind.minutes})

    @cached_property
    def setup(self) -> forms.Form:
        """What is special about the kind."""
        initial = self.activity.setup if self.activity else self._from_ways()
        return self.kind.setup_form(self.data, initial=dict(initial) if initial else None, prefix="setup")

    def _from_ways(self) -> Setup | None:
        """What the series' ways of working give the set-up to begin with, for kinds that ask about them."""
        begin = self.kind.begins_with_ways
        newest = newest_ways(self.session.round.series) if begin and self.session else None
        if begin is None or newest is None:
            return None
        return begin([Clause(one.text, one.is_do, one.topic) for one in newest.clauses.all()])

    @cached_property
    def is_right(self) -> bool:
        """Whether both forms were sent and are good."""
        return self.data is not None and (self.about.is_valid() & self.setup.is_valid())

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        return {**self.about.values(), "setup": self.setup.cleaned_data}

    def context(self, session: Session, refused: str) -> dict[str, Any]:
        """For the template, with a preview when the forms are good."""
        return {
            "session": session,
            "series": session.round.series,
            "stage": "plan",
            "kind": self.kind,
            "activity": self.activity,
            "about": self.about,
            "setup_form": self.setup,
            "refused": refused,
            "at_stage": self.kind.stage(0),
            "answer_template": f"activities/{self.kind.key}/answer.html",
            **self._preview(),
        }

    def _preview(self) -> dict[str, Any]:
        """The phone page with these words; before anything is typed, with the sample's."""
        sample, setup = self.kind.sample, dict(self.kind.sample.setup)
        if self.is_right:
            shown = {"question": self.about.cleaned_data["question"], "hint": self.about.cleaned_data["hint"]}
            is_anonymous, setup = self.about.values()["is_anonymous"], self.setup.cleaned_data
        elif self.activity is not None:
            shown = {"question": self.activity.question, "hint": self.activity.hint}
            is_anonymous, setup = self.activity.is_anonymous, self.activity.setup
        else:
            shown, is_anonymous = {"question": sample.question, "hint": sample.hint}, True
        promise = self.kind.promise if is_anonymous else self.kind.promise_named
        form = self.kind.answer_form(setup=setup, auto_id="preview_%s")
        is_sample = self.activity is None and not self.is_right
        return {**shown, "promise": promise, "setup": setup, "form": form, "is_sample": is_sample}
