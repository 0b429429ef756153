"""First come, first served: writers of one SQLite database queue here before they begin.

SQLite lets waiting writers try again after a pause, so a late one may overtake for seconds. One queue per
database in the one server process keeps the order and the longest wait short.
"""

import os
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

PATIENCE = 20.0


class Gate:
    """A lock handed on in the order of asking. Whoever took it, any thread may give it back."""

    def __init__(self) -> None:
        self._mutex = Lock()
        self._waiting: deque[Lock] = deque()
        self._is_taken = False

    def acquire(self, timeout: float = PATIENCE) -> bool:
        """Wait for the turn; False when it did not come within `timeout` seconds."""
        with self._mutex:
            if not self._is_taken:
                self._is_taken = True
                return True
            ticket = Lock()
            ticket.acquire()
            self._waiting.append(ticket)
        return ticket.acquire(timeout=timeout) or not self._step_out(ticket)

    def _step_out(self, ticket: Lock) -> bool:
        """Leave the queue; False when the turn came at the very last moment."""
        with self._mutex:
            if ticket not in self._waiting:
                return False
            self._waiting.remove(ticket)
            return True

    def release(self) -> None:
        """Let the next one in."""
        with self._mutex:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._is_taken = False

    @contextmanager
    def turn(self, timeout: float = PATIENCE) -> Iterator[None]:
        """Hold the gate for a block; TimeoutError when the turn does not come."""
        if not self.acquire(timeout):
            raise TimeoutError("The database is busy: waited too long for a turn to write.")
        try:
            yield
        finally:
            self.release()


_gates: dict[str, Gate] = {}
_making = Lock()


def gate_for(database: str | os.PathLike[str]) -> Gate:
    """The gate of one database file, the same for everybody in this process who writes to it."""
    name = str(database)
    with _making:
        return _gates.setdefault(name, Gate())


os.register_at_fork(after_in_child=_gates.clear)
