"""Choosing a kind of activity and setting it up."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.activities import actions, queries, setup_page
from alongside.activities.chooser import Chooser
from alongside.activities.plans import get_plan
from alongside.activities.registry import all_kinds, kind_for
from alongside.activities.views.request import Request
from alongside.kit.access import project_role
from alongside.kit.errors import Refused

RUNNERS = ("lead", "facilitator")


@project_role("lead", "facilitator", "analyst")
def kinds(request: Request) -> HttpResponse:
    """Every kind of activity with its method card."""
    return render(request, "activities/kinds.html", {"kinds": all_kinds()})


@project_role(*RUNNERS)
def choose_kind(request: Request, pk: int) -> HttpResponse:
    """Choose what to do in a session: a few questions in, what fits out; without them, every kind and plan."""
    session = queries.get_room(pk, request.viewer)
    return render(request, "activities/choose_kind.html", Chooser(session, request.GET).context())


@project_role(*RUNNERS)
def use_plan(request: Request, pk: int, key: str) -> HttpResponse:
    """Look at a ready-made plan; a post puts its steps on the run sheet."""
    session, plan = queries.get_room(pk, request.viewer), get_plan(key)
    if request.method == "POST":
        try:
            actions.use_plan(session=session, plan=plan, by=request.viewer)
        except Refused as refused:
            messages.warning(request, refused.because)
        else:
            messages.success(request, _("The plan is on the run sheet. Change it as you like."))
        return redirect("workshops:plan", pk=session.pk)
    context = {
        "session": session,
        "series": session.round.series,
        "stage": "plan",
        "plan": plan,
        "steps": [(step, kind_for(step.kind) if step.kind else None) for step in plan.steps],
    }
    return render(request, "activities/plan.html", context)


@project_role(*RUNNERS)
def new(request: Request, pk: int, kind: str) -> HttpResponse:
    """Set up an activity of one kind, see how it looks, and put it on the run sheet."""
    session = queries.get_room(pk, request.viewer)
    page = setup_page.SetupPage(kind_for(kind), request.POST or None, session=session)

    def save(values: dict[str, Any]) -> None:
        actions.add_activity(session=session, kind=kind, by=request.viewer, **values)

    return _set_up(request, page, save, session)


@project_role(*RUNNERS)
def edit(request: Request, pk: int) -> HttpResponse:
    """Change an activity that was never opened."""
    activity = queries.get_activity(pk, request.viewer)
    page = setup_page.SetupPage(kind_for(activity.kind), request.POST or None, activity)

    def save(values: dict[str, Any]) -> None:
        actions.change_activity(activity=activity, by=request.viewer, **values)

    return _set_up(request, page, save, activity.session)


def _set_up(request: Request, page: setup_page.SetupPage, save: Any, session: Any) -> HttpResponse:
    """Show the forms; keep them when they are right and “preview” was not pressed."""
    refused = ""
    if page.is_right and "preview" not in request.POST:
        try:
            save(page.values())
            return redirect("workshops:plan", pk=session.pk)
        except Refused as no:
            refused = no.because
    status = 200 if page.is_right or request.method == "GET" else 422
    return render(request, "activities/set_up.html", page.context(session, refused), status=status)


@project_role(*RUNNERS)
@require_POST
def remove(request: Request, pk: int) -> HttpResponse:
    """Take an activity that was never opened off the run sheet."""
    activity = queries.get_activity(pk, request.viewer)
    actions.remove_activity(activity=activity, by=request.viewer)
    return redirect("workshops:plan", pk=activity.session_id)
