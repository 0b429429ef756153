"""The stream of a session's state, and the same state for those who ask now and then."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs

from django.db import close_old_connections

from alongside.activities.live import who
from alongside.activities.live.hub import Hub
from alongside.activities.live.listener import Listener
from alongside.activities.live.replies import (
    JSON,
    SAFE,
    Receive,
    Scope,
    Send,
    cookies,
    header,
    not_found,
    reply,
    reply_json,
)
from alongside.activities.live.state import ROOM, base_of, group_of

STREAM = [
    *SAFE,
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"x-accel-buffering", b"no"),
    (b"vary", b"accept-encoding"),
]
pool = ThreadPoolExecutor(3, thread_name_prefix="live")


async def name_of(scope: Scope, session_id: int, audience: str) -> str | None:
    """Who asks, if they may listen to this audience of this session."""
    jar = cookies(scope)
    number = group_of(audience)
    if base_of(audience) == ROOM:
        known = who.known_seat_in(jar, session_id, number)
        return known or await in_pool(lambda: who.seat_in(jar, session_id, number))
    token = _query(scope, "wall")
    if token:
        return await in_pool(lambda: who.screen_in(token, session_id, number))
    return await in_pool(lambda: who.team_in(jar, session_id))


async def in_pool(look: Callable[[], str | None]) -> str | None:
    """Ask the store outside the event loop."""

    def work() -> str | None:
        close_old_connections()
        return look()

    return await asyncio.get_running_loop().run_in_executor(pool, work)


async def stream(hub: Hub, scope: Scope, receive: Receive, send: Send, key: tuple[int, str]) -> None:
    """Keep the connection open; the hub sends. Ends when either side closes."""
    name = await name_of(scope, *key)
    if name is None:
        return await not_found(send)
    if not hub.has_room:
        return await reply_json(send, 503, {"ok": False}, after=5)
    is_packed = b"gzip" in header(scope, b"accept-encoding")
    coding = [(b"content-encoding", b"gzip")] if is_packed else []
    await send({"type": "http.response.start", "status": 200, "headers": [*STREAM, *coding]})
    seen = header(scope, b"last-event-id").decode("latin-1") or _query(scope, "since")
    listener = Listener(send, name, is_packed=is_packed, seen=seen)
    scope["headers"].clear()  # nobody asks again, and ten thousand streams stay open
    hub.join(key, listener)
    try:
        while (await receive())["type"] != "http.disconnect":
            pass
    finally:
        hub.leave(key, listener)
    return None


async def state(hub: Hub, scope: Scope, send: Send, key: tuple[int, str]) -> None:
    """The newest state once, with its version as ETag."""
    if await name_of(scope, *key) is None:
        return await not_found(send)
    painted = await hub.newest(key)
    if painted is None:
        return await reply_json(send, 503, {"ok": False}, after=5)
    tag = f'"{painted.version}"'.encode()
    if header(scope, b"if-none-match") == tag:
        return await reply(send, 304, b"", [(b"etag", tag)])
    data = f'{{"v":"{painted.version}",{painted.text[1:]}'.encode()
    return await reply(send, 200, data, [JSON, (b"etag", tag)])


def _query(scope: Scope, name: str) -> str:
    found = parse_qs(scope["query_string"].decode("latin-1")).get(name)
    return found[0] if found else ""
