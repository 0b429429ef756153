"""The door of a workshop."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from alongside.kit.access import Request, project_role
from alongside.workshops import actions, queries
from alongside.workshops.views.desk import done
from alongside.workshops.views.series import PLANNERS


@project_role(*PLANNERS)
@require_POST
def door(request: Request, pk: int) -> HttpResponse:
    """Open or close the door, or make a new link and code; then back to the page in `next`, when it is ours."""
    viewer = request.viewer
    session = queries.get_planned(pk, viewer)
    work = {"open": actions.open_door, "close": actions.close_door, "new-codes": actions.new_codes}
    verb = work.get(request.POST.get("do", ""))
    if verb is None:
        raise Http404
    wished = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wished, {request.get_host()})
    where = wished if is_ours else reverse("workshops:plan", args=[pk]) + "#door"
    return done(request, lambda: verb(session=session, by=viewer), where)
