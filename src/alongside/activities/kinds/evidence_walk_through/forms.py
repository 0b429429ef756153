"""The findings a facilitator brings, and how one person takes them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, LinesField, PartsField, SetupForm
from alongside.activities.kinds.evidence_walk_through.tally import QUESTION, WORD, findings_of

LONGEST = 200
MARKS = (("rings", _("Rings true")), ("surprised", _("Surprised me")), ("not_me", _("Not for me")))
HEADINGS = ((QUESTION, _("Questions")), (WORD, _("Words explained")))


class EvidenceWalkThroughSetup(SetupForm):
    """Findings in plain words, and words that are explained beforehand."""

    findings = PartsField(
        label=_("The findings"),
        parts=(_("title"), _("one plain sentence"), _("where it comes from")),
        optional=1,
        least=1,
        most=12,
        help_text=_(
            "One on each line, 1 to 12: title / one plain sentence / where it comes from. Six is a good number."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    words = PartsField(
        label=_("Words you explain beforehand"),
        parts=(_("word"), _("its meaning")),
        required=False,
        least=0,
        most=12,
        longest=200,
        help_text=_("One on each line: word / its meaning. Leave it empty if there are none."),
    )


class ReadFindings(AnswerForm):
    """A mark and a question for each finding, as one likes: `{"m1": "rings", "q1": "…", "words": ["titration"]}`."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for one in findings_of(self.setup):
            self.fields[f"m{one['key']}"] = forms.ChoiceField(
                label=one["title"], choices=MARKS, required=False, widget=forms.RadioSelect
            )
            self.fields[f"q{one['key']}"] = forms.CharField(
                label=_("What do you want to ask?"), required=False, max_length=LONGEST
            )
        self.fields["words"] = LinesField(
            label=_("Which words shall we explain?"),
            required=False,
            least=0,
            most=6,
            longest=60,
            help_text=_("One on each line."),
            widget=forms.Textarea(attrs={"rows": 3}),
        )

    @property
    def rows(self) -> Sequence[dict[str, Any]]:
        """Each finding with its marks and the box for a question."""
        return [
            {**one, "mark": self[f"m{one['key']}"], "question": self[f"q{one['key']}"]}
            for one in findings_of(self.setup)
        ]

    def clean(self) -> dict[str, Any]:
        """One mark, question or word is enough."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(_("Mark one finding at least, or skip this."))
        return cleaned
