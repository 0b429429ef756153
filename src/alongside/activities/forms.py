"""Forms of the activities' pages. What is special about a kind is in the kind's own forms."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.models import Activity
from alongside.kit.ui.forms import PlainForm
from alongside.workshops.models import Seat

PURPOSES = (
    ("warm_up", _("warm up")),
    ("gather", _("gather what people think")),
    ("make_sense", _("make sense of it together")),
    ("choose", _("choose")),
    ("check", _("check what we have")),
    ("learn", _("learn from each other")),
    ("make", _("make something together")),
    ("decide", _("decide")),
)
MODES = (
    ("room", _("In a room")),
    ("online", _("Online")),
    ("phone", _("On the phone line")),
    ("post", _("By post")),
)
SITUATIONS = (
    ("strangers", _("People do not know each other yet")),
    ("power", _("Some have more say than others")),
    ("reading", _("Reading is hard for some")),
)


class ChooserForm(PlainForm, forms.Form):
    """What a team has before it when it looks for an activity. Every question can be left out."""

    purpose = forms.ChoiceField(
        label=_("You want to"), choices=[("", _("anything")), *PURPOSES], required=False
    )
    people = forms.IntegerField(label=_("How many people?"), min_value=1, max_value=5000, required=False)
    minutes = forms.IntegerField(label=_("How many minutes?"), min_value=1, max_value=1000, required=False)
    mode = forms.ChoiceField(
        label=_("How do you meet?"), choices=[("", _("any way")), *MODES], required=False
    )
    situations = forms.MultipleChoiceField(
        label=_("Is any of this so?"),
        choices=SITUATIONS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class QuestionForm(PlainForm, forms.Form):
    """What every activity has: its question, how long it takes, and whether names show."""

    question = forms.CharField(
        label=_("The question"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("As you would say it. One idea."),
    )
    hint = forms.CharField(
        label=_("A line under it"),
        max_length=200,
        required=False,
        help_text=_("For example: Think of one time. Any language is fine."),
    )
    title = forms.CharField(
        label=_("Its name on the run sheet"), max_length=120, help_text=_("Short. Everybody sees it.")
    )
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=240)
    names = forms.ChoiceField(
        label=_("Do names show?"),
        initial="no",
        choices=[
            ("no", _("No. Nobody, not even the team, can tell who said what.")),
            ("yes", _("Yes. Room names show, and people are told before they type.")),
        ],
        widget=forms.RadioSelect,
    )

    @classmethod
    def of(cls, activity: Activity, data: Any = None) -> "QuestionForm":
        """The form filled with an activity as it stands."""
        fields = {name: getattr(activity, name) for name in ("question", "hint")}
        item = {"title": activity.item.title, "minutes": activity.item.minutes}
        return cls(data, initial={**fields, **item, "names": "no" if activity.is_anonymous else "yes"})

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        values = dict(self.cleaned_data)
        is_anonymous = values.pop("names") == "no"
        return {**values, "is_anonymous": is_anonymous}


class HideForm(PlainForm, forms.Form):
    """Why something comes off the wall."""

    because = forms.CharField(
        label=_("Why does it come off the wall?"),
        max_length=200,
        help_text=_("It is written down. For example: a client could be known from it."),
    )


class WhoSaidForm(PlainForm, forms.Form):
    """For whom a facilitator types."""

    seat = forms.ModelChoiceField(
        label=_("Who said it"),
        queryset=Seat.objects.none(),
        required=False,
        empty_label=_("Somebody else in the room"),
    )
    is_read_back = forms.BooleanField(label=_("I read it back and they said yes"), required=False)

    def __init__(self, *args: Any, seats: Any = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if seats is not None:
            self.fields["seat"].queryset = seats  # type: ignore[attr-defined]


class NotesForm(PlainForm, forms.Form):
    """The session's notes without names."""

    notes = forms.CharField(
        label=_("Notes"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "class": "input", "aria-describedby": "id_notes-hint"}),
        help_text=_("No names, please."),
    )
