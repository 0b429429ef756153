"""The picture in a form: a box to choose or take a photo, and the questions about it."""

import uuid
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PICTURES = "image/jpeg,image/png,image/webp"
"""What a phone is asked for. Named one by one, so that phones hand over a JPEG of what they keep in their own form."""


class PictureInput(forms.FileInput):
    """A box to choose or take a photo. The picture itself is kept apart; the form carries its id in a hidden field."""

    template_name = "activities/parts/picture_input.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The id of the picture that is kept already, and how the box is called."""
        context = super().get_context(name, None, attrs)
        context["widget"] |= {"kept": value or "", "file_name": file_name(name)}
        context["widget"]["attrs"].setdefault("accept", PICTURES)
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """The id, unless it is to be left out. A file that came along was kept before, and its id put in here."""
        return "" if data.get(f"{name}_off") else data.get(name)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Left out like any field."""
        return name not in data


def file_name(field: str) -> str:
    """How the file of a picture field is called in a form that is posted without a script."""
    return f"{field}_file"


class PictureField(forms.CharField):
    """A picture: the cleaned value is its id, or an empty text. That it is there and one's own is checked when kept."""

    widget = PictureInput

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, **options})

    def clean(self, value: Any) -> str:
        """The id in its normal form."""
        text = str(super().clean(value) or "")
        try:
            return str(uuid.UUID(text)) if text else ""
        except ValueError:
            raise forms.ValidationError(
                _("Something got lost on the way. Choose the picture again.")
            ) from None


class PictureQuestions(forms.Form):
    """What is asked about a picture, to be mixed into the form of an answer (`api.PictureForm`)."""

    picture = PictureField(
        label=_("Take a photo, or choose one"),
        help_text=_("No faces, and no names that can be read. We remove where it was taken."),
    )
    picture_alt = forms.CharField(
        label=_("What can be seen in it, for people who cannot see it?"),
        max_length=250,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It goes on the wall with these words."),
    )
    picture_rights = forms.ChoiceField(
        label=_("Is it yours to show?"),
        choices=[("mine", _("I took it, or made it")), ("may", _("Somebody else did, and I may use it"))],
        required=False,
        widget=forms.RadioSelect,
    )
    picture_may_see = forms.ChoiceField(
        label=_("Who may see it?"),
        choices=[
            ("room", _("The people in this workshop, and the team")),
            ("project", _("Everyone in this project")),
            ("everyone", _("Everyone, outside too")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        """With a picture, all three are answered; without one, none is kept."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        about = ("picture_alt", "picture_rights", "picture_may_see")
        if not cleaned.get("picture"):
            return cleaned | dict.fromkeys(about, "") if "picture" not in self.errors else cleaned
        for name in about:
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, str(_ABOUT_PICTURE[name]))
        return cleaned


_ABOUT_PICTURE: dict[str, Promise] = {
    "picture_alt": _("Say in a few words what can be seen in the picture."),
    "picture_rights": _("Say if the picture is yours to show."),
    "picture_may_see": _("Say who may see the picture."),
}
