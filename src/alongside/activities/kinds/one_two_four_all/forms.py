"""What a facilitator chooses for 1-2-4-All, the idea of one person, and the idea of a group."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import Answer, AnswerForm, Result, SetupForm
from alongside.activities.kinds.one_two_four_all.tally import FOURS, TWOS

LONGEST = 200
MOST = 8
KEY = re.compile(r"[0-9a-zA-Z-]{1,40}")


class OneTwoFourAllSetup(SetupForm):
    """How long an idea may be: short ones can be heard in a large room."""

    letters = forms.IntegerField(
        label=_("How long may an idea be, in letters?"),
        initial=140,
        min_value=40,
        max_value=LONGEST,
        help_text=_("140 letters can be read out in ten seconds."),
    )


class Alone(AnswerForm):
    """The idea of one person."""

    label = _("My idea")
    hint = _("The first that comes is good. Please leave out names of clients.")

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["idea"] = forms.CharField(
            label=self.label,
            max_length=int(self.setup.get("letters", 140)),
            help_text=self.hint,
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={"required": _("Write the idea first, or skip this.")},
        )


class IdeasField(forms.MultipleChoiceField):
    """Ideas that this one stands on, by their keys. Which there are is known only where the form is shown."""

    def valid_value(self, value: Any) -> bool:
        """Any key that could be one; the tally passes over those it does not know."""
        return bool(KEY.fullmatch(str(value)))


class Together(Alone):
    """The idea of a group: one phone writes for all of them."""

    label = _("The idea we take further")
    hint = _("In your own group’s words.")
    below = 0
    people: Sequence[tuple[str, Any]] = ()

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        if self.people:
            self.fields["people"] = forms.ChoiceField(
                label=_("Who is this from?"),
                choices=self.people,
                widget=forms.RadioSelect,
                error_messages={"required": _("Say for how many people you write.")},
            )
        self.fields["grew_from"] = IdeasField(
            label=_("Which ideas is it made from?"),
            help_text=_("Tick all that are in it. Leave it empty if it is a new one."),
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    def tell(self, so_far: Result, own: Mapping[int, Sequence[Answer]]) -> None:
        """The ideas of the stage before can be ticked, those of this phone first."""
        super().tell(so_far, own)
        ours = {str(answer["key"]): str(answer["idea"]) for answer in own.get(self.below, ())}
        heard = {one["key"]: one["text"] for one in _ideas(so_far) if one["stage"] == self.below}
        field = self.fields["grew_from"]
        field.choices = list({**ours, **heard}.items())  # type: ignore[attr-defined]

    def clean_grew_from(self) -> list[str]:
        """Each once."""
        found = list(dict.fromkeys(self.cleaned_data["grew_from"]))
        if len(found) > MOST:
            raise forms.ValidationError(_("Tick up to %(most)s ideas.") % {"most": MOST})
        return found


def _ideas(so_far: Result) -> list[Mapping[str, Any]]:
    """Every idea of the stages before, grown or kept."""
    grown = so_far.get("grown", ())
    return [
        *grown,
        *(one for idea in grown for level in idea["levels"] for one in level["ideas"]),
        *so_far["kept"],
    ]


class InTwos(Together):
    """Two people make one idea out of theirs."""

    below = TWOS - 1
    people = (("2", _("The two of us")), ("3", _("The three of us")), ("1", _("Only me")))


class InFours(Together):
    """Two twos make one out of theirs."""

    below = TWOS
    people = (
        ("4", _("The four of us")),
        ("3", _("Three of us")),
        ("5", _("Five of us")),
        ("2", _("Two of us")),
    )


class WithAll(Together):
    """What stands out for everybody."""

    label = _("The idea that stands out")
    hint = _("Say it to the room first. Then one of you writes it down.")
    below = FOURS
