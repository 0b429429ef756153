"""Who is asked, who said yes, who came; and the notes."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.kit.access import Request, project_role
from alongside.kit.errors import Refused
from alongside.kit.network import public_url
from alongside.workshops import actions, queries, rules
from alongside.workshops.forms.desk import NotesForm, PartnersForm
from alongside.workshops.views.desk import done, form_page, saved
from alongside.workshops.views.series import PLANNERS


@project_role(*PLANNERS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitations(request: Request, pk: int) -> HttpResponse:
    """Ask partners by the way each wished; links for the others are shown once, to be passed on or printed."""
    viewer = request.viewer
    session = queries.get_planned(pk, viewer)
    lines = queries.partner_lines(session)
    form = PartnersForm(
        request.POST if request.method == "POST" else None, among=[line.partner.pk for line in lines]
    )
    asked, because = [], ""
    if form.is_bound and form.is_valid():
        base = public_url(request)
        try:
            asked = actions.invite(
                session=session, partners=list(form.cleaned_data["partners"]), by=viewer, base=base
            )
        except Refused as refused:
            because = refused.because
        lines = queries.partner_lines(session)
    facts = {
        "session": session,
        "series": session.round.series,
        "lines": lines,
        "asked": asked,
        "because": because,
    }
    more = {
        "may": rules.may_change_session(session, viewer),
        "when": rules.when_words(session),
        "stage": "plan",
    }
    return render(request, "workshops/invitations.html", {**facts, **more})


@project_role("lead", "facilitator", "analyst", "payments")
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: Request, pk: int) -> HttpResponse:
    """Who came, by code."""
    viewer = request.viewer
    session = queries.get_session(pk, viewer)
    lines = queries.partner_lines(session)
    form = PartnersForm(
        request.POST if request.method == "POST" else None, among=[line.partner.pk for line in lines]
    )
    if form.is_bound and form.is_valid():
        came = list(form.cleaned_data["partners"])
        return done(
            request,
            lambda: actions.record_attendance(session=session, came=came, by=viewer),
            request.path,
            _("Kept."),
        )
    facts = {
        "session": session,
        "series": session.round.series,
        "lines": lines,
        "seats": session.seats.count(),
    }
    more = {
        "may": rules.may_change_session(session, viewer),
        "when": rules.when_words(session),
        "stage": "run",
    }
    return render(request, "workshops/attendance.html", {**facts, **more})


@project_role(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def notes(request: Request, pk: int) -> HttpResponse:
    """The notes of a workshop, without names."""
    session = queries.get_planned(pk, request.viewer)
    form = NotesForm(request.POST if request.method == "POST" else None, instance=session)
    if saved(form, actions.write_notes, session=session, by=request.viewer):
        return redirect("workshops:plan", pk)
    return form_page(
        request,
        form,
        heading=_("Notes"),
        button=_("Keep the notes"),
        series=session.round.series,
        back=reverse("workshops:plan", args=[pk]),
    )
