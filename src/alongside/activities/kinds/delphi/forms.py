"""What a facilitator fixes before a Delphi, and the scores of one person in one round."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, LinesField, SetupForm
from alongside.activities.kinds.delphi.tally import items_of, place

CANNOT_SAY = "x"
SCORES = [(str(score), str(score)) for score in range(1, 10)] + [(CANNOT_SAY, _("I can’t say"))]
BLANKS = 2


class DelphiSetup(SetupForm):
    """The statements and the rule. Once people have scored, neither can be changed."""

    items = LinesField(
        label=_("The statements"), help_text=_("One on each line. 2 to 20."), least=2, most=20, longest=160
    )
    low_word = forms.CharField(label=_("What does 1 mean?"), max_length=40, initial=_("does not matter"))
    high_word = forms.CharField(label=_("What does 9 mean?"), max_length=40, initial=_("matters most"))
    least = forms.IntegerField(
        label=_("In, when so many percent score 7 to 9"),
        help_text=_("Most teams use 70. It is the same for out, with 1 to 3."),
        initial=70,
        min_value=51,
        max_value=100,
    )
    against = forms.IntegerField(
        label=_("And fewer than so many percent are on the other side"), initial=15, min_value=1, max_value=50
    )
    panel = forms.IntegerField(
        label=_("How many people are asked, if you know?"),
        help_text=_("Then every round says how many of them answered."),
        required=False,
        min_value=2,
        max_value=5000,
    )


class Scores(AnswerForm):
    """A score and, if one likes, a reason for each statement: `{"s1": "7", "t1": "why", …}`."""

    blanks = 0

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.items = items_of(self.setup)
        for key, text in self.items:
            self.fields[f"s{key}"] = forms.ChoiceField(
                label=text, choices=SCORES, required=False, widget=forms.RadioSelect
            )
            self.fields[f"t{key}"] = forms.CharField(label=_("Why?"), required=False, max_length=200)
        for number in range(1, self.blanks + 1):
            self.fields[f"n{number}"] = forms.CharField(
                label=_("A statement that is missing"), required=False, max_length=160
            )

    @property
    def cards(self) -> Sequence[Mapping[str, Any]]:
        """Each open statement with its boxes, what the group said before, and what this phone said."""
        before = {row["key"]: row for row in self.so_far.get("items", ())}
        mine = self._mine()
        return [
            {
                "score": self[f"s{key}"],
                "why": self[f"t{key}"],
                "before": before.get(key, {}).get("now"),
                "said": before.get(key, {}).get("why", ()),
                "mine": mine.get(key, ""),
                "mine_at": place(int(mine[key])) if key in mine else None,
            }
            for key, _text in self.items
            if before.get(key, {}).get("state", "none") == "none"
        ]

    @property
    def settled(self) -> Sequence[Mapping[str, Any]]:
        """What earlier rounds settled already."""
        return [row for row in self.so_far.get("items", ()) if row["state"] != "none"]

    def _mine(self) -> dict[str, str]:
        answers = [answer for slot in sorted(self.own) for answer in self.own[slot]]
        return {
            name[1:]: str(value)
            for answer in answers
            for name, value in answer.items()
            if name[0] == "s" and str(value).isdecimal()
        }

    @property
    def missing(self) -> Sequence[forms.BoundField]:
        """The blank lines for statements of one's own."""
        return [self[f"n{number}"] for number in range(1, self.blanks + 1)]

    def clean(self) -> dict[str, Any]:
        """One score at least, or one statement."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        has_any = any(
            value and value != CANNOT_SAY
            for name, value in cleaned.items()
            if name[0] == "s" or name[0] == "n"
        )
        if not self.errors and not has_any:
            raise forms.ValidationError(_("Score one statement at least, or skip this."))
        return cleaned


class FirstScores(Scores):
    """Round 1: people can add statements."""

    blanks = BLANKS
