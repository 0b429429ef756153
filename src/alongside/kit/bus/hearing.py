"""Whom we hear on the bus: who spoke last when, and whether a note of theirs went missing."""

import time
from collections.abc import Callable

SILENCE = 2.0  # seconds without a word, after which somebody may be cut off
FORGOTTEN = 60.0
"""Seconds after which somebody silent is gone for good: killed, and begun again under another name."""


class Hearing:
    """The speakers by name. Each numbers its notes from 1, so that a gap shows."""

    def __init__(self, me: str, now: Callable[[], float] = time.monotonic) -> None:
        self._me, self._now = me, now
        self._heard: dict[str, tuple[int, float]] = {}

    def begin(self) -> None:
        """We listen anew: nothing is known of anybody."""
        self._heard = {}

    def note(self, speaker: str, number: int) -> bool:
        """Somebody was heard; False when something before it was missed."""
        last, _at = self._heard.get(speaker, (None, 0.0))
        self._heard[speaker] = (number, self._now())
        return number == last + 1 if last is not None else number == 1

    def goodbye(self, speaker: str) -> None:
        """Somebody stops, and is not missed."""
        self._heard.pop(speaker, None)

    @property
    def hears_itself(self) -> bool:
        """Whether our own voice came back lately: the bus carries."""
        return self._now() - self._heard.get(self._me, (0, -FORGOTTEN))[1] <= SILENCE

    @property
    def is_whole(self) -> bool:
        """Whether we hear ourselves, and nobody fell silent without a goodbye."""
        now = self._now()
        known = list(self._heard.values())
        is_somebody_silent = any(SILENCE < now - at <= FORGOTTEN for _number, at in known)
        return self.hears_itself and not is_somebody_silent
