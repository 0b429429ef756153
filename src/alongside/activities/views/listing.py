"""The list that the room makes of what people said."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from alongside.activities import actions, list_page, queries
from alongside.activities.views.request import Request
from alongside.kit.access import project_role
from alongside.kit.errors import Refused

RUNNERS = ("lead", "facilitator")


@project_role(*RUNNERS)
@never_cache
def listing(request: Request, pk: int) -> HttpResponse:
    """Put like with like, word it, and put it in order: the list as a form, and what the team writes beside it."""
    activity = queries.get_activity(pk, request.viewer)
    page = list_page.ListPage(activity, request.viewer, request.POST or None, request.GET.get("page", "1"))
    if request.method != "POST":
        return render(request, "activities/list.html", page.context())
    try:
        _keep(page)
    except Refused as refused:
        return render(request, "activities/list.html", page.context(refused.because), status=422)
    if "quietly" not in request.POST:
        messages.success(request, _("The list is kept."))
    return redirect(request.get_full_path())


def _keep(page: list_page.ListPage) -> None:
    """The list itself, its last change undone, or what was written beside its lines."""
    if page.is_notes:
        actions.note_lines(activity=page.activity, notes=page.notes(), by=page.viewer)
    elif page.data and "undo" in page.data:
        actions.undo_list(activity=page.activity, by=page.viewer)
    else:
        actions.make_list(activity=page.activity, items=page.wanted(), lines=page.lines, by=page.viewer)
