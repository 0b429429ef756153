"""The two steps of an import in the browser: choose files, then say yes to what was understood."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.home.exchange import uploads
from alongside.kit.errors import Refused
from alongside.kit.ui.forms import PlainForm


class ManyFiles(forms.ClearableFileInput):
    """A box for several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """The files of one series by name: a zip, or several files."""

    def clean(self, data: Any, initial: Any = None) -> dict[str, bytes]:
        """Name → content; what cannot be read is said in a sentence."""
        chosen = data if isinstance(data, list | tuple) else [data] if data else []
        for each in chosen or [None]:
            super().clean(each, initial)
        try:
            return uploads.files_in(chosen)
        except Refused as refused:
            raise forms.ValidationError(refused.because) from None


class ChooseForm(PlainForm, forms.Form):
    """Which files."""

    series_files = FilesField(
        label=_("The files of one series"),
        help_text=_("Choose all CSV and Markdown files and pictures at once, or one zip of them."),
        widget=ManyFiles(attrs={"accept": ".csv,.md,.jpg,.zip"}),
        error_messages={
            "required": _("Choose the files first."),
            "empty": _("One of these files is empty. Choose the files again."),
            "invalid": _("Choose the files first."),
        },
    )


class ConfirmForm(forms.Form):
    """The same files again, carried by the page itself."""

    carried = forms.CharField(widget=forms.HiddenInput)

    def clean_carried(self) -> dict[str, bytes]:
        """The files."""
        try:
            return uploads.carried_back(self.cleaned_data["carried"])
        except Refused as refused:
            raise forms.ValidationError(refused.because) from None
