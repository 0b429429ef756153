"""First set-up."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.ui.forms import PlainForm


class SetUpForm(PlainForm, forms.Form):
    """Who you are and what you do together."""

    organisation = forms.CharField(label=_("Your organisation"), max_length=200)
    project = forms.CharField(label=_("Your project"), max_length=200, help_text=_("You can add more later."))
    help_phone = forms.CharField(
        label=_("Phone number for partners who are stuck"), max_length=30, required=False,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
    )  # fmt: skip
    shown_as = forms.CharField(label=_("Your name, as the team sees it"), max_length=80, required=False)
    email = forms.EmailField(
        label=_("Your e-mail address"), help_text=_("You sign in with it. There is no password.")
    )
