"""What a facilitator chooses for a journey map, a note at one step, and the steps that matter most."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, LinesField, SetupForm
from alongside.activities.kinds.journey_map.tally import steps_of

FEELINGS = (
    ("5", _("Very good")),
    ("4", _("Good")),
    ("3", _("In between")),
    ("2", _("Hard")),
    ("1", _("Very hard")),
)
WHO = (
    ("me", _("About me")),
    ("care", _("About somebody I care for or support")),
    ("other", _("About somebody else")),
)


class JourneyMapSetup(SetupForm):
    """Whose journey, its steps, and how many may be marked."""

    whose = forms.CharField(
        label=_("Whose journey is it?"),
        max_length=120,
        help_text=_("For example: a homecare worker in the first three months."),
    )
    steps = LinesField(
        label=_("The steps, in order"),
        help_text=_("One on each line. 3 to 9; short names read best."),
        least=3,
        most=9,
        longest=60,
    )
    marks = forms.IntegerField(
        label=_("How many steps may each person mark at the end?"),
        initial=2,
        min_value=1,
        max_value=5,
    )


class StepNote(AnswerForm):
    """How one step was: `{"step": "3", "feeling": "2", "word": …, "touchpoint": …, "quote": …, "who": …}`."""

    feeling = forms.ChoiceField(
        label=_("How was it?"),
        choices=FEELINGS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say how it was, or skip this.")},
    )
    word = forms.CharField(label=_("One word for that feeling"), max_length=40, required=False)
    touchpoint = forms.CharField(
        label=_("Who or what did you meet there?"),
        max_length=120,
        required=False,
        help_text=_("For example: a phone call, a form, the nurse. No names, please."),
    )
    quote = forms.CharField(
        label=_("What would you say, standing there?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In your own words."),
    )
    who = forms.ChoiceField(
        label=_("Who is it about?"), choices=WHO, required=False, widget=forms.RadioSelect
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        steps = [(key, f"{key}. {text}") for key, text in steps_of(self.setup)]
        self.fields["step"] = forms.ChoiceField(
            label=_("Which step?"),
            choices=[("", _("Pick a step")), *steps],
            error_messages={
                "required": _("Pick the step that you tell about."),
                "invalid_choice": _("Pick one of the steps shown."),
            },
        )
        self.order_fields(["step"])


class MarkSteps(AnswerForm):
    """The steps that matter most: `{"marks": ["2", "5"]}`."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.most = int(self.setup.get("marks", 2))
        self.fields["marks"] = forms.MultipleChoiceField(
            label=_("Mark up to %(most)s") % {"most": self.most},
            choices=[(key, f"{key}. {text}") for key, text in steps_of(self.setup)],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Mark one step at least, or skip this.")},
        )

    def clean_marks(self) -> list[str]:
        """Never more than may be marked."""
        marks = list(dict.fromkeys(self.cleaned_data["marks"]))
        if len(marks) > self.most:
            raise forms.ValidationError(
                _("Mark up to %(most)s. You marked %(n)s.") % {"most": self.most, "n": len(marks)}
            )
        return marks
