"""Other languages and easy read: of the question, and of what somebody said."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from alongside.activities import actions, other_words_page, queries
from alongside.activities.forms import TranslateForm
from alongside.activities.views.request import Request
from alongside.kit.access import project_role

RUNNERS = ("lead", "facilitator")


@project_role(*RUNNERS)
def other_words(request: Request, pk: int) -> HttpResponse:
    """The question in other languages and in easy read; also while the activity runs."""
    page = other_words_page.OtherWordsPage(queries.get_activity(pk, request.viewer), request.POST or None)
    if request.method == "POST" and page.is_right:
        page.keep(by=request.viewer)
        return redirect("workshops:plan", pk=page.activity.session_id)
    status = 422 if request.method == "POST" else 200
    return render(request, "activities/other_words.html", page.context(), status=status)


@project_role(*RUNNERS)
def translate(request: Request, pk: UUID) -> HttpResponse:
    """Put a translation beside somebody's words, or take one away."""
    contribution = queries.get_contribution(pk, request.viewer)
    back = redirect("activities:words", pk=contribution.activity_id)
    if request.method == "POST" and request.POST.get("drop"):
        found = queries.get_translation(contribution, request.POST["drop"])
        actions.drop_translation(translation=found.translation, by=request.viewer)
        return back
    form = TranslateForm(request.POST or None)
    if form.is_valid():
        actions.translate(contribution=contribution, by=request.viewer, **form.cleaned_data)
        return back
    context = {
        "form": form,
        "said": queries.said([contribution])[0],
        "translations": queries.list_translations(contribution, request.viewer),
        "activity": contribution.activity,
        "session": contribution.activity.session,
        "series": contribution.activity.session.round.series,
        "stage": "run",
    }
    return render(request, "activities/translate.html", context, status=422 if form.is_bound else 200)
