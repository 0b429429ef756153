"""Did I get that right? Held up from the console, answered on phones, marked as read back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from alongside.kit.access import Request, project_role, seat_cookie, with_seat
from alongside.kit.errors import Refused
from alongside.recommendations import actions, queries, rules
from alongside.recommendations.forms import CheckForm
from alongside.workshops.queries import get_my_seat


@project_role(*rules.WRITERS)
@require_POST
def hold_up(request: Request, pk: int) -> HttpResponse:
    """Hold a key point up to the room; with `text` in better words."""
    point = queries.get_key_point(pk, request.viewer)
    try:
        actions.hold_up_point(point=point, by=request.viewer, text=request.POST.get("text", "")[:300])
    except Refused as refused:
        messages.warning(request, refused.because)
    return redirect("activities:run", point.session_id)


@project_role(*rules.WRITERS)
@require_POST
def checked(request: Request, pk: int) -> HttpResponse:
    """The room has said it."""
    point = queries.get_key_point(pk, request.viewer)
    try:
        actions.mark_checked(point=point, by=request.viewer)
    except Refused as refused:
        messages.warning(request, refused.because)
    return redirect("activities:run", point.session_id)


@with_seat
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def is_it_right(request: Request, pk: int) -> HttpResponse:
    """A phone says: right, or not quite and how it would say it."""
    seat, secret = get_my_seat(request.viewer.seat_id), seat_cookie.read(request) or ""
    point = queries.get_point_to_check(pk, request.viewer)
    if point is None:
        return redirect("workshops:seat")
    form = CheckForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.check_point(point=point, seat=seat, secret=secret, **form.values())
        except Refused as refused:
            messages.warning(request, refused.because)
        return redirect("recommendations:is_it_right", pk)
    facts = {
        "seat": seat,
        "session": seat.session,
        "project": seat.session.round.series.project,
        "form": form,
    }
    facts |= {"point": point, "own": queries.own_check(point, secret)}
    return render(
        request, "recommendations/phone/is_it_right.html", facts, status=422 if form.is_bound else 200
    )
