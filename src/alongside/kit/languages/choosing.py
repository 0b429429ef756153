"""Which language a page is in: what the phone chose before, else what its browser asks for, else English."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from http.cookies import CookieError, SimpleCookie
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_from_request, get_language_info
from django.utils.translation.trans_real import parse_accept_lang_header

View = TypeVar("View", bound=Callable[..., Any])

ASKED = "lang"
"""The word of an address that chooses a language: `?lang=cy`. The choice is kept in a cookie of the phone."""


@dataclass(frozen=True)
class Offered:
    """One language a partner can choose, called by its own name."""

    code: str
    name: str
    direction: str


def offered() -> Iterator[Offered]:
    """Every language that partners can choose, English first."""
    for code, name in settings.LANGUAGES:
        yield Offered(code, name, direction_of(code))


def others() -> list[str]:
    """The languages besides English."""
    return [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def direction_of(code: str) -> str:
    """“rtl” for a language written from right to left, else “ltr”; also for one we have no catalogue of."""
    try:
        return "rtl" if get_language_info(code)["bidi"] else "ltr"
    except KeyError:
        return "ltr"


def is_offered(code: str | None) -> bool:
    """Whether partners can choose it."""
    return code in dict(settings.LANGUAGES)


def language_of(request: HttpRequest) -> str:
    """The language of a request for a page: chosen just now, chosen before, or the browser's own."""
    asked = request.GET.get(ASKED)
    return asked if asked is not None and is_offered(asked) else get_language_from_request(request)


def language_in(cookies: bytes, accepted: bytes = b"") -> str:
    """The same for a raw request: from its Cookie and Accept-Language headers."""
    name = settings.LANGUAGE_COOKIE_NAME
    chosen = _chosen_in(cookies, name) if name.encode() in cookies else None
    return chosen or _asked_for(accepted)


def _chosen_in(cookies: bytes, name: str) -> str | None:
    try:
        morsel = SimpleCookie(cookies.decode("latin-1")).get(name)
    except CookieError:
        return None
    return morsel.value if morsel is not None and is_offered(morsel.value) else None


@lru_cache(maxsize=256)
def _asked_for(accepted: bytes) -> str:
    """What a browser asks for. There are few browsers' headers, and many answers with each."""
    for wanted, _weight in parse_accept_lang_header(accepted.decode("latin-1").lower()):
        for code, _name in settings.LANGUAGES:
            if code.split("-")[0] == wanted.split("-")[0]:
                return code
    return settings.LANGUAGE_CODE


def in_english(view: View) -> View:
    """Mark a view that anybody may open but that is for the team: it stays in English, as the desk does."""
    view.is_in_english = True  # type: ignore[attr-defined]
    return view
