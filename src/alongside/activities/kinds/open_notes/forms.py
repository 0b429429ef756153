"""What a facilitator chooses for open notes, and the note itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, SetupForm

LONGEST = 600


class OpenNotesSetup(SetupForm):
    """How long one note may be."""

    letters = forms.IntegerField(
        label=_("How long may a note be, in letters?"),
        initial=280,
        min_value=40,
        max_value=LONGEST,
        help_text=_("280 letters fit a card on the wall."),
    )


class OpenNotesAnswer(AnswerForm):
    """One note."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["note"] = forms.CharField(
            label=_("Your note"),
            max_length=int(self.setup.get("letters", 280)),
            help_text=_("One thought on each note. Please leave out names of clients."),
            widget=forms.Textarea(attrs={"rows": 4}),
            error_messages={"required": _("Write your note first, or skip this.")},
        )
