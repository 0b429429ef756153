"""What the console shows, and the form in which a facilitator types for somebody."""

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from alongside.activities import board, queries, rules
from alongside.activities.forms import NotesForm, WhoSaidForm
from alongside.activities.models import Activity
from alongside.activities.registry import kind_for
from alongside.kit.access import Viewer
from alongside.kit.errors import Refused
from alongside.workshops.models import Session, WallLook
from alongside.workshops.rules import may_move


def context(session: Session, viewer: Viewer) -> dict[str, Any]:
    """Everything on the console."""
    console = queries.console_of(session)
    activity = console.now.activity if console.now else None
    shared = {
        "session": session,
        "series": session.round.series,
        "project": session.round.series.project,
        "stage": "run",
        "console": console,
        "activity": activity,
        "may_start": may_move(session, "start", viewer),
        "may_end": may_move(session, "end", viewer),
        "code": shown_code(session),
        "wall_looks": [(look, f"wall-{look.value}") for look in WallLook],
        "notes": NotesForm(initial={"notes": session.notes}),
    }
    return {**shared, **_of_activity(activity, viewer)} if activity else shared


def _of_activity(activity: Activity, viewer: Viewer) -> dict[str, Any]:
    activity.session = activity.item.session = activity.session
    return {
        "kind": kind_for(activity.kind),
        "at_stage": board.stage_of(activity),
        "may_go_on": rules.may_change_stage(activity, viewer, activity.stage + 1),
        "may_go_back": rules.may_change_stage(activity, viewer, activity.stage - 1),
        "may_arrange": rules.may_arrange(activity, viewer),
        "may_open": rules.may_open(activity, viewer),
        "may_pause": rules.may_pause(activity, viewer),
        "may_close": rules.may_close(activity, viewer),
        "may_show": rules.may_show(activity, viewer),
        "type_for": TypeFor(activity).context() if rules.may_capture(activity, viewer) else None,
    }


def shown_code(session: Session) -> str:
    """The code as people type it, ABCD-EFGH; empty while there is none."""
    code = session.join_code or ""
    return f"{code[:4]}-{code[4:]}" if code else ""


@dataclass
class TypeFor:
    """Typing for somebody: who said it, the kind's own form, and the tick that it was read back."""

    activity: Activity
    data: Any = None

    @property
    def is_sent(self) -> bool:
        """Whether something was typed."""
        return self.data is not None

    @cached_property
    def who(self) -> WhoSaidForm:
        """For whom."""
        return WhoSaidForm(self.data, seats=self.activity.session.seats.filter(left_at=None))

    @cached_property
    def form(self) -> forms.Form:
        """Their answer, in the kind's own form."""
        form = board.form_of(self.activity, self.activity.stage, self.data)
        return form if form is not None else forms.Form(self.data)

    def check(self) -> None:
        """Refused, with a sentence, when something is missing."""
        if not (self.who.is_valid() & self.form.is_valid()):
            raise Refused(_("Something is missing. Look below."))

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        return {**self.who.cleaned_data, "answer": self.form.cleaned_data, "id": self._id()}

    def _id(self) -> uuid.UUID:
        try:
            return uuid.UUID(self.data.get("id", ""))
        except ValueError:
            return uuid.uuid4()

    def context(self, refused: str = "") -> dict[str, Any]:
        """For the template."""
        session = self.activity.session
        return {
            "activity": self.activity,
            "session": session,
            "series": session.round.series,
            "stage": "run",
            "who": self.who,
            "form": self.form,
            "at_stage": board.stage_of(self.activity),
            "setup": board.given(self.activity),
            "new_id": uuid.uuid4(),
            "refused": refused,
            "answer_template": f"activities/{self.activity.kind}/answer.html",
        }
