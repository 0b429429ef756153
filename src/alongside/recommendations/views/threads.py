"""Thread pages of the team: from words forward, from a recommendation both ways, from a version back."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.kit.access import Request, project_role
from alongside.recommendations import queries, rules, thread
from alongside.resources.queries import get_version

if TYPE_CHECKING:
    from alongside.workshops.models import Series


@project_role(*rules.READERS)
@require_safe
def thread_contribution(request: Request, pk: UUID) -> HttpResponse:
    """Where somebody's words went."""
    followed = queries.follow(pk, request.viewer)
    session = followed.said.contribution.activity.session
    facts = {
        "said": followed.said,
        "threads": thread.of_words(followed),
        "session": session,
        "series": session.round.series,
    }
    return render(request, "recommendations/thread.html", {**facts, "from": "words", "stage": "sense"})


@project_role(*rules.TEAM)
@require_safe
def thread_recommendation(request: Request, pk: int) -> HttpResponse:
    """From those who said it to those who were told."""
    ask = queries.get_ask(pk, request.viewer, with_seats=False)
    series = ask.recommendation.round.series
    shown = thread.of_recommendation(ask, opens_words=_reads(request, series))
    facts = {"ask": ask, "recommendation": ask.recommendation, "series": series, "threads": [shown]}
    return render(request, "recommendations/thread.html", {**facts, "from": "recommendation", "stage": "ask"})


@project_role(*rules.TEAM)
@require_safe
def thread_version(request: Request, pk: int) -> HttpResponse:
    """From a version back to the words behind each of its changes."""
    version = get_version(pk, request.viewer)
    asks = queries.asks_behind(version, request.viewer)
    series = version.resource.series
    shown = thread.of_version(asks, pk, opens_words=_reads(request, series))
    facts = {"version": version, "asks": asks, "series": series, "threads": shown}
    return render(request, "recommendations/thread.html", {**facts, "from": "version", "stage": "change"})


def _reads(request: Request, series: "Series") -> bool:
    """Whether the viewer reads what was said in a series."""
    return request.viewer.has_role(series.project_id, *rules.READERS)
