"""What a facilitator chooses, the ideas, and the two rankings."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, OrderForm, SetupForm

LONGEST = 200


class NominalGroupSetup(SetupForm):
    """How many ideas each person puts in order."""

    top = forms.IntegerField(
        label=_("How many ideas does each person put in order?"),
        initial=5,
        min_value=3,
        max_value=10,
        help_text=_("Five to seven works well."),
    )


class Idea(AnswerForm):
    """One idea, written in quiet."""

    idea = forms.CharField(
        label=_("One idea"),
        max_length=LONGEST,
        help_text=_("One at a time. Nobody sees whose it is."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write your idea first, or skip this.")},
    )


class Order(OrderForm):
    """The most important ideas of the list, by place."""

    def things(self) -> list[tuple[str, str]]:
        """The ideas on the list."""
        return [(item["key"], item["text"]) for item in self.listed]
