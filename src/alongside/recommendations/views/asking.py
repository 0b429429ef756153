"""What partners asked for: the list, one recommendation, and what is done with it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.kit.access import Request, project_role
from alongside.kit.errors import Refused
from alongside.kit.ui.context import PageFacts
from alongside.methods.plain_words import look_at
from alongside.recommendations import actions, queries, rules, thread
from alongside.recommendations.detail_page import DetailPage, draft_of
from alongside.recommendations.forms import DecideForm, ImpactForm, RecommendationForm, RespondForm, RoomForm
from alongside.resources.queries import list_versions
from alongside.workshops.queries import get_series


@project_role(*rules.TEAM)
@require_safe
def listing(request: Request, pk: int) -> HttpResponse:
    """Everything a series asked for, and how far each thread has come."""
    overview = queries.overview(pk, request.viewer)
    to_tell = request.GET.get("show") == "to-tell"
    facts = {"series": overview.series, "overview": overview, "curtain": queries.draw(overview)}
    may = {"may_write": rules.may_write(overview.series.project_id, request.viewer)}
    more = {
        "owed": queries.owed_in(overview, request.viewer),
        "stage": "tell" if to_tell else "ask",
        "to_tell": to_tell,
    }
    return render(request, "recommendations/listing.html", facts | may | more)


@project_role(*rules.TEAM)
@require_safe
def listing_paper(request: Request, pk: int) -> HttpResponse:
    """The same as a table on paper."""
    overview = queries.overview(pk, request.viewer)
    return render(request, "recommendations/paper.html", {"series": overview.series, "overview": overview})


@project_role(*rules.TEAM)
@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    """One recommendation: how far it has come, in whose words, and what to do next."""
    return _detail(request, queries.get_ask(pk, request.viewer))


def _detail(request: Request, ask: queries.Ask, **sent: forms.Form) -> HttpResponse:
    page = DetailPage(ask, request.viewer, sent)
    return render(request, "recommendations/detail.html", page.context(), status=422 if sent else 200)


@project_role(*rules.WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, pk: int) -> HttpResponse:
    """Ask for something, from the key points it stands on."""
    series = get_series(pk, request.viewer)
    rounds, points = queries.open_rounds(series), queries.free_key_points(series)
    picked = {"key_points": request.GET.getlist("point")}
    form = RecommendationForm(request.POST or None, rounds=rounds, points=points, initial=picked)
    if form.is_valid():
        try:
            made = actions.raise_recommendation(by=request.viewer, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.because)
        else:
            return redirect("recommendations:detail", made.pk)
    facts = {"series": series, "form": form, "rounds": rounds, "points": points, "stage": "ask"}
    return render(request, "recommendations/new.html", facts, status=422 if form.is_bound else 200)


def _do(
    request: Request, pk: int, name: str, make: Callable[[Any], forms.Form], act: Callable[..., Any]
) -> HttpResponse:
    """Check a form, do the one thing, and show the recommendation again; with the form when it could not be done."""
    ask = queries.get_ask(pk, request.viewer)
    form = make(ask)
    if form.is_valid():
        values = form.values() if hasattr(form, "values") else form.cleaned_data
        try:
            act(recommendation=ask.recommendation, by=request.viewer, **values)
        except Refused as refused:
            form.add_error(None, refused.because)
        else:
            return redirect("recommendations:detail", pk)
    return _detail(request, ask, **{name: form})


@project_role(*rules.WRITERS)
@require_POST
def decide(request: Request, pk: int) -> HttpResponse:
    """Write down how it was decided."""
    return _do(request, pk, "decide", lambda _ask: DecideForm(request.POST), actions.decide)


@project_role(*rules.WRITERS)
@require_POST
def respond(request: Request, pk: int) -> HttpResponse:
    """Answer it."""
    return _do(request, pk, "respond", lambda _ask: RespondForm(request.POST), actions.respond)


@project_role(*rules.WRITERS)
@require_POST
def impact(request: Request, pk: int) -> HttpResponse:
    """Say what changed."""

    def make(ask: queries.Ask) -> forms.Form:
        return ImpactForm(request.POST, versions=list_versions(ask.recommendation.round.series))

    return _do(request, pk, "impact", make, actions.record_impact)


@project_role(*rules.WRITERS)
@require_POST
def tell_room(request: Request, pk: int) -> HttpResponse:
    """It was read out."""
    return _do(request, pk, "room", lambda _ask: RoomForm(request.POST), actions.tell_room)


@project_role(*rules.WRITERS)
@require_POST
def tell(request: Request, pk: int) -> HttpResponse:
    """Tell everybody whose words stand behind it."""
    ask = queries.get_ask(pk, request.viewer)
    told = actions.tell(
        recommendation=ask.recommendation, by=request.viewer, base=PageFacts(request).public_url
    )
    sentence = ngettext("{n} person is told.", "{n} people are told.", len(told))
    messages.success(request, sentence.format(n=len(told)) + " " + _("The thread is tied off."))
    return redirect("recommendations:detail", pk)


@project_role(*rules.WRITERS)
@require_POST
def preview(request: Request, pk: int) -> HttpResponse:
    """What they will see, and how plain it is, while the answer is written: a part of the page."""
    ask = queries.get_ask(pk, request.viewer)
    stops = thread.preview(ask, draft_of(request.POST))
    facts = {
        "recommendation": ask.recommendation,
        "preview": stops,
        "plain": look_at(request.POST.get("reason", "")[:5000]),
    }
    return render(request, "recommendations/_preview.html", facts)
