"""Pages that people reach from a letter or mail: an invitation, its calendar file, “I am interested”."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from alongside.kit.access import Request, public
from alongside.kit.errors import Refused
from alongside.workshops import actions, calendar, queries, rules
from alongside.workshops.forms.phone import AnswerForm, RegisterForm


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: Request, token: str) -> HttpResponse:
    """Yes, or not this time; a changed mind is fine."""
    found = queries.get_invitation_by_token(token)
    if found is None:
        return render(request, "workshops/phone/gone.html", status=404)
    form, because = AnswerForm(request.POST if request.method == "POST" else None), ""
    if form.is_valid():
        try:
            actions.answer_invitation(invitation=found, answer=form.cleaned_data["answer"])
        except Refused as refused:
            because = refused.because
        else:
            return redirect("workshops:invitation", token)
    session = found.session
    facts = {
        "invitation": found,
        "session": session,
        "token": token,
        "because": because,
        "when": rules.when_words(session),
    }
    more = {
        "project": session.round.series.project,
        "door": rules.may_join(session),
        "steps": queries.agenda_words(session),
    }
    return render(request, "workshops/phone/invitation.html", {**facts, **more})


@public
@never_cache
@require_safe
def calendar_file(request: Request, token: str) -> HttpResponse:
    """The workshop for the phone's calendar. It names no partner."""
    found = queries.get_invitation_by_token(token)
    if found is None or found.session.starts_at is None:
        return render(request, "workshops/phone/gone.html", status=404)
    response = HttpResponse(calendar.event_of(found.session), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="workshop.ics"'
    return response


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: Request, token: str) -> HttpResponse:
    """I am interested."""
    series = queries.get_series_by_register_token(token)
    if series is None:
        return render(request, "workshops/phone/gone.html", status=404)
    form = RegisterForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.register(series=series, **form.cleaned_data)
        return redirect("workshops:registered", token)
    return render(
        request, "workshops/phone/register.html", {"form": form, "series": series, "project": series.project}
    )


@public
@require_safe
def registered(request: Request, token: str) -> HttpResponse:
    """Thank you; what happens next."""
    series = queries.get_series_by_register_token(token)
    if series is None:
        return render(request, "workshops/phone/gone.html", status=404)
    return render(request, "workshops/phone/registered.html", {"series": series, "project": series.project})
