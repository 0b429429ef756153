"""On paper: the guide of a workshop, a reading pack, a poster with the way in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from alongside.kit.access import Request, project_role
from alongside.kit.network import public_url
from alongside.methods import codes
from alongside.workshops import queries, rules

READERS = ("lead", "facilitator", "analyst")


@project_role(*READERS)
@require_safe
def guide(request: Request, pk: int) -> HttpResponse:
    """The facilitators' guide: each step with what to do, say, ask and bring."""
    session = queries.get_planned(pk, request.viewer)
    facts = {"session": session, "when": rules.when_words(session), "steps": queries.timed_steps(session)}
    more = {
        "facilitators": queries.facilitators_of(session),
        "ways": queries.newest_ways(session.round.series),
    }
    return render(request, "workshops/guide.html", {**facts, **more})


@project_role(*READERS)
@require_safe
def pack(request: Request, pk: int) -> HttpResponse:
    """A reading pack, to print or to read."""
    found = queries.get_pack(pk, request.viewer)
    return render(request, "workshops/pack.html", {"pack": found, "project": found.round.series.project})


@project_role(*READERS)
@require_safe
def poster(request: Request, pk: int) -> HttpResponse:
    """The way in, for the wall of a real room."""
    session = queries.get_planned(pk, request.viewer)
    link = public_url(request) + reverse("workshops:door_link", args=[session.link_token or "-"])
    facts = {"session": session, "link": link, "code": codes.formatted(session.join_code or "")}
    more = {
        "join": public_url(request) + reverse("workshops:join"),
        "project": session.round.series.project,
    }
    return render(request, "workshops/poster.html", {**facts, **more, "when": rules.when_words(session)})
