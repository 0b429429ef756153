"""What a facilitator chooses for do's and don'ts, the statements, and the two polls about them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, SetupForm

LONGEST = 160
DO, DONT = "do", "dont"
HEADINGS = ((DO, _("Do")), (DONT, _("Don’t")))


class DosAndDontsSetup(SetupForm):
    """How many of each list one person may pick in the polls."""

    picks = forms.IntegerField(
        label=_("How many may each person pick from each list?"),
        initial=3,
        min_value=1,
        max_value=10,
        help_text=_("A third of the list works well."),
    )


class Statement(AnswerForm):
    """One do, or one don't."""

    polarity = forms.ChoiceField(
        label=_("Is it a do or a don’t?"),
        choices=HEADINGS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say if this is a do or a don’t.")},
    )
    text = forms.CharField(
        label=_("In a few words"),
        max_length=LONGEST,
        help_text=_("Start with a doing word: ask, listen, wait …"),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write it down first, or skip this.")},
    )


class _Picks(AnswerForm):
    """The most important of one list; the answer is `{"picks": [keys of items]}`."""

    heading = ""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.most = int(self.setup.get("picks", 3))
        choices = [(item["key"], item["text"]) for item in self.listed if item["heading"] == self.heading]
        self.fields["picks"] = forms.MultipleChoiceField(
            label=_("Pick up to %(most)s") % {"most": self.most},
            choices=choices,
            widget=forms.CheckboxSelectMultiple,
            error_messages={
                "required": _("Pick one at least, or skip this."),
                "invalid_choice": _("This list has changed. Please pick again."),
            },
        )

    def clean_picks(self) -> list[str]:
        """Each once, never more than may be picked."""
        picks = list(dict.fromkeys(self.cleaned_data["picks"]))
        if len(picks) > self.most:
            raise forms.ValidationError(
                _("Pick up to %(most)s. You picked %(n)s.") % {"most": self.most, "n": len(picks)}
            )
        return picks


class PickDos(_Picks):
    """The poll about the do's."""

    heading = DO


class PickDonts(_Picks):
    """The poll about the don'ts."""

    heading = DONT
