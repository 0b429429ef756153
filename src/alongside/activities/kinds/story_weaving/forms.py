"""What a facilitator chooses for story weaving, a memory, and a piece of the story."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, PictureForm, SetupForm

START, END = "start", "end"


class StoryWeavingSetup(SetupForm):
    """How the story begins, if the facilitators want to give a first line."""

    begin = forms.CharField(
        label=_("The first line of the story, if you like"),
        required=False,
        max_length=200,
        help_text=_("For example: It is seven in the morning, and somebody rings a bell."),
    )


class Memory(PictureForm):
    """A memory: in words, as a picture, or both."""

    memory = forms.CharField(
        label=_("Your memory, in a few words"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("A moment you remember: where, when, what you saw. Please leave out names."),
    )

    def clean(self) -> dict[str, Any]:
        """Words or a picture: one of the two is enough."""
        cleaned = super().clean()
        if not cleaned.get("memory") and not cleaned.get("picture") and not self.errors:
            self.add_error("memory", _("Tell it in words, or give a picture, or skip this."))
        return cleaned


class Passage(AnswerForm):
    """A piece of the story, and where it belongs."""

    part = forms.ChoiceField(
        label=_("Where does it belong?"),
        error_messages={
            "required": _("Say where in the story this belongs."),
            "invalid_choice": _("The order has changed. Please say again where this belongs."),
        },
    )
    text = forms.CharField(
        label=_("What happens there?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One or two sentences. Others go on from yours."),
        error_messages={"required": _("Write it down first, or skip this.")},
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        places = [(item["key"], f"{n}. {item['text'][:60]}") for n, item in enumerate(self.listed, 1)]
        self.fields["part"].choices = [  # type: ignore[attr-defined]
            (START, _("At the start")),
            *places,
            (END, _("At the end")),
        ]
