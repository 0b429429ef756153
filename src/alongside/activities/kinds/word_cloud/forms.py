"""What a facilitator chooses for a word cloud, and what a partner fills in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, SetupForm

LONGEST = 30
LABELS = (_("Your first word"), _("One more?"), _("And another?"), _("And another?"), _("A last one?"))


class WordCloudSetup(SetupForm):
    """How many words each person may give."""

    words = forms.IntegerField(
        label=_("How many words each?"),
        initial=3,
        min_value=1,
        max_value=len(LABELS),
        help_text=_("3 works well."),
    )


class WordCloudAnswer(AnswerForm):
    """One to five words or short phrases; only the first is asked for."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for number in range(int(self.setup.get("words", 3))):
            self.fields[f"w{number + 1}"] = forms.CharField(
                label=LABELS[number],
                max_length=LONGEST,
                required=number == 0,
                widget=forms.TextInput(attrs={"maxlength": LONGEST, "autocomplete": "off"}),
                error_messages={
                    "required": _("Write one word, or skip this."),
                    "max_length": _("This is long for the wall. Use up to %(limit_value)d letters."),
                },
            )
