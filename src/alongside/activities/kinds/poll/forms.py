"""What a facilitator chooses for a poll, and what a partner picks. An option is known by its number in the list."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, LinesField, SetupForm


class PollSetup(SetupForm):
    """The options, and how many of them one person may pick."""

    options = LinesField(
        label=_("Answers to pick from"),
        help_text=_("One on each line. 2 to 10; fewer is easier."),
        most=10,
        longest=80,
    )
    most = forms.TypedChoiceField(
        label=_("How many may each person pick?"),
        choices=[
            ("1", _("One")),
            ("2", _("Up to two")),
            ("3", _("Up to three")),
            ("0", _("As many as they like")),
        ],
        coerce=int,
        initial=1,
        widget=forms.RadioSelect,
    )


class PollAnswer(AnswerForm):
    """One choice or several; the answer is `{"picks": ["2", "3"]}` with the numbers of the options."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        choices = [(str(number), option) for number, option in enumerate(self.setup["options"], 1)]
        self.most = int(self.setup.get("most", 1)) or len(choices)
        make = self._one if self.most == 1 else self._several
        self.fields["picks"] = make(choices)
        if self.most == 1 and isinstance(self.initial.get("picks"), list):
            self.initial["picks"] = next(iter(self.initial["picks"]), None)

    def _one(self, choices: list[tuple[str, str]]) -> forms.Field:
        return forms.ChoiceField(
            label=_("Pick one"),
            choices=choices,
            widget=forms.RadioSelect,
            error_messages={"required": _("Pick one answer, or skip this.")},
        )

    def _several(self, choices: list[tuple[str, str]]) -> forms.Field:
        everything = self.most >= len(choices)
        label = (
            _("Pick as many as you like") if everything else _("Pick up to %(most)s") % {"most": self.most}
        )
        return forms.MultipleChoiceField(
            label=label,
            choices=choices,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Pick an answer, or skip this.")},
        )

    def clean_picks(self) -> list[str]:
        """Always a list, never more than may be picked."""
        picks = self.cleaned_data["picks"]
        picks = [picks] if isinstance(picks, str) else sorted(set(picks), key=int)
        if len(picks) > self.most:
            raise forms.ValidationError(
                _("Pick up to %(most)s. You picked %(n)s.") % {"most": self.most, "n": len(picks)}
            )
        return picks
