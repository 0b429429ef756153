"""A request is taken in whole before a thread is asked for it, so that a slow phone never holds one."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]

MOST_BYTES = 12 * 1024 * 1024  # a whole series can be brought in by one upload; nothing else comes near
MOST_SECONDS = 60.0


class TooMuch(Exception):
    """The request is too large (413) or takes too long (408)."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


async def taken_in(receive: Receive) -> Receive:
    """Wait for the whole body, then give a `receive` that hands it over at once. TooMuch when that won't end."""
    try:
        body = await asyncio.wait_for(_body(receive), MOST_SECONDS)
    except TimeoutError:
        raise TooMuch(408) from None
    whole = {"type": "http.request", "body": body, "more_body": False}

    async def at_once() -> Message:
        return whole

    return at_once


async def _body(receive: Receive) -> bytes:
    parts, size, is_more = [], 0, True
    while is_more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise TooMuch(400)
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > MOST_BYTES:
            raise TooMuch(413)
        is_more = message.get("more_body", False)
    return b"".join(parts)
