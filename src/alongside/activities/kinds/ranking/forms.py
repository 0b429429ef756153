"""What a facilitator chooses for a ranking, and one person's order: a place for each option."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import LinesField, OrderForm, SetupForm


class RankingSetup(SetupForm):
    """The options, and how many of them are put in order."""

    options = LinesField(
        label=_("What to put in order"),
        help_text=_("One on each line. 3 to 10; up to 7 is easier."),
        least=3,
        most=10,
        longest=80,
    )
    top = forms.IntegerField(
        label=_("How many of them does each person put in order?"),
        required=False,
        min_value=1,
        max_value=10,
        help_text=_("Leave it empty for all of them. The first 3 of a long list is kinder."),
    )


class RankingAnswer(OrderForm):
    """The order of one person: the place of each option by its number."""

    def things(self) -> list[tuple[str, str]]:
        """The options."""
        return [(str(number), text) for number, text in enumerate(self.setup["options"], 1)]
