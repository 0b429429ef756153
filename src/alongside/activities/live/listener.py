"""One open stream. The hub hands it frames; one that is still busy with the last skips to the newest."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, MutableMapping
from typing import Any

from alongside.activities.live.frames import GZIP_START, Frame

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
HIGH_WATER = 16 * 1024


class Listener:
    """A phone, room screen or console that listens. Used in the event loop only."""

    __slots__ = (
        "_busy_since",
        "_is_first",
        "_is_packed",
        "_line",
        "_missed",
        "_send",
        "_sending",
        "is_gone",
        "seen",
        "who",
    )

    def __init__(self, send: Send, who: str, *, is_packed: bool = False, seen: str = "") -> None:
        self._send = send
        self.who = who
        self.seen = seen
        self.is_gone = False
        self._is_packed = is_packed
        self._is_first = is_packed
        self._busy_since = 0.0
        self._missed: tuple[Frame, str] | None = None
        self._line = _line(send)
        _keep_little(send)

    def show(self, frame: Frame, version: str) -> None:
        """Give it the newest state, or keep that for when the last one is through."""
        if self._busy_since:
            self._missed = (frame, version)
        elif self.seen != version:
            self.seen = version
            self.give(frame)

    def give(self, frame: Frame, *, is_last: bool = False) -> None:
        """Send a frame unless it is still busy or gone. One that is busy when it should end is cut."""
        if self._busy_since and is_last:
            self.abort()
        if self._busy_since or self.is_gone:
            return
        if self._line is not None and not is_last and not self._is_first and _is_free(self._line):
            self._line.transport.write(frame.packed_chunk if self._is_packed else frame.plain_chunk)
            return
        body = frame.packed if self._is_packed else frame.plain
        if self._is_first:
            self._is_first, body = False, GZIP_START + body
        self._step(self._send({"type": "http.response.body", "body": body, "more_body": not is_last}))  # type: ignore[arg-type]

    def _step(self, sending: Coroutine[Any, Any, None]) -> None:
        """Drive the send as far as it goes now; the rest when the connection takes more."""
        try:
            waits_for = sending.send(None)
        except StopIteration:
            self._through()
        except Exception:
            self.is_gone = True
        else:
            self._busy_since = self._busy_since or time.monotonic()
            _when_done(waits_for, lambda: self._step(sending))

    def _through(self) -> None:
        self._busy_since = 0.0
        if self._missed is not None:
            missed, self._missed = self._missed, None
            self.show(*missed)

    def is_stuck(self, patience: float) -> bool:
        """Whether it has taken nothing for so long that nobody can be there."""
        return bool(self._busy_since) and time.monotonic() - self._busy_since > patience

    def abort(self) -> None:
        """Cut the connection without waiting for what it never took."""
        self.is_gone = True
        transport = _transport(self._send)
        if transport is not None:
            transport.abort()


def _when_done(waits_for: Any, go_on: Callable[[], None]) -> None:
    """Go on when the awaited future is done; a bare yield goes on in the next turn of the loop."""
    if isinstance(waits_for, asyncio.Future) or hasattr(waits_for, "add_done_callback"):
        waits_for._asyncio_future_blocking = False
        waits_for.add_done_callback(lambda _done: go_on())
    else:
        asyncio.get_running_loop().call_soon(go_on)


def _transport(send: Send) -> asyncio.WriteTransport | None:
    """The connection under uvicorn's `send`; None elsewhere (a contract test watches that it is still there)."""
    return getattr(getattr(send, "__self__", None), "transport", None)


def _line(send: Send) -> Any:
    """Where uvicorn sends chunks, if it is uvicorn and it sends chunks: then we write them ourselves.

    Its `send` makes a coroutine and frames the body anew for each phone; for ten thousand that was half of the cost.
    None elsewhere; then `send` itself is used (a contract test watches this too).
    """
    cycle = getattr(send, "__self__", None)
    is_known = all(
        hasattr(cycle, name) for name in ("flow", "transport", "disconnected", "response_complete")
    )
    return cycle if is_known and getattr(cycle, "chunked_encoding", False) else None


def _is_free(line: Any) -> bool:
    """Whether the connection takes more at once."""
    return not (line.flow.write_paused or line.disconnected or line.response_complete)


def _keep_little(send: Send) -> None:
    """Let the server hold little for a phone that does not read. One that has hung up already holds nothing."""
    transport = _transport(send)
    if transport is not None and not transport.is_closing():
        transport.set_write_buffer_limits(high=HIGH_WATER)
