"""What the desk's pages share: showing a form again with the reason when an action refuses."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from alongside.kit.access import Request
from alongside.kit.errors import Refused


def saved(form: forms.BaseForm, work: Callable[..., Any], **given: Any) -> Any:
    """Do the work with a form's values; None when the form is wrong or the action refuses (the form says why)."""
    if not form.is_bound or not form.is_valid():
        return None
    try:
        return work(**given, **form.cleaned_data) or True
    except Refused as refused:
        form.add_error(None, refused.because)
        return None


def form_page(
    request: Request, form: forms.BaseForm, *, heading: str, button: str, **more: Any
) -> HttpResponse:
    """A page that is one form. `more` is the series it belongs to, and the address it leads back to."""
    facts = {"form": form, "heading": heading, "button": button}
    return render(request, "workshops/form.html", {**facts, **more})


def done(request: Request, work: Callable[[], Any], where: str, said: str = "") -> HttpResponse:
    """Do the work of a button and go back; a refusal is said on that page."""
    try:
        work()
    except Refused as refused:
        messages.warning(request, refused.because)
    else:
        if said:
            messages.success(request, said)
    return redirect(where)
