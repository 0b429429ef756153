"""The cards that a facilitator writes, and one answer to one of them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, LinesField, SetupForm
from alongside.activities.kinds.what_if_cards.tally import cards_of

MOST = 6


class WhatIfCardsSetup(SetupForm):
    """Questions, each with the finding behind it."""

    cards = LinesField(
        label=_("The cards"),
        help_text=_(
            "One on each line: a made-up question, then in brackets the finding it comes from. For example: What if my "
            "client shouts at me? (Workers told us of harsh words near the end.)"
        ),
        least=1,
        most=MOST,
        longest=300,
    )
    time = forms.CharField(
        label=_("When is the card for?"),
        max_length=40,
        initial=_("5 minutes in a team meeting"),
        help_text=_("It stands on the front of each card."),
    )

    def clean_cards(self) -> list[str]:
        """Every card is a question and names its finding."""
        lines: list[str] = self.cleaned_data["cards"]
        for _number, question, finding in cards_of({"cards": lines}):
            if not question.endswith("?") or len(question) > 120:
                raise forms.ValidationError(_("Each card begins with a question of up to 120 letters."))
            if not finding:
                raise forms.ValidationError(
                    _("Say behind each question, in brackets, which finding it comes from.")
                )
        return lines


class CardAnswer(AnswerForm):
    """What one person would do."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["card"] = forms.ChoiceField(
            label=_("Which card?"),
            choices=[(number, question) for number, question, _finding in cards_of(self.setup)],
            widget=forms.RadioSelect,
            error_messages={"required": _("Say which card you answer.")},
        )
        self.fields["answer"] = forms.CharField(
            label=_("What should they do, or say?"),
            max_length=160,
            help_text=_("One thing at a time. Start with a doing word: stay, say, ring …"),
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={"required": _("Write it down first, or skip this.")},
        )
