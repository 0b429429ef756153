"""What is typed into the safeguarding log."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.ui.forms import PlainForm
from alongside.safeguarding.models import StepKind

YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class TellForm(PlainForm, forms.Form):
    """A private note."""

    what = forms.CharField(
        label=_("What did you hear or see?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("As little as needed, in their words. No guesses."),
    )
    danger = forms.ChoiceField(
        label=_("Is somebody in danger now?"), choices=YES_NO, widget=forms.RadioSelect
    )
    told = forms.ChoiceField(
        label=_("Does the person who told you know that you pass it on?"),
        choices=[("yes", _("Yes, I told them")), ("no", _("Not yet"))],
        widget=forms.RadioSelect,
    )

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        return {
            "what": given["what"],
            "is_danger_now": given["danger"] == "yes",
            "is_told": given["told"] == "yes",
        }


class StepForm(PlainForm, forms.Form):
    """One thing done about a concern."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=StepKind.choices)
    text = forms.CharField(
        label=_("In a few sentences"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
