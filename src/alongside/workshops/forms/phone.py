"""Forms of a partner's phone. Nothing is chosen in advance."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.ui.forms import PlainForm
from alongside.methods import codes, room_names
from alongside.people.models import Group, Route
from alongside.workshops.models import Answer, Session
from alongside.workshops.seats import new_secret


class CodeForm(PlainForm, forms.Form):
    """The code from the screen."""

    code = forms.CharField(
        label=_("Room code"),
        help_text=_("8 letters and figures. Look on the big screen, or in your text or letter."),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "class": "code",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "autocomplete": "off",
            }
        ),
    )

    def clean_code(self) -> str:
        """A code has eight letters; case, spaces and dashes do not matter."""
        code = str(self.cleaned_data["code"])
        if not codes.is_code(code):
            raise forms.ValidationError(
                _("A room code has 8 letters and figures, like ABCD-EFGH. Please look once more.")
            )
        return codes.normalised(code)


class SeatForm(PlainForm, forms.Form):
    """The name in the room, and a group where a workshop is for several."""

    secret = forms.CharField(widget=forms.HiddenInput, max_length=64)
    room_name = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    group = forms.ModelChoiceField(
        Group.objects.none(),
        label=_("Which of these are you?"),
        help_text=_("You can leave this open. It helps us see if we heard from everyone."),
        required=False,
        widget=forms.RadioSelect,
        empty_label=None,
    )

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if session.group_id:
            del self.fields["group"]
        else:
            field = self.fields["group"]
            field.queryset = Group.objects.exclude(shape="team")  # type: ignore[attr-defined]
            field.label_from_instance = lambda group: group.one.capitalize()  # type: ignore[attr-defined]


def seat_form(session: Session, taken: set[str]) -> SeatForm:
    """A fresh form: a new secret, a name nobody in this room has."""
    return SeatForm(initial={"secret": new_secret(), "room_name": room_names.draw(taken)}, session=session)


class AnswerForm(PlainForm, forms.Form):
    """Yes, or not this time."""

    answer = forms.ChoiceField(choices=[(Answer.YES, _("Yes")), (Answer.NO, _("Not this time"))])


class RegisterForm(PlainForm, forms.Form):
    """I am interested. Only the group is needed; all else is as you like."""

    group = forms.ModelChoiceField(
        Group.objects.exclude(shape="team"),
        label=_("Which of these are you?"),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    name = forms.CharField(label=_("What shall we call you?"), required=False, max_length=80)
    reached_by = forms.ChoiceField(
        label=_("How shall we reach you?"),
        choices=[
            (Route.EMAIL, _("By e-mail")),
            (Route.TEXT, _("By text message")),
            (Route.PHONE, _("By phone call")),
            (Route.POST, _("By letter: call us with your address")),
        ],
        widget=forms.RadioSelect,
    )
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = forms.CharField(
        label=_("Phone number"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
    )
    needs = forms.CharField(
        label=_("What would help you to take part?"),
        help_text=_("Such as large print, a sign language interpreter, or the phone instead of a screen."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    channel = forms.CharField(label=_("How did you hear about us?"), required=False, max_length=60)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].label_from_instance = lambda group: group.one.capitalize()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whoever wishes e-mail gives an address; whoever wishes a text or a call gives a number."""
        given = super().clean() or self.cleaned_data
        wish = given.get("reached_by")
        if wish == Route.EMAIL and not given.get("email") and "email" not in self.errors:
            self.add_error("email", _("Write your e-mail address, so that we can reach you."))
        if wish in {Route.TEXT, Route.PHONE} and not given.get("phone"):
            self.add_error("phone", _("Write your phone number, so that we can reach you."))
        return given
