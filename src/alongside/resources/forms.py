"""Forms for resources and their versions."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.kit.ui.forms import PlainForm
from alongside.resources.models import ResourceKind, Tier, Topic, Version
from alongside.workshops.models import Series


class ResourceForm(PlainForm, forms.Form):
    """What it is, and for whom."""

    title = forms.CharField(label=_("What is it called?"), max_length=200)
    kind = forms.ChoiceField(label=_("What is it?"), choices=ResourceKind.choices, widget=forms.RadioSelect)
    tier = forms.ChoiceField(label=_("Who is it for?"), choices=Tier.choices, widget=forms.RadioSelect)
    topics = forms.ModelMultipleChoiceField(
        label=_("Topics"), queryset=Topic.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    licence = forms.CharField(
        label=_("Who may use it, and how"),
        max_length=80,
        required=False,
        help_text=_("For example: CC BY 4.0"),
    )

    def __init__(self, data: Any = None, *, series: Series) -> None:
        super().__init__(data)
        self.fields["topics"].queryset = series.topics.all()  # type: ignore[attr-defined]
        if not series.topics.exists():
            del self.fields["topics"]


class VersionForm(PlainForm, forms.Form):
    """The text of a version."""

    name = forms.CharField(
        label=_("Name of this version"), max_length=80, help_text=_("For example: Draft 2")
    )
    summary = forms.CharField(
        label=_("What is new in it"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    text = forms.CharField(
        label=_("The text"),
        required=False,
        help_text=_("A line that begins with ## is a heading. Changes can point at headings."),
        widget=forms.Textarea(attrs={"rows": 18}),
    )
    link = forms.URLField(
        assume_scheme="https",
        label=_("Or a link to it"),
        required=False,
        help_text=_("When it is kept somewhere else, such as a video."),
    )

    def clean(self) -> dict[str, Any]:
        """Something must be in it."""
        given = super().clean() or {}
        if not self.errors and not given.get("text", "").strip() and not given.get("link"):
            self.add_error("text", _now("Write the text, or add a link to it."))
        return given

    @classmethod
    def following(cls, newest: Version | None, data: Any = None) -> "VersionForm":
        """For the next version: it begins with the text of the newest."""
        number = (newest.number if newest else 0) + 1
        begin = {"name": _now("Draft {number}").format(number=number)}
        return cls(data, initial=begin | ({"text": newest.text, "link": newest.link} if newest else {}))

    @classmethod
    def of(cls, version: Version, data: Any = None) -> "VersionForm":
        """For writing on in a version."""
        return cls(
            data, initial={name: getattr(version, name) for name in ("name", "summary", "text", "link")}
        )
