"""The list that the room makes of what people said."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from alongside.activities import actions, list_page, queries
from alongside.activities.views.request import Request
from alongside.kit.access import Viewer, project_role
from alongside.kit.errors import Refused

RUNNERS = ("lead", "facilitator")


@project_role(*RUNNERS)
@never_cache
def listing(request: Request, pk: int) -> HttpResponse:
    """Put like with like, word it, and put it in order: the list as a form, and the lines that are not on it yet."""
    activity = queries.get_activity(pk, request.viewer)
    page = list_page.ListPage(activity, request.viewer, request.POST or None, request.GET.get("page", "1"))
    if request.method != "POST":
        return render(request, "activities/list.html", page.context())
    try:
        _keep(page, by=request.viewer)
    except Refused as refused:
        return render(request, "activities/list.html", page.context(refused.because), status=422)
    if "quietly" not in request.POST:
        messages.success(request, _("The list is kept."))
    return redirect(request.get_full_path())


def _keep(page: list_page.ListPage, by: Viewer) -> None:
    if page.data and "undo" in page.data:
        actions.undo_list(activity=page.activity, by=by)
    else:
        actions.make_list(activity=page.activity, items=page.wanted(), lines=page.lines, by=by)
