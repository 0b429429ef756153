"""The draft that a facilitator puts up, and one comment on it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, LinesField, SetupForm
from alongside.activities.kinds.critique.tally import CHANGE, KEEP, WHOLE, parts_of

STANCES = ((KEEP, _("Keep it")), (CHANGE, _("Change it")))
TYPES = (
    ("content", _("What it says")),
    ("format", _("How it looks")),
    ("length", _("How long")),
    ("access", _("Who can use it")),
    ("voice", _("Its voice")),
)
ROWS = 7
"""So many parts can be chosen from rows; more are a list to open."""


class CritiqueSetup(SetupForm):
    """Which version of what, and its parts."""

    version = forms.CharField(
        label=_("Which version is this?"),
        max_length=60,
        initial=_("draft 1"),
        help_text=_("As it is written on the draft. Comments stay with this version."),
    )
    parts = LinesField(
        label=_("The parts of the draft"),
        help_text=_(
            "One on each line: its name, then a colon and the text, if you want it on the phone. Up to 12."
        ),
        least=1,
        most=12,
        longest=700,
    )

    def clean_parts(self) -> list[str]:
        """Every part has a name that fits a heading."""
        lines: list[str] = self.cleaned_data["parts"]
        for line in lines:
            name = line.partition(":")[0].strip()
            if not 1 <= len(name) <= 60:
                raise forms.ValidationError(
                    _("Begin each line with a short name, as in “Page 2: the text of page 2”.")
                )
        return lines


class Comment(AnswerForm):
    """One comment: where, keep or change, what it is about, and the words."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        parts = parts_of(self.setup)
        self.draft: Sequence[tuple[str, str, str]] = [part for part in parts if part[2]]
        self.has_rows = len(parts) <= ROWS
        self.fields["part"] = forms.ChoiceField(
            label=_("Which part?"),
            choices=[
                *([] if self.has_rows else [("", _("Choose a part"))]),
                *((number, name) for number, name, _text in parts),
                (WHOLE, _("The whole draft")),
            ],
            widget=forms.RadioSelect if self.has_rows else forms.Select,
            error_messages={"required": _("Say which part you mean.")},
        )
        self.fields["stance"] = forms.ChoiceField(
            label=_("Keep it, or change it?"),
            choices=STANCES,
            widget=forms.RadioSelect,
            error_messages={"required": _("Say if we should keep it or change it.")},
        )
        self.fields["type"] = forms.ChoiceField(
            label=_("What is it about?"),
            choices=TYPES,
            widget=forms.RadioSelect,
            error_messages={"required": _("Say what it is about.")},
        )
        self.fields["comment"] = forms.CharField(
            label=_("Your comment"),
            max_length=260,
            help_text=_("Be as frank as you like. What would make it better?"),
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={"required": _("Write your comment first, or skip this.")},
        )
