"""The seat: where am I now, what to expect, waiting, my link, a break, leaving, clearing this phone."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.kit.access import Request, passed_phone, public, seat_cookie, with_seat
from alongside.kit.errors import Refused
from alongside.kit.languages import is_offered
from alongside.kit.network import public_url
from alongside.workshops import actions, queries, rules

if TYPE_CHECKING:
    from alongside.workshops.models import Seat


def _mine(request: Request) -> "Seat":
    return queries.get_my_seat(request.viewer.seat_id)


def _show(request: Request, name: str, seat: "Seat", **more: object) -> HttpResponse:
    session = seat.session
    facts = {"seat": seat, "session": session, "project": session.round.series.project, **more}
    return render(request, f"workshops/phone/{name}.html", facts)


@with_seat
@never_cache
@require_safe
def seat(request: Request) -> HttpResponse:
    """Where am I now: leads on to the page that fits."""
    mine = _mine(request)
    if mine.session.state == "ended":
        return _show(request, "ended", mine)
    if mine.left_at is not None:
        return _show(request, "left", mine)
    return redirect(queries.where_to(mine))


@with_seat
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def expect(request: Request) -> HttpResponse:
    """What to expect, and how we work together; agreeing leads on."""
    mine, because = _mine(request), ""
    ways = queries.newest_ways(mine.session.round.series)
    if request.method == "POST" and ways is not None:
        try:
            actions.agree_shown(seat=mine, shown=request.POST.get("ways", ""), by=request.viewer)
        except Refused as refused:
            because = refused.because
        else:
            return redirect("workshops:seat")
    facts = {"ways": ways, "because": because, "when": rules.when_words(mine.session)}
    return _show(request, "expect", mine, **facts, steps=queries.agenda_words(mine.session))


@with_seat
@never_cache
@require_safe
def wait(request: Request) -> HttpResponse:
    """In the room, nothing to answer just now. The live room leads on by itself; without it there is a button."""
    mine = _mine(request)
    if mine.session.state == "ended" or mine.left_at is not None:
        return redirect("workshops:seat")
    facts = {"when": rules.when_words(mine.session), "packs": queries.packs_for(mine.session)}
    is_passed, at = passed_phone.is_passed(request), queries.moment_of(mine.session)
    return _show(request, "wait", mine, **facts, is_passed=is_passed, at=at)


@with_seat
@never_cache
@require_safe
def my_link(request: Request) -> HttpResponse:
    """The link back to this seat, made from this phone's own cookie: nobody else can see it."""
    secret = seat_cookie.read(request) or ""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    more = f"?lang={chosen}" if is_offered(chosen) else ""
    link = public_url(request) + reverse("workshops:back", args=[secret]) + more
    return _show(request, "my_link", _mine(request), link=link)


@with_seat
@never_cache
@require_safe
def pause(request: Request) -> HttpResponse:
    """Take a break: the seat is kept."""
    return _show(request, "pause", _mine(request))


@with_seat
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: Request) -> HttpResponse:
    """Leave for today, with what can be done about one's words and this phone."""
    mine = _mine(request)
    if request.method != "POST":
        return _show(request, "leave", mine)
    actions.leave(seat=mine, by=request.viewer)
    return redirect("workshops:seat")


@with_seat
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose_group(request: Request) -> HttpResponse:
    """Pick a break-out group, where the facilitators left it to everybody."""
    mine, because = _mine(request), ""
    if request.method == "POST":
        picked = request.POST.get("group", "")
        try:
            number = int(picked) if picked.isdecimal() and len(picked) < 5 else 0
            actions.choose_group(seat=mine, number=number, by=request.viewer)
        except Refused as refused:
            because = refused.because
        else:
            return redirect("workshops:seat")
    facts = {"groups": queries.groups_of(mine.session), "may": rules.may_choose_group(mine)}
    facts["at"] = queries.moment_of(mine.session)
    return _show(request, "choose_group", mine, **facts, because=because)


@with_seat
@require_POST
def come_back(request: Request) -> HttpResponse:
    """Sit down again."""
    actions.come_back(seat=_mine(request), by=request.viewer)
    return redirect("workshops:seat")


@with_seat
@require_POST
def clear(request: Request) -> HttpResponse:
    """Take everything of ours off this phone: cookie, session, storage and cache."""
    request.session.flush()
    response = redirect("workshops:cleared")
    seat_cookie.clear(response)
    for name in (settings.LANGUAGE_COOKIE_NAME, passed_phone.COOKIE, "easy"):
        response.delete_cookie(name)
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@public
@never_cache
@require_safe
def cleared(request: Request) -> HttpResponse:
    """This phone is clear."""
    response = render(request, "workshops/phone/cleared.html")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@with_seat
@never_cache
@require_safe
def my_pack(request: Request, pk: int) -> HttpResponse:
    """What to read before."""
    found = queries.get_pack(pk, request.viewer)
    return _show(request, "pack", _mine(request), pack=found)
