"""Every view carries one mark that says who may come in. A view without a mark is refused."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from alongside.kit.access.viewer import ROLES

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Mark:
    """Who may come in: `door` is public, seat, signed_in or role; `roles` only for the last."""

    door: str
    roles: frozenset[str] = frozenset()


PUBLIC = Mark("public")
SIGNED_IN = Mark("signed_in")
SEAT = Mark("seat")

# Pages of django-allauth: it guards them itself (sign-in, codes, passkeys, second factor).
ALLAUTH_PREFIXES = ("account_", "mfa_")
ALLAUTH_MODULES = ("allauth.",)


def _put(view: View, mark: Mark) -> View:
    view.access = mark  # type: ignore[attr-defined]
    return view


def public(view: View) -> View:
    """Anybody may come in."""
    return _put(view, PUBLIC)


def with_seat(view: View) -> View:
    """Only a phone with a seat; others are led kindly to the front door."""
    return _put(view, SEAT)


def signed_in(view: View) -> View:
    """Only somebody who signed in, with or without a role."""
    return _put(view, SIGNED_IN)


def project_role(*roles: str) -> Callable[[View], View]:
    """Only somebody signed in, with the second factor, who holds one of these roles in some project.

    The query of the page then decides about the one object, through see_or_404.
    """
    unknown = set(roles) - ROLES
    if unknown or not roles:
        raise ValueError(f"Name roles out of {sorted(ROLES)}; not {sorted(unknown)}.")
    return lambda view: _put(view, Mark("role", frozenset(roles)))


def mark_of(view: Callable[..., Any], url_name: str | None = None) -> Mark | None:
    """The mark of a view, or None. The pages of allauth count as public: they guard themselves."""
    mark = getattr(view, "access", None)
    if mark is None:
        mark = getattr(getattr(view, "view_class", None), "access", None)
    if mark is None and (view.__module__ or "").startswith(ALLAUTH_MODULES):
        known = url_name is not None and url_name.startswith(ALLAUTH_PREFIXES)
        return PUBLIC if known else None
    return mark
