"""Who may listen to a session: a seat in it hears the room; who runs it, and its room screen, hear the stage."""

from http.cookies import CookieError, SimpleCookie

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.core import signing
from django.http import HttpRequest

from alongside.activities.live import facts
from alongside.activities.rules import may_run
from alongside.kit.access import may_see, seat_cookie, viewer_of
from alongside.kit.access.second_factor import missing_step
from alongside.workshops.models import SessionState

WALL = "live.wall"
WALL_HOURS = 16


def seat_in(cookies: bytes, session_id: int, group: int = 0) -> str | None:
    """The name under which a seat of this session listens ("seat 17"); None for everybody else. May ask the store.

    With `group` only for the seats of that break-out group, while people are apart.
    """
    secret = seat_cookie.read(cookies)
    seat = facts.seat_of(secret) if secret else None
    return _seat_name(seat, session_id, group)


def known_seat_in(cookies: bytes, session_id: int, group: int = 0) -> str | None:
    """The same from memory alone; None also when we do not know by heart."""
    secret = seat_cookie.read(cookies)
    return _seat_name(facts.known_seat(secret) if secret else None, session_id, group)


def _seat_name(seat: facts.SeatFacts | None, session_id: int, group: int) -> str | None:
    is_here = seat is not None and seat.session_id == session_id and seat.is_in
    is_here = is_here and seat is not None and group in {0, seat.apart}
    return f"seat {seat.id}" if seat is not None and is_here else None


def team_in(cookies: bytes, session_id: int) -> str | None:
    """The name of a signed-in account that may run this session ("account 3"), second factor done; else None."""
    session = facts.session_of(session_id)
    if session is None:
        return None
    request = _request(cookies)
    viewer = viewer_of(request)
    is_theirs = may_run(session.session, viewer) and may_see(viewer, session.session)
    if viewer.account_id is None or not is_theirs or missing_step(request) is not None:
        return None
    return viewer.label


def _request(cookies: bytes) -> HttpRequest:
    """A request with the account behind a Cookie header, as Django's middleware would make it."""
    request = HttpRequest()
    try:
        jar = SimpleCookie(cookies.decode("latin-1"))
    except CookieError:
        jar = SimpleCookie()
    request.COOKIES = {name: morsel.value for name, morsel in jar.items()}
    request.session = SessionStore(request.COOKIES.get(settings.SESSION_COOKIE_NAME))
    request.user = get_user(request)
    return request


def wall_token(session_id: int, group: int = 0) -> str:
    """A token that lets a screen without sign-in show the stage of this session, or of one of its break-out groups,
    for a day's work."""
    return signing.dumps([session_id, group], salt=WALL)


def opened_token(token: str) -> tuple[int, int] | None:
    """The session and the break-out group (0: the whole room) a token is for; None when it is not good any more."""
    try:
        session_id, group = signing.loads(token, salt=WALL, max_age=WALL_HOURS * 3600)
    except (signing.BadSignature, TypeError, ValueError):
        return None
    return int(session_id), int(group)


def screen_in(token: str, session_id: int, group: int = 0) -> str | None:
    """The name of the screen that holds a good token of a session that has not ended; else None."""
    is_good = opened_token(token) == (session_id, group)
    session = facts.session_of(session_id) if is_good else None
    return f"wall {session_id}" if session and session.session.state != SessionState.ENDED else None
