"""A budget of events in a sliding minute, for limits that count wrong guesses and never right ones."""

from collections import deque
from threading import Lock


class Budget:
    """At most `limit` events within `seconds`. Safe to share between threads; time is given by the caller."""

    def __init__(self, limit: int, seconds: float) -> None:
        self.limit = limit
        self.seconds = seconds
        self._times: deque[float] = deque()
        self._lock = Lock()

    def spend(self, now: float) -> None:
        """Count one event at `now`."""
        with self._lock:
            self._forget(now)
            if len(self._times) < self.limit:
                self._times.append(now)

    def is_spent(self, now: float) -> bool:
        """Whether nothing is left at `now`."""
        with self._lock:
            self._forget(now)
            return len(self._times) >= self.limit

    def clear(self) -> None:
        """Start afresh."""
        with self._lock:
            self._times.clear()

    def _forget(self, now: float) -> None:
        while self._times and self._times[0] <= now - self.seconds:
            self._times.popleft()
