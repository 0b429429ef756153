"""Who is looking: an account with roles in projects, a seat in a session, both, or nobody."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from types import MappingProxyType

from django.http import HttpRequest

from alongside.kit.access import seat_cookie

ROLES = frozenset({"lead", "facilitator", "analyst", "payments", "auditor", "safeguarding"})

NO_ROLES: Mapping[int, frozenset[str]] = MappingProxyType({})
FindRoles = Callable[[int], Mapping[int, frozenset[str]]]
FindSeat = Callable[[str], int | None]


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is looking. `roles` maps project id to the roles held there."""

    account_id: int | None = None
    seat_id: int | None = None
    roles: Mapping[int, frozenset[str]] = field(default_factory=lambda: NO_ROLES, hash=False)

    @property
    def is_team(self) -> bool:
        """Holds a role in some project."""
        return any(self.roles.values())

    def has_role(self, project_id: int, *roles: str) -> bool:
        """Holds one of these roles in this project; with no role named, any role."""
        held = self.roles.get(project_id, frozenset())
        return bool(held & set(roles)) if roles else bool(held)

    def holds_any(self, roles: AbstractSet[str]) -> bool:
        """Holds one of these roles in some project."""
        return any(held & roles for held in self.roles.values())

    @property
    def label(self) -> str:
        """How the audit line names the viewer: a number, never a name."""
        if self.account_id is not None:
            return f"account {self.account_id}"
        return "nobody" if self.seat_id is None else f"seat {self.seat_id}"


NOBODY = Viewer()


class Request(HttpRequest):
    """A request as the door hands it to a view: it knows who is looking. For types only; nobody makes one."""

    viewer: Viewer


_find: dict[str, Callable] = {}


def register_roles(find: FindRoles) -> FindRoles:
    """Tell the kit how an account's roles are found: account id -> {project id: roles}."""
    _find["roles"] = find
    return find


def register_seat(find: FindSeat) -> FindSeat:
    """Tell the kit how a seat is found from the secret in the phone's cookie."""
    _find["seat"] = find
    return find


def viewer_of(request: HttpRequest) -> Viewer:
    """The viewer behind a request. A wrong or old seat cookie is simply no seat."""
    account = getattr(request, "user", None)
    account_id = account.pk if account is not None and account.is_authenticated else None
    secret = seat_cookie.read(request)
    return Viewer(
        account_id=account_id,
        seat_id=_find["seat"](secret) if secret and "seat" in _find else None,
        roles=_find["roles"](account_id) if account_id is not None and "roles" in _find else NO_ROLES,
    )
