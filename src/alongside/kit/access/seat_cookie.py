"""The cookie that keeps a partner's seat on their phone.

Its value is the seat's secret; the server keeps a hash.
"""

import re
from http.cookies import CookieError, SimpleCookie
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

DAYS = 400
LONGEST = 200
_PLAIN = re.compile(rb"((?:__Host-)?seat)=([A-Za-z0-9_-]+)")  # the only cookie that most phones have


def name() -> str:
    """`__Host-seat` behind https; plain `seat` on a laptop's address in the hall, where the prefix cannot
    work.
    """
    return "__Host-seat" if settings.IS_SECURE else "seat"


def read(source: HttpRequest | str | bytes | None) -> str | None:
    """The seat's secret from a request or from a raw Cookie header; None when there is none."""
    if source is None:
        return None
    secret = source.COOKIES.get(name()) if isinstance(source, HttpRequest) else _from_header(source)
    return secret if secret and len(secret) <= LONGEST else None


def _from_header(header: str | bytes) -> str | None:
    plain = _PLAIN.fullmatch(header) if isinstance(header, bytes) else None
    if plain is not None and plain[1].decode() == name():
        return plain[2].decode()
    text = header.decode("latin-1") if isinstance(header, bytes) else header
    try:
        morsel = SimpleCookie(text).get(name())
    except CookieError:
        return None
    return morsel.value if morsel else None


def for_long() -> dict[str, Any]:
    """How a cookie is kept on a phone for 400 days, out of reach of scripts and of other sites."""
    return {
        "max_age": DAYS * 86_400,
        "path": "/",
        "secure": settings.IS_SECURE,
        "httponly": True,
        "samesite": "Lax",
    }


def put(response: HttpResponse, secret: str) -> None:
    """Keep the seat on this phone for 400 days."""
    response.set_cookie(name(), secret, **for_long())


def clear(response: HttpResponse) -> None:
    """Forget the seat on this phone."""
    response.delete_cookie(name(), path="/", samesite="Lax")
    response.cookies[name()]["secure"] = settings.IS_SECURE
    response.cookies[name()]["httponly"] = True
