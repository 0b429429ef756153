"""A partner's own words, and what became of them: by their own link, or by the link in a letter."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from alongside.kit.access import Request, passed_phone, public, seat_cookie, with_seat
from alongside.kit.errors import Refused
from alongside.recommendations import actions, queries, thread
from alongside.recommendations.forms import MeantForm


@with_seat
@passed_phone.own_phone
@never_cache
@require_safe
def because(request: Request) -> HttpResponse:
    """Everything I said, each with what became of it."""
    found = queries.stories(seat_cookie.read(request) or "")
    return render(request, "recommendations/phone/because.html", {"stories": found})


@with_seat
@passed_phone.own_phone
@never_cache
@require_safe
def because_words(request: Request, pk: UUID) -> HttpResponse:
    """What became of these words of mine."""
    found = queries.stories_of(pk, seat_cookie.read(request) or "")
    if len(found) == 1 and found[0].ask:
        return redirect("recommendations:because_one", pk, found[0].ask.recommendation.pk)
    facts = {
        "stories": found,
        "story": found[0],
        "stops": thread.of_story(found[0]),
        "is_one": len(found) == 1,
    }
    return render(request, "recommendations/phone/because_words.html", facts)


@with_seat
@passed_phone.own_phone
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def because_one(request: Request, pk: UUID, recommendation: int) -> HttpResponse:
    """One story, from my words to what changed, and whether it is what I meant."""
    secret = seat_cookie.read(request) or ""
    story, others = queries.get_story(pk, recommendation, secret)
    return _story(request, story, others)


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def told(request: Request, token: str) -> HttpResponse:
    """The same by the link of a letter."""
    return _story(request, queries.story_of_letter(token), [])


def _story(request: Request, story: queries.Story, others: list[queries.Story]) -> HttpResponse:
    form = MeantForm(request.POST or None)
    if form.is_valid():
        try:
            words = form.cleaned_data["words"]
            actions.say_meant(story=story, meant=form.cleaned_data["meant"], words=words, by=request.viewer)
        except Refused as refused:
            form.add_error(None, refused.because)
        else:
            return redirect(f"{request.path}?thanks")
    actions.see_tellings(story=story, by=request.viewer)
    facts = {"story": story, "stops": thread.of_story(story), "form": form, "others": others}
    return render(request, "recommendations/phone/story.html", facts, status=422 if form.is_bound else 200)
