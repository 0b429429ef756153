"""The painter's thread: keeps the tallies, and makes each state once for everybody who looks."""

import hashlib
import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence

from django.db import connections

from alongside.activities.live import facts
from alongside.activities.live.channel import Key, Painted
from alongside.activities.live.contribution import Arrival
from alongside.activities.live.frames import event, frame
from alongside.activities.live.state import paint, who_listens
from alongside.activities.live.tallies import Tallies

log = logging.getLogger(__name__)
Done = Callable[[Painted | None, float], None]


class Painter:
    """Works off its queue in order: first count what came in, then paint. Shared: other processes keep answers too."""

    def __init__(self, *, is_shared: bool = False) -> None:
        self._queue: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._tallies = Tallies(is_shared=is_shared)
        self._last: dict[Key, Painted] = {}
        self._thread = threading.Thread(target=self._work, name="painter", daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def stop(self) -> None:
        """Finish what is queued, then end."""
        self._queue.put(None)
        self._thread.join(timeout=5)

    def hear(self, arrivals: Sequence[Arrival]) -> None:
        """Contributions were kept."""
        self._queue.put(lambda: self._count(arrivals))

    def look_again(self, session_id: int) -> None:
        """Words of a session may have been hidden or taken back."""
        self._queue.put(lambda: self._tallies.look_again(session_id))

    def paint(self, key: Key, done: Done) -> None:
        """Make the newest state of a channel, then call `done(painted, seconds)` in this thread."""
        self._queue.put(lambda: self._paint(key, done))

    def forget(self, key: Key) -> None:
        """Nobody looks at the channel any more."""
        self._queue.put(lambda: self._forget(key))

    def _forget(self, key: Key) -> None:
        self._last.pop(key, None)

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            try:
                job()
            except Exception:
                log.exception("a live screen could not be brought up to date")
        connections.close_all()

    def _count(self, arrivals: Sequence[Arrival]) -> None:
        for arrival in arrivals:
            self._tallies.hear(arrival)

    def _paint(self, key: Key, done: Done) -> None:
        began, painted = time.thread_time(), None
        try:
            painted = self._made(key)
        except Exception:
            log.exception("a live screen could not be painted")
            connections.close_all()
        finally:
            done(painted, time.thread_time() - began)

    def _made(self, key: Key) -> Painted | None:
        """The state now; the last one itself when it looks the same."""
        session_id, audience = key
        session = facts.session_of(session_id)
        if session is None:
            return None
        text, last = paint(session, audience, self._tallies), self._last.get(key)
        present = who_listens(session, audience)
        if last is not None and last.text == text:
            made = Painted(text, last.frame, last.version, present)
        else:
            made = _new(text, present)
        self._last[key] = made
        return made


def _new(text: str, present: frozenset[int]) -> Painted:
    """The version is made from the state itself, so that it means the same at every process and after a start."""
    version = hashlib.blake2b(text.encode(), digest_size=9).hexdigest()
    data = f'{{"v":"{version}",{text[1:]}'
    return Painted(text, frame(event(data, version=version)), version, present)
