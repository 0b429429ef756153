"""What a facilitator chooses for check-in and check-out, and the word of one person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, SetupForm

ROOM, TEAM = "room", "team"


class CheckInSetup(SetupForm):
    """What is asked at the end, and whether people can add a sentence."""

    at_end = forms.CharField(
        label=_("What do you ask at the end?"),
        max_length=120,
        initial=_("How do you leave, in one word?"),
        help_text=_("The question above is asked at the start."),
    )
    sentence = forms.BooleanField(label=_("People can add a sentence"), required=False, initial=True)


class CheckInAnswer(AnswerForm):
    """One word, a sentence if one likes, and who may read it."""

    word = forms.CharField(
        label=_("One word"),
        max_length=30,
        help_text=_("Any word, in any language."),
        error_messages={"required": _("Write one word, or skip this.")},
    )
    more = forms.CharField(
        label=_("A sentence to it"),
        required=False,
        max_length=160,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    share = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=[(ROOM, _("Everybody here: it goes on the wall")), (TEAM, _("Only the team"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say who may read it.")},
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        if not self.setup.get("sentence", True):
            del self.fields["more"]

    def clean_word(self) -> str:
        """With single spaces, so that the same word counts as the same."""
        return " ".join(self.cleaned_data["word"].split())


class CheckOutAnswer(CheckInAnswer):
    """The same at the end, with its own question."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["word"].label = self.setup.get("at_end") or self.fields["word"].label
