"""A small browser for raw ASGI: streams that are read or not read, answers, the state."""

import asyncio
import json
import zlib
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

HOST = "192.168.1.5:8000"


class Reply:
    """One response, and how to wait for more of it."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: dict[str, str] = {}
        self.body = b""
        self.is_done = False
        self.is_reading = asyncio.Event()
        self.is_reading.set()
        self._gone = asyncio.Event()
        self._more = asyncio.Condition()

    async def send(self, message: dict[str, Any]) -> None:
        """What the server calls."""
        await self.is_reading.wait()
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            self.body += message.get("body", b"")
            self.is_done = not message.get("more_body", False)
            if self.is_done:
                self._gone.set()

    def hang_up(self) -> None:
        """The phone goes away."""
        self._gone.set()

    async def gone(self) -> dict[str, Any]:
        """What the server receives after the request."""
        await self._gone.wait()
        return {"type": "http.disconnect"}

    @property
    def text(self) -> str:
        """The body so far, unpacked if it is packed."""
        if self.headers.get("content-encoding") == "gzip":
            return zlib.decompressobj(31).decompress(self.body).decode()
        return self.body.decode()

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.text)

    @property
    def events(self) -> list[dict[str, str]]:
        """The events of a stream so far."""
        blocks = [block for block in self.text.split("\n\n") if block]
        return [dict(line.split(": ", 1) for line in block.split("\n")) for block in blocks]

    @property
    def states(self) -> list[dict[str, Any]]:
        """The states a stream has shown."""
        return [json.loads(event["data"]) for event in self.events if "id" in event]

    async def until(self, is_so: Callable[["Reply"], bool], seconds: float = 5) -> None:
        """Wait until something holds of the response; AssertionError when it does not in time."""
        for _ in range(int(seconds / 0.01)):
            if self.status and is_so(self):
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"not in {seconds} s: {self.status} {self.text[-500:]}")


class Browser:
    """Somebody's browser with one cookie."""

    def __init__(self, app: Any, cookie: str = "", **headers: str) -> None:
        self.app = app
        self.headers = {"host": HOST, **({"cookie": cookie} if cookie else {}), **headers}
        self.tasks: list[asyncio.Task[None]] = []

    def open(self, path: str, *, method: str = "GET", body: bytes = b"", **headers: str) -> Reply:
        """Begin a request; it goes on in the background."""
        reply = Reply()
        path, _, query = path.partition("?")
        named = {**self.headers, **{name.replace("_", "-"): value for name, value in headers.items()}}
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in named.items()],
        }
        sent = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def receive() -> dict[str, Any]:
            return next(sent, None) or await reply.gone()

        self.tasks.append(asyncio.get_running_loop().create_task(self.app(scope, receive, reply.send)))
        return reply

    async def get(self, path: str, **headers: str) -> Reply:
        """A whole request."""
        reply = self.open(path, **headers)
        await self.tasks[-1]
        return reply

    async def answer(self, activity_id: int, fields: dict[str, str], **headers: str) -> Reply:
        """Post an answer from our own page."""
        named = {
            "content_type": "application/x-www-form-urlencoded",
            "origin": f"http://{HOST}",
            **headers,
        }
        body = urlencode(fields).encode()
        reply = self.open(f"/live/answer/{activity_id}/", method="POST", body=body, **named)
        await self.tasks[-1]
        return reply
