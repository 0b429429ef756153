"""What the console shows, and the form in which a facilitator types for somebody."""

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from alongside.activities import actions, board, queries, rules
from alongside.activities.forms import SHEET, NotesForm, WhoSaidForm
from alongside.activities.models import Activity
from alongside.activities.picture_page import WithPictures, picture_fields
from alongside.activities.registry import kind_for
from alongside.facilitation import queries as facilitation
from alongside.facilitation.rules import LONGEST_ASIDE, LONGEST_QUESTION
from alongside.kit.access import NOBODY, Viewer
from alongside.kit.errors import Refused
from alongside.workshops.models import Session, WallLook
from alongside.workshops.rules import may_move


def context(session: Session, viewer: Viewer) -> dict[str, Any]:
    """Everything on the console."""
    console = queries.console_of(session)
    activity = console.now.activity if console.now else None
    desk = facilitation.desk_of(session, viewer)
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
        "desk": desk,
        "here": queries.here_of(console, desk),
        "longest_aside": LONGEST_ASIDE,
        "longest_question": LONGEST_QUESTION,
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
    """Typing for somebody: who said it, the kind's own form, the photo of their sheet, and the tick that it was read
    back."""

    activity: Activity
    data: Any = None
    files: Any = None
    by: Viewer = NOBODY
    for_seat: str = ""
    """The number of the seat that stands chosen when the form opens."""
    _known_id: uuid.UUID | None = None

    @property
    def is_sent(self) -> bool:
        """Whether something was typed."""
        return self.data is not None

    @cached_property
    def who(self) -> WhoSaidForm:
        """For whom."""
        seats = self.activity.session.seats.filter(left_at=None, is_one_to_one=False)
        form = WhoSaidForm(self._data, seats=seats, initial={"seat": self.for_seat})
        if self.is_sent:
            self._sent.say_what_is_wrong(form)
        return form

    @cached_property
    def form(self) -> forms.Form:
        """Their answer, in the kind's own form."""
        form = board.form_of(self.activity, self.activity.stage, self._data)
        typed = form if form is not None else forms.Form(self._data)
        if self.is_sent:
            self._sent.say_what_is_wrong(typed)
        return typed

    @cached_property
    def _sent(self) -> WithPictures:
        """What was typed, with every picture that came along kept already."""
        sent = WithPictures(self.data, self.files or {}, self._id())
        sent.keep(picture_fields(board.form_of(self.activity, self.activity.stage)), self._capture)
        sent.keep([SHEET], lambda pk, content: self._capture(pk, content, is_sheet=True))
        return sent

    @property
    def _data(self) -> Any:
        return self._sent.data if self.is_sent else None

    def _capture(self, pk: uuid.UUID, content: bytes, is_sheet: bool = False) -> None:
        actions.capture_picture(activity=self.activity, id=pk, content=content, by=self.by, is_sheet=is_sheet)

    def check(self) -> None:
        """Refused, with a sentence, when something is missing."""
        if not (self.who.is_valid() & self.form.is_valid()):
            raise Refused(_("Something is missing. Look below."))

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        who = dict(self.who.cleaned_data)
        sheet = who.pop(SHEET)
        typed = {"answer": self.form.cleaned_data, "id": self._id()}
        return {**who, **typed, "sheet": uuid.UUID(sheet) if sheet else None}

    def _id(self) -> uuid.UUID:
        if self._known_id is None:
            try:
                self._known_id = uuid.UUID(self.data.get("id", ""))
            except ValueError:
                self._known_id = uuid.uuid4()
        return self._known_id

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
