"""The draft a facilitator begins with, what one person thinks of it, and their yes to the group's own list."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, LinesField, SetupForm
from alongside.activities.kinds.ways_of_working.tally import DO, DONT, clauses_of

HEADINGS = ((DO, _("We do")), (DONT, _("We don’t")))
LONGEST, LINE = 200, 300
DOS = _(
    "One speaks at a time, and the others listen.\n"
    "What is said here stays here. We take away what we learned, not who said it.\n"
    "What people know from life and from work counts as much as what is in books.\n"
    "Camera on or off: you choose. You can step out at any time.\n"
    "You can say no, or nothing. You need not say why."
)
DONTS = _(
    "We do not name clients, or say things by which someone could know them.\n"
    "We do not record without asking everybody first."
)


class WaysOfWorkingSetup(SetupForm):
    """A draft to begin with; people change it."""

    dos = LinesField(
        label=_("We do"),
        help_text=_("A draft: one on each line. The group changes it."),
        least=1,
        most=10,
        longest=LINE,
        initial=DOS,
    )
    donts = LinesField(label=_("We don’t"), required=False, least=0, most=8, longest=LINE, initial=DONTS)


class ReadDraft(AnswerForm):
    """A view on each clause: `{"c1": "yes", "c2": "change", "t2": "how", …}`; and what one would add."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for number, _heading, text in clauses_of(self.setup):
            self.fields[f"c{number}"] = forms.ChoiceField(
                label=text,
                choices=[("yes", _("I agree")), ("change", _("I would change it"))],
                required=False,
                widget=forms.RadioSelect,
            )
            self.fields[f"t{number}"] = forms.CharField(label=_("How?"), required=False, max_length=LONGEST)
        for heading, label in HEADINGS:
            self.fields[f"add_{heading}"] = forms.CharField(
                label=_("I would add: %(heading)s …") % {"heading": str(label).lower()},
                required=False,
                max_length=LONGEST,
            )

    @property
    def parts(
        self,
    ) -> Sequence[tuple[str, Sequence[tuple[forms.BoundField, forms.BoundField]], forms.BoundField]]:
        """For each heading its clauses with the box for a change, and the box for one more."""
        clauses = clauses_of(self.setup)
        return [
            (
                heading,
                [
                    (self[f"c{number}"], self[f"t{number}"])
                    for number, under, _text in clauses
                    if under == heading
                ],
                self[f"add_{heading}"],
            )
            for heading, _label in HEADINGS
        ]

    def clean(self) -> dict[str, Any]:
        """One view is enough; who would change a clause says how, and who says how would change it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for number, _heading, _text in clauses_of(self.setup):
            if cleaned.get(f"c{number}") == "change" and not cleaned.get(f"t{number}"):
                self.add_error(f"t{number}", _("Say in a few words how you would change it."))
            elif cleaned.get(f"t{number}") and not cleaned.get(f"c{number}"):
                cleaned[f"c{number}"] = "change"
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(_("Say what you think of one line at least, or skip this."))
        return cleaned


class SayYes(AnswerForm):
    """Yes to the whole list, or what stands in the way."""

    yes = forms.ChoiceField(
        label=_("Can you work with this list?"),
        choices=[
            ("yes", _("Yes, with all of it")),
            ("no", _("I raise my hand: something stands in the way")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say yes, or raise your hand. Or skip this.")},
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["about"] = forms.ChoiceField(
            label=_("Which line is it about?"),
            choices=[("", _("The whole list")), *((item["key"], item["text"]) for item in self.listed)],
            required=False,
            error_messages={"invalid_choice": _("This list has changed. Please look again.")},
        )
        self.fields["why"] = forms.CharField(
            label=_("What stands in the way?"),
            required=False,
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def clean(self) -> dict[str, Any]:
        """Who says yes raises no hand."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("yes") == "yes":
            cleaned["about"] = cleaned["why"] = ""
        return cleaned
