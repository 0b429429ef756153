"""Stands at every door: sets `request.viewer`, checks the mark of the view, turns refusals into pages."""

from collections.abc import Callable
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import get_resolver
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from alongside.kit.access import marks
from alongside.kit.access.second_factor import missing_step
from alongside.kit.access.viewer import viewer_of
from alongside.kit.errors import NotVisible, Refused


class AccessMiddleware:
    """One door for all pages. Deny by default."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Give the request its viewer, found only when somebody asks, and keep the page out of every cache."""
        request.viewer = SimpleLazyObject(lambda: viewer_of(request))  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.setdefault("Cache-Control", "no-store")  # phones are shared: no page stays on one
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """None lets the request in; a response turns it away."""
        match = request.resolver_match
        mark = marks.mark_of(view, match.url_name if match else None)
        if mark is None:
            raise ImproperlyConfigured(
                f"The view {view.__module__}.{getattr(view, '__name__', view)} has no mark. Add @public, "
                "@with_seat, @signed_in or @project_role(...) from alongside.kit.access."
            )
        return _CHECKS[mark.door](request, mark)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """NotVisible becomes the 404 page, Refused a page with the sentence and a way back."""
        if isinstance(problem, NotVisible):
            return _not_found(request, problem)
        if isinstance(problem, Refused):
            context = {"because": problem.because, "back": _way_back(request)}
            return render(request, "ui/refused.html", context, status=409)
        return None


def _not_found(request: HttpRequest, problem: Exception) -> HttpResponse:
    answer: Any = get_resolver().resolve_error_handler(404)
    return cast(HttpResponse, answer(request, exception=problem))


def _way_back(request: HttpRequest) -> str:
    """The page the person came from, when it is ours; else the front door."""
    came_from = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()})
    return came_from if is_ours else "/"


def _anybody(_request: HttpRequest, _mark: marks.Mark) -> None:
    return None


def _needs_seat(request: HttpRequest, _mark: marks.Mark) -> HttpResponse | None:
    if request.viewer.seat_id is not None:  # type: ignore[attr-defined]
        return None
    messages.info(
        request, _("This phone has no seat in a session yet. Type the code from the screen to join.")
    )
    return redirect("home:front")


def _needs_sign_in(request: HttpRequest, _mark: marks.Mark) -> HttpResponse | None:
    if request.user.is_authenticated:
        return None
    target = request.get_full_path() if request.method == "GET" else "/"
    return redirect_to_login(target, settings.LOGIN_URL)


def _needs_role(request: HttpRequest, mark: marks.Mark) -> HttpResponse | None:
    turned_away = _needs_sign_in(request, mark)
    if turned_away is not None:
        return turned_away
    if not request.viewer.holds_any(mark.roles):  # type: ignore[attr-defined]
        return _not_found(request, NotVisible())
    step = missing_step(request)
    return None if step is None else redirect(step)


_CHECKS: dict[str, Callable[[HttpRequest, marks.Mark], HttpResponse | None]] = {
    "public": _anybody,
    "seat": _needs_seat,
    "signed_in": _needs_sign_in,
    "role": _needs_role,
}
