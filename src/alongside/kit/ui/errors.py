"""The pages for when something does not work: each says what happened, that nothing is lost, and the way on."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from alongside.kit.access import public


def way_back(request: HttpRequest) -> str:
    """The page somebody came from, when it is one of ours; else the front door."""
    came_from = request.headers.get("Referer", "")
    return came_from if url_has_allowed_host_and_scheme(came_from, {request.get_host()}) else "/"


def _page(request: HttpRequest, name: str, status: int) -> HttpResponse:
    return render(request, f"ui/errors/{name}.html", {"back": way_back(request)}, status=status)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """400: the browser sent something we cannot read."""
    return _page(request, "400", 400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """403: signed in, but this page is for another role."""
    return _page(request, "403", 403)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that was open too long. What was typed comes back by going one page back."""
    return _page(request, "csrf", 403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """404, the same for what is not there and what is not yours to see."""
    return _page(request, "404", 404)


def gone(request: HttpRequest) -> HttpResponse:
    """410: it was here and was taken away on purpose."""
    return _page(request, "410", 410)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. Drawn without context, so that it cannot break again."""
    return HttpResponse(loader.render_to_string("ui/errors/500.html"), status=500)


@public
@never_cache
def offline(request: HttpRequest) -> HttpResponse:
    """What a phone keeps to show when there is no signal."""
    return render(request, "ui/errors/offline.html")
