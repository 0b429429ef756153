"""What a facilitator chooses for scales, and the dots of one person."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, PartsField, SetupForm
from alongside.activities.kinds.scale_sliders.tally import CANNOT_SAY, scales_of

ROOM, TEAM = "room", "team"
LONGEST = 280
CUBE = _(
    "Our voice / we are hardly heard / we shape what happens\n"
    "Ways to take part / one way only / many ways\n"
    "Whose concerns / the organisation’s / the public’s\n"
    "Change / nothing will move / ready to change"
)


class ScaleSlidersSetup(SetupForm):
    """The scales, each with the words at its ends, and how many steps they have."""

    scales = PartsField(
        label=_("The scales"),
        parts=(_("name"), _("words at the low end"), _("words at the high end")),
        least=1,
        most=6,
        longest=160,
        initial=CUBE,
        help_text=_("One on each line: name / words at the low end / words at the high end. 1 to 6 of them."),
    )
    steps = forms.TypedChoiceField(
        label=_("How many steps has each?"),
        choices=[("5", _("5")), ("6", _("6, so there is no middle")), ("7", _("7")), ("10", _("10"))],
        coerce=int,
        initial=7,
        widget=forms.RadioSelect,
    )
    comment = forms.BooleanField(label=_("People can add a comment"), required=False, initial=True)

    def clean_scales(self) -> list[str]:
        """Each scale has a name of its own."""
        scales: list[str] = self.cleaned_data["scales"]
        names = [line.partition(" / ")[0] for line in scales]
        if len(set(names)) < len(names):
            raise forms.ValidationError(_("Two scales have the same name. Change one of them."))
        return scales


class ScaleSlidersAnswer(AnswerForm):
    """A step on each scale, as one likes: `{"s1": "5", "s2": "no", "s3": "", …}`; and a comment with who reads it."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.steps = int(self.setup["steps"])
        steps = [(str(step), str(step)) for step in range(1, self.steps + 1)]
        for number, (name, _low, _high) in enumerate(scales_of(self.setup), 1):
            self.fields[f"s{number}"] = forms.ChoiceField(
                label=name,
                choices=[*steps, (CANNOT_SAY, _("I can’t say"))],
                required=False,
                widget=forms.RadioSelect,
            )
        if self.setup.get("comment", True):
            self._ask_for_comment()

    def _ask_for_comment(self) -> None:
        self.fields["comment"] = forms.CharField(
            label=_("Do you want to add something?"),
            required=False,
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        self.fields["share"] = forms.ChoiceField(
            label=_("Who may read your comment?"),
            choices=[(ROOM, _("Everybody here: it goes on the wall")), (TEAM, _("Only the team"))],
            required=False,
            widget=forms.RadioSelect,
        )

    @property
    def scales(self) -> Sequence[tuple[forms.BoundField, str, str]]:
        """Each scale with the words at its ends."""
        return [
            (self[f"s{number}"], low, high)
            for number, (_name, low, high) in enumerate(scales_of(self.setup), 1)
        ]

    def clean(self) -> dict[str, Any]:
        """One dot, or a comment, is enough. Who may read a comment is said with it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(value for name, value in cleaned.items() if name != "share"):
            raise forms.ValidationError(_("Put one dot down at least, or skip this."))
        if cleaned.get("comment") and not cleaned.get("share"):
            self.add_error("share", _("Say who may read your comment."))
        if "comment" in cleaned and not cleaned["comment"]:
            cleaned["share"] = ""
        return cleaned
