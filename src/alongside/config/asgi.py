"""What uvicorn serves: Django's pages in a few threads, and beside them the live room (`/live/`).

Django stays synchronous under `a2wsgi`; that serves 2.6 times the pages of its own ASGI handler.
Answers and the stream of the room do not pass through Django at all (docs/decisions/0004).
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from a2wsgi import WSGIMiddleware

from alongside.config.wsgi import application as pages_wsgi  # first: it sets Django up

# isort: split
from alongside.activities.live.app import room
from alongside.activities.live.replies import reply
from alongside.config.slow_clients import TooMuch, taken_in

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

THREADS = 4  # more than one, so that a slow page does not stop the others
PIECES = 4_096  # of a response, kept for a phone that takes its time: its thread goes on with others
pages = WSGIMiddleware(pages_wsgi, workers=THREADS, send_queue_size=PIECES)  # type: ignore[arg-type]
TEXT = (b"content-type", b"text/plain; charset=utf-8")


async def application(scope: Message, receive: Receive, send: Send) -> None:
    """Send each request to the part that answers it."""
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
    elif scope["type"] != "http":
        raise ValueError(f"{scope['type']} is not spoken here")
    elif scope["path"] == "/healthz":
        await reply(send, 200, f"ok\n{room.hub.others.trouble}".rstrip().encode() + b"\n", [TEXT])
    elif scope["path"].startswith("/live/"):
        await room(scope, receive, send)
    else:
        await _page(scope, receive, send)


async def _page(scope: Message, receive: Receive, send: Send) -> None:
    """Take the request in, then let Django answer it in a thread."""
    try:
        whole = await taken_in(receive)
    except TooMuch as much:
        await reply(send, much.status, b"This is more than we can take in at once.\n", [TEXT])
    else:
        await pages(scope, whole, send)  # type: ignore[arg-type]


async def _lifespan(receive: Receive, send: Send) -> None:
    """Start and stop the live room with the server."""
    while True:
        message = await receive()
        await (room.start() if message["type"] == "lifespan.startup" else room.stop())
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
