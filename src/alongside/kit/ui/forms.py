"""Forms that speak plainly: put `PlainForm` in front of `forms.Form` or `forms.ModelForm`."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_SENTENCES: dict[str, Any] = {
    "invalid_choice": _("Pick one of the answers shown."),
    "invalid_list": _("Pick from the answers shown."),
    "max_length": _("This is %(show_value)d letters long. Please make it %(limit_value)d or fewer."),
    "min_length": _("This is too short. Please write at least %(limit_value)d letters."),
    "max_value": _("Please write %(limit_value)s or less."),
    "min_value": _("Please write %(limit_value)s or more."),
    "max_digits": _("This number is too long."),
}
_INVALID: dict[type[forms.Field], Any] = {
    forms.EmailField: _("Write the whole e-mail address, like name@example.org."),
    forms.URLField: _("Write the whole address, starting with https://"),
    forms.DateTimeField: _("Write a day and a time, like 15/09/2026 18:30."),
    forms.DateField: _("Write the day, like 15/09/2026."),
    forms.TimeField: _("Write the time, like 18:30."),
    forms.IntegerField: _("Write a whole number, like 12."),
    forms.DecimalField: _("Write a number, like 12.50."),
    forms.RegexField: _("Some of these letters do not belong here. Please look again."),
}
_MODES = {
    forms.EmailField: "email",
    forms.URLField: "url",
    forms.IntegerField: "numeric",
    forms.DecimalField: "decimal",
}
_FILLED_BY_BROWSER = {"email": "email", "phone": "tel"}
_PICKED = (
    forms.CheckboxInput,
    forms.RadioSelect,
    forms.CheckboxSelectMultiple,
    forms.Select,
    forms.HiddenInput,
)


class PlainForm:
    """A mixin: plain sentences for Django's own errors, the right keyboard on a phone, no bubbles of the browser.

    What somebody typed always comes back with the page, whatever was wrong with it.
    """

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            _speak_plainly(field)
            _help_the_phone(name, field)


def _speak_plainly(field: forms.Field) -> None:
    """Swap Django's own sentences for ours; sentences given by the form itself stay."""
    ours = {**_SENTENCES, "required": _required(field)}
    for kind, sentence in _INVALID.items():
        if isinstance(field, kind):
            ours.setdefault("invalid", sentence)
    for key, sentence in ours.items():
        if _is_default(field, key):
            field.error_messages[key] = sentence


def _is_default(field: forms.Field, key: str) -> bool:
    """Whether the sentence under `key` is still the one of Django's field class, or none at all."""
    now = field.error_messages.get(key)
    defaults = [getattr(kind, "default_error_messages", {}).get(key) for kind in type(field).__mro__]
    return now is None or any(now is default for default in defaults)


def _required(field: forms.Field) -> Any:
    if isinstance(field, forms.BooleanField):
        return _("Please tick this box to go on.")
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return _("Please pick an answer.")
    return _("Please write something here.")


def _help_the_phone(name: str, field: forms.Field) -> None:
    """Set autocomplete and the keyboard that fits, unless the form chose its own."""
    attrs = field.widget.attrs
    if isinstance(field.widget, _PICKED):
        return
    attrs.setdefault("autocomplete", _FILLED_BY_BROWSER.get(name, "off"))
    for kind, mode in _MODES.items():
        if isinstance(field, kind):
            attrs.setdefault("inputmode", mode)
    if type(field.widget) in {forms.TextInput, forms.Textarea}:
        attrs.setdefault("dir", "auto")  # words in Urdu or Arabic run from the right in any page
    if isinstance(field.widget, forms.Textarea):
        attrs.pop("maxlength", None)  # a long text that was pasted must not be cut without a word
