"""The raw ASGI part: which address leads where. config/asgi.py mounts it at /live/ and starts and stops it."""

import asyncio
import re
import signal
import threading
import uuid
from collections.abc import Callable
from typing import Any

from alongside.activities.live.answer import answer
from alongside.activities.live.hub import Hub
from alongside.activities.live.picture import picture
from alongside.activities.live.replies import Receive, Scope, Send, cookies, header, not_found, reply_json
from alongside.activities.live.state import audience_in
from alongside.activities.live.stream import state, stream
from alongside.activities.live.writer import writer
from alongside.kit.bus import Bus, the_bus
from alongside.kit.languages import language_in

ANSWER = re.compile(r"/live/answer/(\d{1,18})/")
PICTURE = re.compile(r"/live/picture/(\d{1,18})/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")
LISTEN = re.compile(r"/live/(\d{1,18})/((?:room|stage)(?:\.[1-9]\d{0,3})?)/(stream|state)")


class LiveRoom:
    """Everything at /live/. Call it like an ASGI application between `start` and `stop`."""

    def __init__(self, make_bus: Callable[[], Bus | None] = the_bus) -> None:
        self._make_bus = make_bus
        self.hub = Hub(bus=make_bus())

    async def start(self) -> None:
        """Begin with the server; a signal to stop first tells all listeners when to come back."""
        if self.hub.is_ending:
            self.hub = Hub(bus=self._make_bus())
        self.hub.start()
        loop = asyncio.get_running_loop()
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, _first(lambda: loop.call_soon_threadsafe(self.hub.farewell), number))

    async def stop(self) -> None:
        """End with the server: keep what is queued."""
        self.hub.farewell()
        await self.hub.stop()
        await asyncio.get_running_loop().run_in_executor(None, writer.stop)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a request to the part that answers it."""
        method, path = scope["method"], scope["path"]
        if found := ANSWER.fullmatch(path):
            if method != "POST":
                return await reply_json(send, 405, {"ok": False})
            return await answer(writer, scope, receive, send, int(found[1]))
        if found := PICTURE.fullmatch(path):
            if method != "POST":
                return await reply_json(send, 405, {"ok": False})
            return await picture(scope, receive, send, int(found[1]), uuid.UUID(found[2]))
        if not (found := LISTEN.fullmatch(path)):
            return await not_found(send)
        if method != "GET":
            return await reply_json(send, 405, {"ok": False})
        language = language_in(cookies(scope), header(scope, b"accept-language"))
        key = (int(found[1]), audience_in(found[2], language))
        if found[3] == "stream":
            return await stream(self.hub, scope, receive, send, key)
        return await state(self.hub, scope, send, key)


def _first(do: Callable[[], Any], number: int) -> Callable[[int, Any], None]:
    """A signal handler that does one thing first, then what was set before."""
    before = signal.getsignal(number)

    def handle(received: int, at: Any) -> None:
        do()
        if callable(before):
            before(received, at)

    return handle


room = LiveRoom()
