"""What every page may know: where this installation is, whether it is a demonstration, and whom to call for help."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest

from alongside.kit.network import public_url


@dataclass(frozen=True)
class Help:
    """How to reach the people who run a project."""

    phone: str = ""
    email: str = ""


HelpFinder = Callable[[HttpRequest], Help]
_finder: dict[str, HelpFinder] = {}


def register_help(finder: HelpFinder) -> HelpFinder:
    """Tell the frame how to find the phone number for a request. It is asked only when a page shows it."""
    _finder["help"] = finder
    return finder


class PageFacts:
    """`page` in every template."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @property
    def is_demo(self) -> bool:
        """Whether this installation only shows how it works: letters stay in the app."""
        return bool(settings.IS_DEMO)

    @property
    def public_url(self) -> str:
        """The address other people type, without a slash at the end."""
        return public_url(self._request)

    @cached_property
    def _help(self) -> Help:
        finder = _finder.get("help")
        knows_who = hasattr(self._request, "viewer")  # not yet, when the request failed before our middleware
        return finder(self._request) if finder and knows_who else Help()

    @property
    def help_phone(self) -> str:
        """The number to call or text; a page with a `project` shows the project's own."""
        return self._help.phone

    @property
    def help_email(self) -> str:
        """The address to write to."""
        return self._help.email


def page(request: HttpRequest) -> dict[str, PageFacts]:
    """The context processor."""
    return {"page": PageFacts(request)}
