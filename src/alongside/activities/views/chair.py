"""The chair: a partner's phone with only what a chair needs."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.activities import actions, queries
from alongside.activities.views.request import Request
from alongside.facilitation import actions as facilitation
from alongside.facilitation.rules import may_chair
from alongside.kit.access import with_seat
from alongside.kit.errors import Refused
from alongside.workshops.queries import get_my_seat, moment_of

VERBS = {
    "next": actions.go_on_as_chair,
    "pause": actions.pause_as_chair,
    "back": lambda *, seat, by: facilitation.take_chair_back(session=seat.session, by=by),
}


@with_seat
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def chair(request: Request) -> HttpResponse:
    """The step, the time, what is next. The chair takes the group on, stops the clock, or gives the chair back."""
    seat = get_my_seat(request.viewer.seat_id or 0)
    if request.method == "POST" and request.POST.get("do") in VERBS:
        try:
            VERBS[request.POST["do"]](seat=seat, by=request.viewer)
        except Refused as refused:
            messages.warning(request, refused.because)
        return redirect("workshops:seat")
    if not may_chair(seat):
        return redirect("workshops:seat")
    console = queries.console_of(seat.session)
    facts: dict[str, Any] = {
        "seat": seat,
        "session": seat.session,
        "project": seat.session.round.series.project,
    }
    facts |= {"console": console, "at": moment_of(seat.session)}
    return render(request, "activities/chair.html", facts)
