"""A phone that is passed round: starting it, the page between two people, and stopping it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.kit.access import Request, passed_phone, seat_cookie, with_seat
from alongside.kit.errors import Refused
from alongside.workshops import actions, queries
from alongside.workshops.seats import new_secret


@with_seat
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pass_round(request: Request) -> HttpResponse:
    """What passing the phone round means; a post begins it."""
    if request.method != "POST":
        seat = queries.get_my_seat(request.viewer.seat_id)
        return render(request, "workshops/phone/pass_round.html", {"seat": seat, "session": seat.session})
    response = redirect("workshops:seat")
    passed_phone.put(response, [seat_cookie.read(request) or ""])
    return response


@with_seat
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def hand_on(request: Request) -> HttpResponse:
    """Between two people: nothing of the one before, and a button for the next."""
    turns = passed_phone.read(request)
    if not turns:
        return redirect("workshops:seat")
    if request.method == "POST":
        return _take_it(request, turns)
    facts = queries.turns_of(turns, seat_cookie.read(request) or "")
    seat = queries.get_my_seat(request.viewer.seat_id)
    more = {
        "seat": seat,
        "session": seat.session,
        "new_secret": new_secret(),
        "is_full": len(turns) >= passed_phone.MOST,
    }
    return render(request, "workshops/phone/hand_on.html", {"turns": facts, **more})


def _take_it(request: Request, turns: tuple[str, ...]) -> HttpResponse:
    """The next person takes the phone: one of those before, somebody new, or its owner for good."""
    who, now = request.POST.get("who"), seat_cookie.read(request) or ""
    response = redirect("workshops:seat")
    if who == "stop":
        passed_phone.clear(response)
        seat_cookie.put(response, turns[0])
    elif who == "new":
        return _somebody_new(request, turns, request.POST.get("secret", ""))
    else:
        seat_cookie.put(response, passed_phone.next_turn(turns, now))
    return response


def _somebody_new(request: Request, turns: tuple[str, ...], secret: str) -> HttpResponse:
    """A seat of their own, with a vote of their own; they see what to expect, and agree, like everybody."""
    seat = queries.get_my_seat(request.viewer.seat_id)
    if secret not in turns and len(turns) >= passed_phone.MOST:
        return redirect("workshops:hand_on")
    try:
        actions.join(session=seat.session, secret=secret)
    except Refused as refused:
        facts = {"session": seat.session, "because": refused.because}
        return render(request, "workshops/phone/shut.html", facts, status=409)
    response = redirect("workshops:seat")
    passed_phone.put(response, [*turns, *({secret} - {*turns})])
    seat_cookie.put(response, secret)
    return response
