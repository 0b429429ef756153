"""What a round opens with: what we did with what was said in the round before, on the wall and on phones."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from alongside.kit.access import Request, project_role, with_seat
from alongside.workshops import actions, queries
from alongside.workshops.views.desk import done

READERS = ("lead", "facilitator", "analyst")


@with_seat
@never_cache
@require_safe
def my_opening(request: Request) -> HttpResponse:
    """On a phone: what was asked for in the round before, what we answered, what changed, what we still owe."""
    seat = queries.get_my_seat(request.viewer.seat_id)
    session = seat.session
    facts = {"seat": seat, "session": session, "project": session.round.series.project}
    return render(
        request,
        "workshops/phone/opening.html",
        {**facts, "opening": queries.opening_of(session), "at": queries.moment_of(session)},
    )


@project_role("lead", "facilitator")
@require_POST
def opening_add(request: Request, pk: int) -> HttpResponse:
    """Put it at the top of the agenda."""
    session = queries.get_planned(pk, request.viewer)
    where = reverse("workshops:plan", args=[pk]) + "#agenda"
    by = request.viewer
    said = _("The workshop now begins with what you did since.")
    return done(request, lambda: actions.add_opening(session=session, by=by), where, said)


@project_role(*READERS)
@never_cache
@require_safe
def opening_slides(request: Request, pk: int) -> HttpResponse:
    """As slides on a screen, to look at before or to show without the live wall."""
    session = queries.get_planned(pk, request.viewer)
    slide = queries.slide_of(queries.opening_of(session), request.GET.get("slide", ""))
    return render(request, "workshops/opening.html", {"session": session, "slide": slide})
