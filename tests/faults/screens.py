"""Screens that listen to a room: phones, and the big one on the wall."""

import http.client
import json
import threading
import time
from collections.abc import Callable
from typing import Any


class Screen:
    """One open stream, read in a thread: the states it was shown, and their versions."""

    def __init__(self, port: int, path: str, *, secret: str = "", since: str = "") -> None:
        self.states: list[dict[str, Any]] = []
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        headers = {"Cookie": f"seat={secret}", "Last-Event-ID": since}
        self._line.request("GET", path, headers=headers)
        self._reply = self._line.getresponse()
        assert self._reply.status == 200, self._reply.status
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        try:
            while text := self._reply.readline():
                if text.startswith(b'data: {"v"'):
                    self.states.append(json.loads(text[6:]))
        except (OSError, http.client.HTTPException, ValueError, AttributeError):
            return

    @property
    def version(self) -> str:
        """The version of the newest state."""
        return str(self.states[-1]["v"]) if self.states else ""

    def until(self, is_so: Callable[[dict[str, Any]], bool], seconds: float = 10) -> float:
        """Wait until something holds of the newest state; how many seconds it took."""
        began = time.monotonic()
        while not (self.states and is_so(self.states[-1])):
            assert time.monotonic() - began < seconds, f"not in {seconds} s: {self.states[-1:]}"
            time.sleep(0.005)
        return time.monotonic() - began
