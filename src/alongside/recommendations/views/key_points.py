"""Key points of a session: written down while it runs or after, tied to words, read back."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.kit.access import Request, project_role
from alongside.kit.errors import Refused
from alongside.recommendations import actions, queries, rules
from alongside.recommendations.forms import KeyPointForm, ReadBackForm, TieForm

if TYPE_CHECKING:
    from alongside.workshops.models import Session


@project_role(*rules.READERS)
@require_safe
def key_points(request: Request, pk: int) -> HttpResponse:
    """The key points of a session, and a place to write the next; `#capture` is also drawn into the run sheet."""
    session, points = queries.key_points_of(pk, request.viewer)
    return _page(request, session, points, KeyPointForm(said=queries.words_in(session)))


def _page(
    request: Request, session: "Session", points: list[queries.Point], form: KeyPointForm
) -> HttpResponse:
    facts: dict[str, Any] = {
        "session": session,
        "series": session.round.series,
        "points": points,
        "form": form,
        "stage": "sense",
    }
    may_add = rules.may_add_key_point(session, request.viewer)
    is_part = request.GET.get("part") == "capture" or request.POST.get("part") == "capture"
    facts |= {"may_add": may_add, "is_part": is_part, "more": {"part": "capture"} if is_part else {}}
    return render(request, "recommendations/key_points.html", facts, status=422 if form.is_bound else 200)


@project_role(*rules.WRITERS)
@require_POST
def add_key_point(request: Request, pk: int) -> HttpResponse:
    """Write one down."""
    session, points = queries.key_points_of(pk, request.viewer)
    form = KeyPointForm(request.POST, said=queries.words_in(session))
    if form.is_valid():
        try:
            actions.add_key_point(session=session, by=request.viewer, **form.values())
        except Refused as refused:
            form.add_error(None, refused.because)
        else:
            return _back(request, pk)
    return _page(request, session, points, form)


def _back(request: Request, session_id: int) -> HttpResponse:
    """To the same page; on the run sheet to the part that stands there."""
    response = redirect("recommendations:key_points", session_id)
    if request.POST.get("part") == "capture":
        response["Location"] += "?part=capture"
    return response


@project_role(*rules.WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def read_back(request: Request, pk: int) -> HttpResponse:
    """Did I get that right? Yes, or in the room's better words."""
    point = queries.get_key_point(pk, request.viewer)
    form = ReadBackForm(request.POST or None, initial={"text": point.text})
    if form.is_valid():
        actions.read_back(point=point, by=request.viewer, **form.cleaned_data)
        return _back(request, point.session_id)
    return _about(request, "read_back", point, form)


@project_role(*rules.WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def tie_words(request: Request, pk: int) -> HttpResponse:
    """Which words stand behind it."""
    point = queries.get_key_point(pk, request.viewer)
    form = TieForm(request.POST or None, said=queries.words_in(point.session), point=point)
    if form.is_valid():
        actions.tie_words(point=point, words=form.cleaned_data["words"], by=request.viewer)
        messages.success(request, _("These words stand behind it now."))
        return redirect("recommendations:key_points", point.session_id)
    return _about(request, "tie", point, form)


def _about(request: Request, name: str, point: Any, form: Any) -> HttpResponse:
    facts = {
        "point": point,
        "session": point.session,
        "series": point.session.round.series,
        "form": form,
        "stage": "sense",
    }
    return render(request, f"recommendations/{name}.html", facts, status=422 if form.is_bound else 200)
