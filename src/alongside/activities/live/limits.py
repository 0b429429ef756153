"""How much is let in: streams by the machine's open files, answers by a bucket of tokens for each seat."""

import resource
import time

SPARE_FILES = 512  # for pages, databases and answers while every stream is taken
ANSWERS_AT_ONCE = 20
ANSWERS_A_SECOND = 2.0
MOST_BUCKETS = 50_000


def most_streams() -> int:
    """How many streams may be open, by the files this process may open (raised to what the machine allows)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < hard and hard != resource.RLIM_INFINITY:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        soft = hard
    return max(soft - SPARE_FILES, 16)


class Buckets:
    """A bucket of tokens for each key: `most` at once, then so many a second."""

    def __init__(self, most: int = ANSWERS_AT_ONCE, a_second: float = ANSWERS_A_SECOND) -> None:
        self._most, self._a_second = most, a_second
        self._left: dict[str, tuple[float, float]] = {}

    def take(self, key: str) -> bool:
        """Take a token; False when none is left."""
        now = time.monotonic()
        left, since = self._left.pop(key, (float(self._most), now))
        left = min(self._most, left + (now - since) * self._a_second)
        if len(self._left) >= MOST_BUCKETS:
            self._left.clear()
        self._left[key] = (left - 1 if left >= 1 else left, now)
        return left >= 1
