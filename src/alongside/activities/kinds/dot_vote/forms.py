"""What a facilitator chooses for a dot vote, and the dots of one person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, LinesField, SetupForm

MOST = 20


def dots_for(options: int) -> int:
    """A third of the options, rounded up: few enough to make people choose."""
    return -(-options // 3)


class DotVoteSetup(SetupForm):
    """The options, how many dots each person has, and whether they may put several on one."""

    options = LinesField(
        label=_("What to vote on"),
        help_text=_("One on each line. 3 to 20. They cannot change once the vote is open."),
        least=3,
        most=MOST,
        longest=80,
    )
    dots = forms.IntegerField(
        label=_("How many dots has each person?"),
        required=False,
        min_value=1,
        max_value=MOST,
        help_text=_("Leave it empty for a third of the options."),
    )
    stack = forms.BooleanField(
        label=_("People may put more than one dot on the same thing"), required=False, initial=True
    )

    def clean(self) -> dict[str, Any]:
        """An empty number of dots becomes a third of the options."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("options") and not cleaned.get("dots"):
            cleaned["dots"] = dots_for(len(cleaned["options"]))
        return cleaned


class DotVoteAnswer(AnswerForm):
    """How many dots go on each option: `{"o1": 2, "o3": 1, …}` by the number of the option."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.dots = int(self.setup.get("dots") or dots_for(len(self.setup["options"])))
        self.most_on_one = self.dots if self.setup.get("stack", True) else 1
        for number, option in enumerate(self.setup["options"], 1):
            self.fields[f"o{number}"] = forms.IntegerField(
                label=option,
                required=False,
                min_value=0,
                max_value=self.most_on_one,
                widget=forms.NumberInput(
                    attrs={"inputmode": "numeric", "min": 0, "max": self.most_on_one, "data-dots": ""}
                ),
                error_messages={
                    "invalid": _("Write how many dots, as a number."),
                    "min_value": _("Dots cannot be less than none."),
                    "max_value": _("You can put %(limit_value)s here at most."),
                },
            )

    def clean(self) -> dict[str, Any]:
        """At least one dot, and never more than a person has."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        given = {name: int(n or 0) for name, n in cleaned.items()}
        spent = sum(given.values())
        if not self.errors and not spent:
            raise forms.ValidationError(_("Put down one dot at least, or skip this."))
        if spent > self.dots:
            raise forms.ValidationError(
                _("You have %(dots)s dots. You put down %(spent)s.") % {"dots": self.dots, "spent": spent}
            )
        return given
