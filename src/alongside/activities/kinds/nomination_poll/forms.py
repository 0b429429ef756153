"""What a facilitator chooses for a nomination poll, and what one person names."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import AnswerForm, LinesField, SetupForm
from alongside.activities.kinds.nomination_poll.tally import CHOOSE, NOMINATE, options_of

LONGEST = 120


class NominationPollSetup(SetupForm):
    """What there is to talk about, how many things one person names, and whether they may add some."""

    options = LinesField(
        label=_("What is there to talk about?"),
        help_text=_("One on each line. 2 to 15."),
        most=15,
        longest=LONGEST,
    )
    most = forms.IntegerField(
        label=_("How many may each person name?"),
        initial=2,
        min_value=1,
        max_value=10,
        help_text=_("Two or three makes a clear order."),
    )
    own = forms.BooleanField(
        label=_("People may name something that is missing"), required=False, initial=True
    )


class _Picks(AnswerForm):
    """Things picked of a list: `{"picks": [keys], …}`, never more than may be picked."""

    stage = NOMINATE

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        choices = options_of(self.setup, self.stage)
        self.most = min(int(self.setup["most"]), len(choices))
        label = ngettext("Pick %(n)s", "Pick up to %(n)s", self.most) % {"n": self.most}
        self.fields["picks"] = forms.MultipleChoiceField(
            label=label,
            choices=choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": _("This list has changed. Please pick again.")},
        )

    def clean(self) -> dict[str, Any]:
        """One thing at least, each once; what a person names themselves counts as one."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned["picks"] = list(dict.fromkeys(cleaned.get("picks", ())))
        named = len(cleaned["picks"]) + bool(cleaned.get("own"))
        if not named and not self.errors:
            raise forms.ValidationError(_("Pick one at least, or skip this."))
        if named > self.most:
            raise forms.ValidationError(
                _("You can name %(most)s. You named %(n)s.") % {"most": self.most, "n": named}
            )
        return cleaned


class Nominate(_Picks):
    """The first round: from the list, or in one's own words."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        if self.setup.get("own", True):
            self.fields["own"] = forms.CharField(
                label=_("Something is missing? Name it here"),
                required=False,
                max_length=LONGEST,
                help_text=_("In a few words. It counts as one of yours."),
            )


class Choose(_Picks):
    """The second round, with what people named: it sets the order."""

    stage = CHOOSE
