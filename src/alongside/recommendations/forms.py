"""Forms of key points and recommendations. They check what was typed and save nothing."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.activities.queries import Said
from alongside.kit.ui.forms import PlainForm
from alongside.recommendations.models import HowDecided, KeyPoint, Meant, Outcome
from alongside.recommendations.saying import round_words
from alongside.resources.models import Version
from alongside.workshops.models import Round


def _lines(rows: int = 2) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class KeyPointForm(PlainForm, forms.Form):
    """A key point, and the words behind it."""

    text = forms.CharField(
        label=_("Key point"), max_length=300, widget=_lines(), help_text=_("What was said, in one sentence.")
    )
    words = forms.MultipleChoiceField(
        label=_("The words behind it"), required=False, widget=forms.CheckboxSelectMultiple
    )
    is_read_back = forms.BooleanField(label=_("I read it back. The room said yes"), required=False)

    def __init__(self, data: Any = None, *, said: list[Said], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["words"].choices = _as_choices(said)  # type: ignore[attr-defined]
        if not said:
            del self.fields["words"]

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        return {**given, "words": [UUID(pk) for pk in given.get("words", [])]}


def _as_choices(said: list[Said]) -> list[tuple[str, str]]:
    return [(str(one.contribution.pk), one.text) for one in said if one.text]


class TieForm(PlainForm, forms.Form):
    """Which words stand behind a key point."""

    words = forms.MultipleChoiceField(
        label=_("The words behind it"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, said: list[Said], point: KeyPoint) -> None:
        super().__init__(data, initial={"words": [str(row.pk) for row in point.words.all()]})
        self.fields["words"].choices = _as_choices(said)  # type: ignore[attr-defined]


class ReadBackForm(PlainForm, forms.Form):
    """The room's own wording."""

    text = forms.CharField(label=_("As the room says it"), max_length=300, widget=_lines())


class CheckForm(PlainForm, forms.Form):
    """Did I get that right? From a phone."""

    right = forms.ChoiceField(
        label=_("Did we get that right?"),
        choices=[("yes", _("Yes, that is right")), ("not_quite", _("Not quite"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label=_("How would you say it?"), max_length=300, required=False, widget=_lines())

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        is_right = self.cleaned_data["right"] == "yes"
        return {"is_right": is_right, "words": "" if is_right else self.cleaned_data["words"]}


class RecommendationForm(PlainForm, forms.Form):
    """What is asked for, and what it stands on."""

    title = forms.CharField(label=_("In a few words"), max_length=80)
    text = forms.CharField(label=_("What do partners ask for?"), widget=_lines(3))
    round = forms.ModelChoiceField(
        label=_("In which round?"), queryset=Round.objects.none(), empty_label=None
    )
    key_points = forms.ModelMultipleChoiceField(
        label=_("The key points it stands on"),
        queryset=KeyPoint.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick at least one key point. A recommendation stands on what people said.")
        },
    )

    def __init__(
        self, data: Any = None, *, rounds: list[Round], points: list[KeyPoint], **options: Any
    ) -> None:
        super().__init__(data, **options)
        _only(
            self.fields["round"], Round, [(each.pk, f"{round_words(each)}: {each.name}") for each in rounds]
        )
        _only(self.fields["key_points"], KeyPoint, [(each.pk, each.text) for each in points])


def _only(field: Any, model: Any, choices: list[tuple[int, str]]) -> None:
    """Let a field choose among things already at hand, without asking for them again."""
    field.queryset = model.objects.filter(pk__in=[pk for pk, _words in choices])
    field.choices = choices


class BesideOthers(PlainForm, forms.Form):
    """A form that stands on one page with others: its fields' ids begin with its own name."""

    def __init__(self, *args: Any, **options: Any) -> None:
        name = type(self).__name__.removesuffix("Form").lower()
        super().__init__(*args, **{"auto_id": f"{name}-%s", **options})


class DecideForm(BesideOthers):
    """What was decided, and how."""

    text = forms.CharField(label=_("What was decided"), widget=_lines())
    how = forms.ChoiceField(label=_("How?"), choices=HowDecided.choices, widget=forms.RadioSelect)
    who = forms.CharField(
        label=_("Who was there"), max_length=300, required=False, help_text=_("Groups and numbers, no names.")
    )
    dissent = forms.CharField(label=_("Who saw it differently, and why"), required=False, widget=_lines())
    decided_on = forms.DateField(label=_("When"), widget=_day(), initial=timezone.localdate)


HINTS = {
    Outcome.ADOPTED: _("We do it"),
    Outcome.ADAPTED: _("We do it another way"),
    Outcome.PARTLY: _("We do some of it"),
    Outcome.PASSED_ON: _("We pass it on"),
    Outcome.DECLINED: _("We don’t, and say why"),
}
SHORT = {
    Outcome.ADOPTED: _("Yes"),
    Outcome.ADAPTED: _("Yes, adapted"),
    Outcome.PARTLY: _("In part"),
    Outcome.PASSED_ON: _("Beyond us"),
    Outcome.DECLINED: _("No"),
}


class RespondForm(BesideOthers):
    """The answer, and why."""

    outcome = forms.ChoiceField(
        label=_("What did you decide?"), choices=list(SHORT.items()), widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Why"), widget=_lines(3), help_text=_("Partners will read this. Be honest and kind.")
    )
    passed_to = forms.CharField(
        label=_("Passed on to"),
        max_length=200,
        required=False,
        help_text=_("Only when it is beyond you: to whom?"),
    )
    promised_by = forms.DateField(
        label=_("Changed by"), widget=_day(), required=False, help_text=_("Only if you promise a day.")
    )

    def clean(self) -> dict[str, Any]:
        """What is passed on goes to somebody."""
        given = super().clean() or {}
        if given.get("outcome") == Outcome.PASSED_ON and not given.get("passed_to", "").strip():
            self.add_error("passed_to", _("Say to whom you passed it on."))
        return given


class ImpactForm(BesideOthers):
    """What changed, and where."""

    is_change = forms.ChoiceField(
        label=_("Did something change?"),
        choices=[("yes", _("Yes, something changed")), ("no", _("No, nothing changed"))],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("What happened to it"),
        widget=_lines(),
        help_text=_("If nothing changed, say why. That is an honest answer."),
    )
    version = forms.ModelChoiceField(
        label=_("In which version?"),
        queryset=Version.objects.none(),
        required=False,
        empty_label=_("None of these"),
    )
    place = forms.CharField(
        label=_("Where in it?"),
        max_length=120,
        required=False,
        help_text=_("A heading, or a few words from the place."),
    )

    def __init__(self, data: Any = None, *, versions: list[Version], **options: Any) -> None:
        super().__init__(data, **options)
        field: Any = self.fields["version"]
        field.queryset = Version.objects.filter(pk__in=[each.pk for each in versions])
        field.choices = [("", field.empty_label), *((each.pk, str(each)) for each in versions)]
        if not versions:
            del self.fields["version"]
            del self.fields["place"]

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        return {**self.cleaned_data, "is_change": self.cleaned_data["is_change"] == "yes"}


class RoomForm(BesideOthers):
    """In which room it was read out."""

    room = forms.CharField(
        label=_("Where was it read out?"), max_length=200, help_text=_("For example: at the start of round 2")
    )


class MeantForm(PlainForm, forms.Form):
    """“Is this what you meant?”"""

    meant = forms.ChoiceField(
        label=_("Is this what you meant?"), choices=Meant.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(label=_("What did you mean?"), required=False, widget=_lines(), max_length=1000)

    def clean(self) -> dict[str, Any]:
        """“Not quite” comes with words."""
        given = super().clean() or {}
        if given.get("meant") == Meant.NOT_QUITE and not given.get("words", "").strip():
            self.add_error("words", _("Tell us what you meant. A few words are enough."))
        return given
