"""What a facilitator chooses for a closing reflection, and what one person says."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, SetupForm

LONGEST = 280
PARTS = (
    ("helped", _("What helped you take part today?")),
    ("hindered", _("What got in the way?")),
    ("take", _("One thing you take with you")),
)
ROOM, TEAM = "room", "team"


class ClosingReflectionSetup(SetupForm):
    """Whether people choose who reads it."""

    choose = forms.BooleanField(
        label=_("People can say it to the team only, not to the room"), required=False, initial=True
    )


class ClosingReflectionAnswer(AnswerForm):
    """Three short texts, at least one of them, and who may read them."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for name, label in PARTS:
            self.fields[name] = forms.CharField(
                label=label, required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2})
            )
        if self.setup.get("choose", True):
            self.fields["share"] = forms.ChoiceField(
                label=_("Who may read this?"),
                choices=[(ROOM, _("Everybody here: it goes on the wall")), (TEAM, _("Only the team"))],
                widget=forms.RadioSelect,
                error_messages={"required": _("Say who may read this.")},
            )

    def clean(self) -> dict[str, Any]:
        """One of the three is enough."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.get(name) for name, _label in PARTS):
            raise forms.ValidationError(_("Write in one of the boxes, or skip this."))
        return cleaned
