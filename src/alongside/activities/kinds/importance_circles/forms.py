"""What a facilitator chooses for importance circles, and where one person puts the cards."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, LinesField, SetupForm
from alongside.activities.kinds.importance_circles.tally import cards_of

INNER, OUTER, UNSURE = "in", "out", "unsure"
BLANKS = 2
PLACES = [(INNER, _("Inner circle")), (OUTER, _("Outer circle")), (UNSURE, _("Not sure"))]


class ImportanceCirclesSetup(SetupForm):
    """The cards, and against what they are judged."""

    context = forms.CharField(
        label=_("Important for what?"),
        max_length=160,
        help_text=_("Say it exactly. For example: for a worker’s first months."),
    )
    cards = LinesField(
        label=_("The cards"),
        help_text=_("One on each line. 3 to 12; six is a good number."),
        least=3,
        most=12,
    )


class PlaceCards(AnswerForm):
    """A circle for each card: `{"c1": "in", "t1": "why", …}`. The list's cards are there too once they are made."""

    own_cards = 0

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.keys = [key for key, _text in cards_of(self.setup)]
        for key, text in cards_of(self.setup):
            self.fields[f"c{key}"] = forms.ChoiceField(
                label=text, choices=PLACES, required=False, widget=forms.RadioSelect
            )
            self.fields[f"t{key}"] = forms.CharField(label=_("Why?"), required=False, max_length=200)
        for number in range(1, self.own_cards + 1):
            self.fields[f"n{number}"] = forms.CharField(
                label=_("A card of my own"), required=False, max_length=120
            )

    @property
    def cards(self) -> Sequence[tuple[forms.BoundField, forms.BoundField]]:
        """Each card with the box for its comment."""
        return [(self[f"c{key}"], self[f"t{key}"]) for key in self.keys]

    @property
    def blanks(self) -> Sequence[forms.BoundField]:
        """The blank cards."""
        return [self[f"n{number}"] for number in range(1, self.own_cards + 1)]

    def clean(self) -> dict[str, Any]:
        """One card placed, or one card written, is enough."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(
            value for name, value in cleaned.items() if name[0] in "cn" and value != UNSURE
        ):
            raise forms.ValidationError(_("Put one card into a circle at least, or skip this."))
        return cleaned


class PlaceAlone(PlaceCards):
    """The first time, alone: two blank cards are there too."""

    own_cards = BLANKS


class PlaceTogether(PlaceCards):
    """After the talk: the same cards, and those that people wrote."""
