"""Gives each page its language. A partner's choice is kept on the phone alone, never with the seat.

A language few people of a room speak would tell whose words are whose; so the server does not learn who chose it.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from alongside.kit.access import marks, seat_cookie
from alongside.kit.languages.choosing import ASKED, is_offered, language_of

FOR_PARTNERS = {"public", "seat"}


class LanguageMiddleware:
    """Pages that partners may open are in their language; the team's desk is in English."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Switch for this request, and keep a language that was chosen just now."""
        with translation.override(language_of(request)):
            request.LANGUAGE_CODE = translation.get_language()  # type: ignore[attr-defined]
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "")
        asked = request.GET.get(ASKED)
        if asked is not None and is_offered(asked) and settings.LANGUAGE_COOKIE_NAME not in response.cookies:
            _keep(response, asked)
        return response

    def process_view(self, request: HttpRequest, view: Callable[..., Any], _args: Any, _kwargs: Any) -> None:
        """Go back to English for a page of the team."""
        if not _is_for_partners(request, view):
            translation.activate(settings.LANGUAGE_CODE)
            request.LANGUAGE_CODE = settings.LANGUAGE_CODE  # type: ignore[attr-defined]


def _is_for_partners(request: HttpRequest, view: Callable[..., Any]) -> bool:
    match = request.resolver_match
    mark = marks.mark_of(view, match.url_name if match else None)
    is_open = mark is not None and mark.door in FOR_PARTNERS
    is_ours = not (view.__module__ or "").startswith(marks.ALLAUTH_MODULES)
    return is_open and is_ours and not getattr(view, "is_in_english", False)


def _keep(response: HttpResponse, language: str) -> None:
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, **seat_cookie.for_long())
