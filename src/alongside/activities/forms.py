"""Forms of the activities' pages. What is special about a kind is in the kind's own forms."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import PictureField
from alongside.activities.models import Activity, CameBy, Translator
from alongside.kit.languages.spoken import NAMES
from alongside.kit.ui.forms import PlainForm
from alongside.kit.ui.icons import ICONS
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


EASY_LINES = 6
EASY_ICONS = {
    "speech": _("speech"),
    "people": _("people"),
    "heart": _("heart"),
    "check": _("tick"),
    "close": _("cross"),
    "clock": _("clock"),
    "calendar": _("calendar"),
    "home": _("home"),
    "pencil": _("pencil"),
    "cup": _("cup, for a break"),
    "phone": _("phone"),
    "pound": _("money"),
    "eye": _("eye"),
    "info": _("information"),
}


class EasyReadForm(PlainForm, forms.Form):
    """The question in easy read: up to six lines, one idea and one drawing each."""

    def __init__(self, data: Any = None, *, lines: Sequence[Mapping[str, str]] = (), **options: Any) -> None:
        super().__init__(data, **options)
        drawings = [(name, word) for name, word in EASY_ICONS.items() if name in ICONS]
        for number in range(1, EASY_LINES + 1):
            line = lines[number - 1] if number <= len(lines) else {}
            self.fields[f"line_{number}"] = forms.CharField(
                label=_("Line %(number)s") % {"number": number},
                required=False,
                max_length=90,
                initial=line.get("text", ""),
            )
            self.fields[f"icon_{number}"] = forms.ChoiceField(
                label=_("Its drawing"), choices=drawings, required=False, initial=line.get("icon", "speech")
            )

    @property
    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Each line with its drawing."""
        return [(self[f"line_{number}"], self[f"icon_{number}"]) for number in range(1, EASY_LINES + 1)]

    def lines(self) -> list[dict[str, str]]:
        """What the action takes: the lines that are not empty."""
        typed = [
            (self.cleaned_data[f"line_{n}"].strip(), self.cleaned_data[f"icon_{n}"])
            for n in range(1, EASY_LINES + 1)
        ]
        return [{"text": text, "icon": icon or "speech"} for text, icon in typed if text]


class OtherWordsForm(PlainForm, forms.Form):
    """The question in one other language."""

    question = forms.CharField(
        label=_("The question"), max_length=200, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    hint = forms.CharField(label=_("A line under it"), max_length=200, required=False)


class TranslateForm(PlainForm, forms.Form):
    """Somebody's words in another language, and who put them into it."""

    language = forms.ChoiceField(label=_("Into which language"), choices=NAMES.items())
    words = forms.CharField(
        label=_("The words in that language"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=_("As they said it, not better. What they wrote stays as it is."),
    )
    translator = forms.ChoiceField(
        label=_("Who translated it?"),
        choices=Translator.choices,
        widget=forms.RadioSelect,
        help_text=_("A person who speaks both. A machine does not know what was meant."),
    )
    is_on_wall = forms.BooleanField(label=_("Show it on the wall too"), required=False)


class HideForm(PlainForm, forms.Form):
    """Why something comes off the wall."""

    because = forms.CharField(
        label=_("Why does it come off the wall?"),
        max_length=200,
        help_text=_("It is written down. For example: a client could be known from it."),
    )


SHEET = "sheet"


class WhoSaidForm(PlainForm, forms.Form):
    """For whom a facilitator types."""

    seat = forms.ModelChoiceField(
        label=_("Who said it"),
        queryset=Seat.objects.none(),
        required=False,
        empty_label=_("Somebody without a seat"),
    )
    came_by = forms.ChoiceField(
        label=_("How it came"),
        choices=[each for each in CameBy.choices if each[0] != CameBy.ALONE],
        initial=CameBy.ROOM,
        required=False,
    )
    sheet = PictureField(
        label=_("A photo of their sheet, if they wrote on paper"),
        help_text=_("Only the team sees it, beside the words you type. It goes when they go."),
    )
    language = forms.ChoiceField(
        label=_("In which language"), choices=NAMES.items(), initial="en-gb", required=False
    )
    is_read_back = forms.BooleanField(label=_("I read it back and they said yes"), required=False)

    def __init__(self, *args: Any, seats: Any = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if seats is not None:
            self.fields["seat"].queryset = seats  # type: ignore[attr-defined]

    def clean_came_by(self) -> str:
        """Said in the room, unless another way was picked."""
        return self.cleaned_data["came_by"] or CameBy.ROOM


class ReadBackForm(PlainForm, forms.Form):
    """In which language somebody spoke, and that their words were read back to them."""

    language = forms.ChoiceField(
        label=_("In which language"), choices=NAMES.items(), initial="en-gb", required=False
    )
    is_read_back = forms.BooleanField(label=_("I read it back and they said yes"), required=False)


class NotesForm(PlainForm, forms.Form):
    """The session's notes without names."""

    notes = forms.CharField(
        label=_("Notes"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "class": "input", "aria-describedby": "id_notes-hint"}),
        help_text=_("No names, please."),
    )
