"""Forms of the team's desk: series, rounds, sessions, agenda, packs, ways of working, attendance."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.ui.forms import PlainForm
from alongside.people.models import Account
from alongside.projects.models import Partner, Project
from alongside.workshops.models import AgendaItem, Pack, Round, Series, Session

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SeriesForm(PlainForm, forms.ModelForm):
    """What a series says about itself."""

    class Meta:
        model = Series
        fields = ["name", "purpose", "expect", "pay", "recording", "starts_on", "ends_on"]
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 3}),
            "expect": forms.Textarea(attrs={"rows": 3}),
            "starts_on": DAY,
            "ends_on": DAY,
        }
        labels = {
            "name": _("Name of the series"),
            "purpose": _("What is it for?"),
            "expect": _("What partners can expect, in plain words"),
            "pay": _("What partners are paid"),
            "recording": _("What happens with recordings"),
            "starts_on": _("First day"),
            "ends_on": _("Last day"),
        }
        help_texts = {
            "pay": _("In pounds and in words, such as: £55 for the workshop, £13.80 for reading the pack."),
            "recording": _(
                "Such as: we do not record. Or: we record, and delete it once your ideas are in the training."
            ),
        }


class NewSeriesForm(SeriesForm):
    """A new series also needs its project."""

    project = forms.ModelChoiceField(Project.objects.none(), label=_("Project"), empty_label=None)
    field_order = ["name", "project"]

    def __init__(self, *args: Any, projects: Sequence[Project], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["project"]
        field.queryset = Project.objects.filter(pk__in=[project.pk for project in projects])  # type: ignore[attr-defined]


class RoundForm(PlainForm, forms.ModelForm):
    """A round: name and purpose."""

    class Meta:
        model = Round
        fields = ["name", "purpose"]
        widgets = {"purpose": forms.Textarea(attrs={"rows": 2})}
        labels = {"name": _("Name of the round"), "purpose": _("What is it for?")}


class SessionForm(PlainForm, forms.ModelForm):
    """A workshop: when, where, for whom."""

    class Meta:
        model = Session
        fields = ["name", "group", "mode", "place", "starts_at", "minutes"]
        widgets = {
            "starts_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        }
        labels = {
            "name": _("Name of the workshop"),
            "group": _("For whom"),
            "mode": _("Where"),
            "place": _("Place or meeting link"),
            "starts_at": _("Day and time"),
            "minutes": _("Minutes"),
        }
        help_texts = {
            "group": _(
                "Keep groups apart where people could not speak freely, such as workers and managers."
            ),
            "place": _("Partners see it."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].empty_label = _("Everybody together")  # type: ignore[attr-defined]


class FacilitatorsForm(PlainForm, forms.Form):
    """The two who guide a workshop."""

    first = forms.ModelChoiceField(
        Account.objects.none(), label=_("Leads"), empty_label=_("Nobody yet"), required=False
    )
    second = forms.ModelChoiceField(
        Account.objects.none(),
        label=_("Makes sure no point is missed"),
        empty_label=_("Nobody yet"),
        required=False,
    )

    def __init__(self, *args: Any, able: Sequence[Account], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.queryset = Account.objects.filter(pk__in=[each.pk for each in able])  # type: ignore[attr-defined]

    def named(self) -> list[Account]:
        """Those picked, in order."""
        picked = (self.cleaned_data.get("first"), self.cleaned_data.get("second"))
        return [account for account in picked if account is not None]


class AgendaForm(PlainForm, forms.ModelForm):
    """A step of the agenda."""

    class Meta:
        model = AgendaItem
        fields = ["title", "minutes", "guide", "asks", "bring"]
        widgets = {"guide": forms.Textarea(attrs={"rows": 4}), "asks": forms.Textarea(attrs={"rows": 3})}
        labels = {
            "title": _("Step"),
            "minutes": _("Minutes"),
            "guide": _("What to do and say"),
            "asks": _("Questions to ask, one a line"),
            "bring": _("Things to bring"),
        }


class QuickStepForm(AgendaForm):
    """A step in one line: title and minutes."""

    class Meta(AgendaForm.Meta):
        fields = ["title", "minutes"]


class PackForm(PlainForm, forms.ModelForm):
    """What partners read before."""

    class Meta:
        model = Pack
        fields = ["title", "text", "reading_minutes"]
        widgets = {"text": forms.Textarea(attrs={"rows": 16})}
        labels = {"title": _("Title"), "text": _("Text"), "reading_minutes": _("Minutes to read")}
        help_texts = {
            "text": _("A line with ## before it is a heading. A line with - before it is a point in a list."),
            "reading_minutes": _("Reading time is paid time."),
        }


class WaysForm(PlainForm, forms.Form):
    """How we work together: one thing a line."""

    dos = forms.CharField(
        label=_("We will"),
        help_text=_("One thing a line."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=4000,
    )
    donts = forms.CharField(
        label=_("We won’t"),
        help_text=_("One thing a line."),
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        max_length=4000,
    )
    made_with = forms.CharField(label=_("Who wrote this version together?"), required=False, max_length=200)

    def clauses(self) -> list[tuple[bool, str, str]]:
        """(is it a do, topic, text) for each line."""
        return [
            (is_do, "", line.strip())
            for is_do, name in ((True, "dos"), (False, "donts"))
            for line in self.cleaned_data[name].splitlines()
            if line.strip()
        ]

    def clean(self) -> dict[str, Any]:
        """Each thing fits on a phone."""
        given = super().clean() or self.cleaned_data
        for name in ("dos", "donts"):
            if any(len(line.strip()) > 300 for line in given.get(name, "").splitlines()):
                self.add_error(name, _("One of the lines is too long. Please keep each under 300 letters."))
        return given


class PartnersForm(PlainForm, forms.Form):
    """Some of the partners on a list."""

    partners = forms.ModelMultipleChoiceField(
        Partner.objects.none(), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, among: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partners"].queryset = Partner.objects.filter(pk__in=among)  # type: ignore[attr-defined]


class WhyForm(PlainForm, forms.Form):
    """Why a session went another way."""

    because = forms.CharField(
        label=_("Why did this workshop go another way?"),
        help_text=_("A few words, if you like. For example: people wanted more time to talk."),
        required=False,
        max_length=200,
    )


class NotesForm(PlainForm, forms.ModelForm):
    """Notes of a workshop."""

    class Meta:
        model = Session
        fields = ["notes"]
        widgets = {"notes": forms.Textarea(attrs={"rows": 8})}
        labels = {"notes": _("Notes without names")}
