"""What is typed on the desk of the two, and by a partner who parks a question. The actions say what is wrong."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.facilitation.rules import LONGEST_ASIDE, LONGEST_QUESTION
from alongside.kit.ui.forms import PlainForm


class AsideForm(PlainForm, forms.Form):
    """A short message to the other."""

    text = forms.CharField(label=_("To the other facilitator"), max_length=LONGEST_ASIDE)


class ParkForm(PlainForm, forms.Form):
    """A question for later."""

    text = forms.CharField(label=_("The question"), max_length=LONGEST_QUESTION)


class SaidForm(PlainForm, forms.Form):
    """What was said to a parked question."""

    said = forms.CharField(label=_("What was said"), max_length=600, widget=forms.Textarea(attrs={"rows": 2}))
