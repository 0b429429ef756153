"""A phone that is passed round: it holds a seat for each person who used it, in the order of their turns.

The seat whose turn it is stands in the seat cookie, as on any phone. What was said from one seat is not to be seen by
the next person who holds the phone; so pages of somebody's own words are shut while it goes round.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.kit.access import seat_cookie

View = TypeVar("View", bound=Callable[..., Any])

COOKIE = "passed"
MOST = 12
HOURS = 12


def read(request: HttpRequest) -> tuple[str, ...]:
    """The secrets of the seats in their turns; empty on a phone that is somebody's own."""
    told = request.COOKIES.get(COOKIE, "")
    secrets = tuple(part for part in told.split(".")[:MOST] if part)
    return secrets if seat_cookie.read(request) in secrets else ()


def is_passed(request: HttpRequest) -> bool:
    """Whether this phone goes round."""
    return bool(read(request))


def put(response: HttpResponse, secrets: Sequence[str]) -> None:
    """Keep the seats on the phone for the length of a workshop."""
    for_a_while = {**seat_cookie.for_long(), "max_age": HOURS * 3600}
    response.set_cookie(COOKIE, ".".join(secrets[:MOST]), **for_a_while)


def clear(response: HttpResponse) -> None:
    """The phone is somebody's own again."""
    response.delete_cookie(COOKIE)
    response.cookies[COOKIE]["secure"] = settings.IS_SECURE


def next_turn(secrets: Sequence[str], now: str) -> str:
    """Whose turn comes after this one; the first again after the last."""
    return secrets[(secrets.index(now) + 1) % len(secrets)]


def own_phone(view: View) -> View:
    """Mark a page of somebody's own words: while the phone goes round it leads back to handing it on."""

    @wraps(view)
    def only_on_ones_own(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_passed(request):
            messages.info(
                request, _("This phone goes round. See your words with your own link, on your own phone.")
            )
            return redirect("workshops:hand_on")
        answer: HttpResponse = view(request, *args, **kwargs)
        return answer

    return only_on_ones_own  # type: ignore[return-value]
