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

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

THREADS = 4  # more than one, so that a slow page does not stop the others
pages = WSGIMiddleware(pages_wsgi, workers=THREADS)  # type: ignore[arg-type]


async def application(scope: Message, receive: Receive, send: Send) -> None:
    """Send each request to the part that answers it."""
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
    elif scope["type"] != "http":
        raise ValueError(f"{scope['type']} is not spoken here")
    elif scope["path"] == "/healthz":
        await _healthy(send)
    elif scope["path"].startswith("/live/"):
        await room(scope, receive, send)
    else:
        await pages(scope, receive, send)  # type: ignore[arg-type]


async def _lifespan(receive: Receive, send: Send) -> None:
    """Start and stop the live room with the server."""
    while True:
        message = await receive()
        await (room.start() if message["type"] == "lifespan.startup" else room.stop())
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _healthy(send: Send) -> None:
    """Say that the server answers; nothing else is told to whoever asks."""
    headers = [(b"content-type", b"text/plain"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"ok\n"})
