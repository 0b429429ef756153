"""What a facilitator chooses for build and tell, a model with its story, and a link between two parts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, PictureForm, SetupForm


class BuildAndTellSetup(SetupForm):
    """What people build with."""

    material = forms.CharField(
        label=_("What do people build with?"),
        initial=_("bricks, clay, or things from a drawer"),
        max_length=120,
        help_text=_("People far away use what they have at hand."),
    )


class Model(PictureForm):
    """A model: its name, and what it stands for."""

    name = forms.CharField(
        label=_("What is your model called?"),
        max_length=80,
        help_text=_("A few words, like a title."),
        error_messages={"required": _("Give your model a name, or skip this.")},
    )
    story = forms.CharField(
        label=_("What does it stand for?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Point at the parts and say what they mean. Please leave out names."),
        error_messages={"required": _("Tell what it stands for, or skip this.")},
    )


class Link(AnswerForm):
    """What holds two parts of the shared model together: `{"a": key, "b": key, "why": words}`."""

    why = forms.CharField(
        label=_("What holds them together?"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say what holds them together, or skip this.")},
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        parts = [(item["key"], f"{n}. {item['text'][:60]}") for n, item in enumerate(self.listed, 1)]
        for name, label in (("a", _("From this part")), ("b", _("To this part"))):
            self.fields[name] = forms.ChoiceField(
                label=label,
                choices=[("", _("Pick a part")), *parts],
                error_messages={
                    "required": _("Pick two parts that belong together."),
                    "invalid_choice": _("The shared model has changed. Please pick again."),
                },
            )
        self.order_fields(["a", "b", "why"])

    def clean(self) -> dict[str, Any]:
        """Two parts, not one."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("a") and cleaned.get("a") == cleaned.get("b"):
            self.add_error("b", _("Pick two different parts."))
        return cleaned
