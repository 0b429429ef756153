"""The statements a facilitator brings, what one person thinks of them, and their own experience."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import AnswerForm, PartsField, SetupForm, Text, parts_of
from alongside.activities.kinds.myths_and_facts.tally import HELPS, IN_THE_WAY, statements_of

LONGEST = 200
ANSWERS: dict[str, Text] = {"true": _("true"), "not true": _("not true"), "it depends": _("it depends")}
VIEWS = (("true", _("True")), ("false", _("Not true")), ("unsure", _("Not sure")))
HEADINGS = ((IN_THE_WAY, _("Gets in the way")), (HELPS, _("Helps")))


class MythsAndFactsSetup(SetupForm):
    """Statements people hear, each with what is known about it and from where."""

    statements = PartsField(
        label=_("The statements, with what is known"),
        parts=(
            _("statement"),
            _("true, not true or it depends"),
            _("the fact in a sentence"),
            _("its source"),
        ),
        optional=1,
        least=1,
        most=6,
        longest=420,
        help_text=_(
            "One on each line, 1 to 6: statement / true, not true or it depends / the fact in a sentence / its source."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean_statements(self) -> list[str]:
        """The second part is one of three answers, in whatever language it was typed."""
        return [self._known(line) for line in self.cleaned_data["statements"]]

    def _known(self, line: str) -> str:
        text, answer, *rest = parts_of(line)
        for key, name in ANSWERS.items():
            if answer.casefold() in {key, str(name).casefold()}:
                return " / ".join([text, key, *rest])
        raise forms.ValidationError(
            _("After “%(text)s…” write: true, not true or it depends.") % {"text": text[:30]}
        )


class Think(AnswerForm):
    """What one person thinks of each statement, and has heard: `{"v1": "true", "h1": "…", "v2": "unsure", …}`."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for one in statements_of(self.setup):
            self.fields[f"v{one['key']}"] = forms.ChoiceField(
                label=one["text"], choices=VIEWS, required=False, widget=forms.RadioSelect
            )
            self.fields[f"h{one['key']}"] = forms.CharField(
                label=_("What have you heard?"), required=False, max_length=LONGEST
            )

    @property
    def rows(self) -> Sequence[tuple[forms.BoundField, forms.BoundField]]:
        """Each statement with the box for what was heard."""
        keys = [one["key"] for one in statements_of(self.setup)]
        return [(self[f"v{key}"], self[f"h{key}"]) for key in keys]

    def clean(self) -> dict[str, Any]:
        """One view, or one thing heard, is enough."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(_("Say what you think of one at least, or skip this."))
        return cleaned


class OwnExperience(AnswerForm):
    """One thing that gets in the way, or helps, where I live or work."""

    side = forms.ChoiceField(
        label=_("Does it get in the way, or does it help?"),
        choices=HEADINGS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say if it gets in the way, or helps.")},
    )
    text = forms.CharField(
        label=_("What is it?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write it down first, or skip this.")},
    )
