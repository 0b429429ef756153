"""A room's screens of one kind: everybody who listens to (session, audience) gets the same newest frame.

News is shown at once when it has been quiet; then at most once per tick, and the tick grows with what a broadcast
costs, so that many listeners never take more than half of the loop. Used in the event loop only.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from alongside.activities.live.frames import Frame
from alongside.activities.live.listener import Listener

SLICE = 100  # sends per turn of the loop; between turns answers come in
URGENT = 0.05  # seconds between two frames when the facilitators move on
EASE = 2  # times the cost of the last broadcast
Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Painted:
    """The state as the painter made it: the text to compare, the frame to send, its version, who may listen."""

    text: str
    frame: Frame
    version: str
    present: frozenset[int] | None = None


def tick_after(cost: float, least: float) -> float:
    """Seconds until the next broadcast may begin, for one that cost so many seconds."""
    return max(least, EASE * cost)


class Channel:
    """The listeners of one audience of one session, and what they saw last."""

    def __init__(self, key: Key, order: Callable[["Channel"], None], least_tick: float) -> None:
        self.key = key
        self.listeners: dict[Listener, None] = {}
        self.shown: Painted | None = None
        self.present: frozenset[int] | None = None
        self._order = order
        self._least_tick = least_tick
        self._is_stale, self._is_painting = True, False
        self._timer: asyncio.TimerHandle | None = None
        self._timer_at = 0.0  # uvloop's handle of a call that is due now cannot say when
        self._not_before = 0.0
        self._started = self._cost = 0.0
        self._waiting: list[asyncio.Future[Painted | None]] = []

    @property
    def is_idle(self) -> bool:
        """Nobody listens or waits."""
        return not self.listeners and not self._waiting and not self._is_painting

    def touch(self, *, is_urgent: bool = False) -> None:
        """Something changed: show it as soon as the tick allows, if anybody looks."""
        self._is_stale = True
        if self.listeners or self._waiting:
            self._plan(is_urgent=is_urgent)

    def join(self, listener: Listener) -> None:
        """Somebody listens; they get the newest state."""
        self.listeners[listener] = None
        if self._is_stale or self.shown is None:
            self._plan(is_urgent=True)
        else:
            listener.show(self.shown.frame, self.shown.version)

    def leave(self, listener: Listener) -> None:
        """Somebody stopped listening."""
        self.listeners.pop(listener, None)

    async def newest(self) -> Painted | None:
        """The newest state for somebody who asks now and then; None when there is no such session."""
        if not self._is_stale and self.shown is not None:
            return self.shown
        waiting: asyncio.Future[Painted | None] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        self._plan(is_urgent=True)
        return await waiting

    def _plan(self, *, is_urgent: bool) -> None:
        """Begin to paint when the tick is over, or a little earlier when it is urgent."""
        if self._is_painting:
            return
        loop = asyncio.get_running_loop()
        begin = self._not_before
        if is_urgent:
            begin = min(begin, self._started + max(URGENT, EASE * self._cost))
        if self._timer is not None:
            if self._timer_at <= begin:
                return
            self._timer.cancel()
        self._timer_at = max(begin, loop.time())
        self._timer = loop.call_at(self._timer_at, self._paint)

    def _paint(self) -> None:
        self._timer = None
        self._is_stale, self._is_painting = False, True
        self._started = asyncio.get_running_loop().time()
        self._order(self)

    def painted(self, painted: Painted | None, cost: float) -> None:
        """The painter is done: send it to all in slices, unless it looks as before. None: nothing to show."""
        self._cost = cost
        if painted is not None:
            self.shown = painted
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(painted)
        self._send(list(self.listeners) if painted is not None else [])

    def _send(self, rest: list[Listener]) -> None:
        """One slice of the broadcast, then let others have the loop."""
        loop = asyncio.get_running_loop()
        began, shown = time.thread_time(), self.shown  # what others do on the machine is not our cost
        if shown is not None:
            for listener in rest[:SLICE]:
                listener.show(shown.frame, shown.version)
        self._cost += time.thread_time() - began
        if rest[SLICE:]:
            loop.call_soon(self._send, rest[SLICE:])
        else:
            self._done()

    def _done(self) -> None:
        self._is_painting = False
        self._not_before = self._started + tick_after(self._cost, self._least_tick)
        if self._is_stale and (self.listeners or self._waiting):
            self._plan(is_urgent=bool(self._waiting))
