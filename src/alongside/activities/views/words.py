"""What stands on the wall, for the facilitators: taking words off it and putting them up again."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from alongside.activities import actions, queries
from alongside.activities.forms import HideForm
from alongside.activities.views.request import Request
from alongside.kit.access import project_role

RUNNERS = ("lead", "facilitator")


@project_role(*RUNNERS)
def words(request: Request, pk: int) -> HttpResponse:
    """Everything said in an activity, and what was taken off the wall."""
    activity = queries.get_activity(pk, request.viewer)
    context = {
        "activity": activity,
        "session": activity.session,
        "series": activity.session.round.series,
        "stage": "run",
        "said": queries.page_of_said(activity, request.GET.get("page"), with_hidden=True),
        "parts": queries.page_of_parts(activity, request.GET.get("part")),
    }
    return render(request, "activities/words.html", context)


@project_role(*RUNNERS)
def hide(request: Request, pk: UUID) -> HttpResponse:
    """Take one contribution off the wall with a reason, or put it up again."""
    contribution = queries.get_contribution(pk, request.viewer)
    back = redirect("activities:words", pk=contribution.activity_id)
    if request.method == "POST" and contribution.hidden_at:
        actions.unhide(contribution=contribution, by=request.viewer)
        return back
    form = HideForm(request.POST or None)
    if form.is_valid():
        actions.hide_words(contribution=contribution, by=request.viewer, because=form.cleaned_data["because"])
        return back
    return _ask(request, form, contribution.activity, queries.words_of(contribution) or "")


@project_role(*RUNNERS)
def hide_part(request: Request, pk: int, part: str) -> HttpResponse:
    """Take one word of a cloud off the wall, whoever said it, or put it up again."""
    activity = queries.get_activity(pk, request.viewer)
    back = redirect("activities:words", pk=activity.pk)
    if request.method == "POST" and part in activity.setup.get("hidden", []):
        actions.unhide_part(activity=activity, part=part, by=request.viewer)
        return back
    form = HideForm(request.POST or None)
    if form.is_valid():
        actions.hide_part(
            activity=activity, part=part, by=request.viewer, because=form.cleaned_data["because"]
        )
        return back
    return _ask(request, form, activity, queries.part_label(activity, part))


def _ask(request: Request, form: HideForm, activity: object, text: str) -> HttpResponse:
    context = {"form": form, "activity": activity, "text": text, "stage": "run"}
    return render(request, "activities/hide.html", context, status=422 if form.is_bound else 200)
