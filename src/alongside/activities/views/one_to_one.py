"""A one-to-one talk with a facilitator: an equal way in, before, during or after the workshop."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from alongside.activities import actions, one_to_one_page, queries
from alongside.activities.views.request import Request
from alongside.kit.access import project_role
from alongside.kit.errors import NotVisible, Refused
from alongside.workshops.actions import seat_without_phone

RUNNERS = ("lead", "facilitator")


@project_role(*RUNNERS)
@never_cache
def one_to_one(request: Request, pk: int) -> HttpResponse:
    """What it is, and who is in the middle of one; a post begins a new one."""
    session = queries.get_room(pk, request.viewer)
    if request.method == "POST":
        seat = seat_without_phone(session=session, by=request.viewer, is_one_to_one=True)
        return redirect("activities:one_to_one_step", pk=seat.pk, step=1)
    context = {"session": session, "series": session.round.series, "stage": "run"}
    return render(request, "activities/one_to_one.html", {**context, "seats": queries.talks_of(session)})


@project_role(*RUNNERS)
@never_cache
def one_to_one_step(request: Request, pk: int, step: int) -> HttpResponse:
    """One question of the talk; what was typed is kept once it was read back."""
    seat = queries.get_seat(pk, request.viewer)
    if not seat.is_one_to_one:
        raise NotVisible
    page = one_to_one_page.OneToOne(seat, step, request.POST or None)
    if request.method != "POST" or page.is_over:
        return render(request, "activities/one_to_one_step.html", page.context())
    try:
        actions.capture_for(by=request.viewer, **page.values())
    except Refused as refused:
        context = page.context(refused.because)
        return render(request, "activities/one_to_one_step.html", context, status=422)
    return redirect("activities:one_to_one_step", pk=pk, step=step + 1)
