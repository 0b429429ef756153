"""Break-out groups: the facilitators' page and its buttons, and the wall of one group."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from alongside.activities import actions, apart_page, queries
from alongside.activities.views.request import Request
from alongside.kit.access import project_role, public
from alongside.kit.errors import Refused
from alongside.kit.network import public_url
from alongside.workshops import actions as workshops

RUNNERS = ("lead", "facilitator")
GROUP_VERBS: dict[str, Callable[..., Any]] = {
    "go": workshops.go_apart,
    "back": actions.bring_back,
    "forget": workshops.forget_groups,
}


@project_role(*RUNNERS)
@never_cache
def groups(request: Request, pk: int) -> HttpResponse:
    """Make groups, move people by hand, see where each group's wall is. A post suggests a split."""
    session = queries.get_room(pk, request.viewer)
    if request.method == "POST":
        size, how = request.POST.get("size", ""), request.POST.get("how", "")
        split = {"split": how, "size": int(size) if size.isdecimal() and len(size) < 3 else 0}
        return _do(request, pk, workshops.split_up, session=session, **split)
    page = apart_page.context(session, request.viewer, public_url(request))
    return render(request, "activities/groups.html", page)


@project_role(*RUNNERS)
@require_POST
def do_groups(request: Request, pk: int, verb: str) -> HttpResponse:
    """Send people to their groups, bring them back, or have no groups any more."""
    if verb not in GROUP_VERBS:
        raise Http404
    return _do(request, pk, GROUP_VERBS[verb], session=queries.get_room(pk, request.viewer))


@project_role(*RUNNERS)
@require_POST
def move_to_group(request: Request, pk: int) -> HttpResponse:
    """Put one person into another group."""
    seat, number = queries.get_seat(pk, request.viewer), request.POST.get("group", "")
    to = int(number) if number.isdecimal() and len(number) < 5 else 0
    return _do(request, seat.session_id, workshops.move_to_group, seat=seat, number=to)


@public
@never_cache
@require_safe
def group_wall(request: Request, token: str) -> HttpResponse:
    """The wall of one break-out group, for whoever has its address."""
    return render(request, "activities/group_wall.html", apart_page.group_wall(token))


def _do(request: Request, session_id: int, verb: Callable[..., Any], **given: Any) -> HttpResponse:
    try:
        verb(**given, by=request.viewer)
    except Refused as refused:
        messages.warning(request, refused.because)
    return redirect("activities:groups", pk=session_id)
