"""The skills a facilitator puts up, and what one person offers, wishes and misses."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, LinesField, SetupForm
from alongside.activities.kinds.skills_and_offers.tally import MISS, OFFER, WISH

LONGEST = 120
HEADINGS = (
    (OFFER, _("We can also offer")),
    (WISH, _("We would also like to learn")),
    (MISS, _("We still miss")),
)
SKILLS = _(
    "Change plans when life does\n"
    "Win others over\n"
    "Bring energy\n"
    "Make something of a lucky chance\n"
    "Keep going\n"
    "Wait without pushing\n"
    "Find a middle way\n"
    "See what can work in practice\n"
    "Pick up new things\n"
    "Feel with others\n"
    "Speak up\n"
    "Know what I do not know\n"
    "Look at things in more than one way"
)


class SkillsAndOffersSetup(SetupForm):
    """The skills to mark; people add their own."""

    skills = LinesField(
        label=_("The skills to mark"),
        help_text=_("One on each line, 3 to 16. People add their own."),
        least=3,
        most=16,
        longest=60,
        initial=SKILLS,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class SkillsAndOffersAnswer(AnswerForm):
    """What I can offer and want to learn, by number of the skill, and three short texts in own words."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for name, label in (("offers", _("I can offer")), ("wishes", _("I want to learn"))):
            self.fields[name] = forms.MultipleChoiceField(
                label=label,
                choices=[(str(number), text) for number, text in enumerate(self.setup["skills"], 1)],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        for name, label in (
            ("own_offer", _("Something else I can offer")),
            ("own_wish", _("Something else I want to learn")),
            ("missing", _("What do we as a group still miss?")),
        ):
            self.fields[name] = forms.CharField(label=label, required=False, max_length=LONGEST)

    @property
    def rows(self) -> Sequence[dict[str, Any]]:
        """Each skill with its two boxes."""
        boxes = zip(self["offers"].subwidgets, self["wishes"].subwidgets, strict=True)
        return [{"offer": offer, "wish": wish, "text": offer.choice_label} for offer, wish in boxes]

    def clean(self) -> dict[str, Any]:
        """One mark, or one thing written, is enough."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(_("Mark one thing at least, or skip this."))
        return cleaned
