"""Begin a rehearsal from the plan; end it from the console."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.kit.access import Request, project_role
from alongside.kit.errors import Refused
from alongside.rehearsals import actions, queries
from alongside.workshops.queries import get_planned


@project_role("lead", "facilitator")
@require_POST
def begin(request: Request, pk: int) -> HttpResponse:
    """Try a planned workshop out with simulated people, in one tap."""
    session = get_planned(pk, request.viewer)
    try:
        rehearsal = actions.begin(session=session, by=request.viewer)
    except Refused as refused:
        messages.warning(request, refused.because)
        return redirect("workshops:plan", pk)
    return redirect("activities:run", rehearsal.session_id)


@project_role("lead", "facilitator")
@require_POST
def finish(request: Request, pk: int) -> HttpResponse:
    """End the rehearsal and delete it; back to the plan of the real workshop."""
    rehearsal = queries.get_rehearsal(pk, request.viewer)
    plan = rehearsal.of_id
    actions.finish(rehearsal=rehearsal, by=request.viewer)
    messages.success(request, _("The rehearsal is over. Everything in it is deleted."))
    return redirect("workshops:plan", plan)
