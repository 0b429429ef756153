"""Who is looking and what they may see.

A `Viewer` is an account with roles, a seat, or nobody. Every view carries a mark; every model has one rule
in its capability's rules.py (`@sees(Model)`); `may_see` is the one question pages, exports, the live room
and mail ask. How roles, seats and second factors are found is registered from the capabilities above.
"""

from alongside.kit.access import passed_phone, seat_cookie
from alongside.kit.access.marks import Mark, mark_of, project_role, public, signed_in, with_seat
from alongside.kit.access.second_factor import register_second_factor
from alongside.kit.access.sight import has_rule, may_see, see_or_404, sees
from alongside.kit.access.viewer import (
    NOBODY,
    ROLES,
    Request,
    Viewer,
    register_roles,
    register_seat,
    viewer_of,
)

__all__ = [
    "NOBODY",
    "ROLES",
    "Mark",
    "Request",
    "Viewer",
    "has_rule",
    "mark_of",
    "may_see",
    "passed_phone",
    "project_role",
    "public",
    "register_roles",
    "register_seat",
    "register_second_factor",
    "seat_cookie",
    "see_or_404",
    "sees",
    "signed_in",
    "viewer_of",
    "with_seat",
]
