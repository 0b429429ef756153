"""What the account is about, and the seven boxes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, SetupForm
from alongside.activities.kinds.storyline_interview.tally import WALL

LONGEST = 3000
TEAM = "team"
ASKED = {
    "together": (
        _("How did you work together, and why in that way?"),
        _("What was %(work)s? Was working together planned, or did it grow? Did all mean the same by it?"),
    ),
    "people": (
        _("Who was part of it?"),
        _("Who led? Which groups had a say? Who was missing? Write roles, not names."),
    ),
    "done": (
        _("What did you do together?"),
        _("Think of projects, meetings, training, money. Was it the same everywhere?"),
    ),
    "learned": (
        _("What did you learn?"),
        _("What went well, and what did not? What was hard? What changed because of it?"),
    ),
    "next": (
        _("What should be done with it from now on?"),
        _("What should there be more of? What would you do differently? What comes first?"),
    ),
    "follow": (
        _("Which two pieces of work should we look at more closely?"),
        _("What are they called, and where can we read about them?"),
    ),
    "role": (
        _("What was your own part?"),
        _("It helps us to read the rest. As much or as little as you like."),
    ),
}


class StorylineSetup(SetupForm):
    """What people tell about, and whether they choose who reads it."""

    work = forms.CharField(
        label=_("What do people tell about?"),
        max_length=80,
        initial=_("our work together"),
        help_text=_("It stands in the first question: What was …?"),
    )
    choose = forms.BooleanField(
        label=_("People choose whether it goes on the wall, or only to the team"),
        required=False,
        initial=True,
    )


class StorylineAnswer(AnswerForm):
    """Seven boxes, of which only the first is needed, and who may read it."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for name, (label, hint) in ASKED.items():
            self.fields[name] = forms.CharField(
                label=label,
                help_text=hint % {"work": self.setup.get("work", "")},
                required=name == "together",
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 4}),
                error_messages={"required": _("Write a little in this box. All the others can stay empty.")},
            )
        if self.setup.get("choose", True):
            self.fields["share"] = forms.ChoiceField(
                label=_("Who may read this?"),
                choices=[(TEAM, _("Only the team")), (WALL, _("Everybody here: it goes on the wall"))],
                widget=forms.RadioSelect,
                error_messages={"required": _("Say who may read this.")},
            )

    @property
    def boxes(self) -> list[forms.BoundField]:
        """The seven boxes in their order."""
        return [self[name] for name in ASKED]
