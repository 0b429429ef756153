"""What the server processes of one installation tell each other about their rooms, as notes on the bus (kit/bus)."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from alongside.activities.live import facts
from alongside.activities.live.contribution import Arrival
from alongside.kit.bus import Bus, Note

SAID, WORDS, SESSION = "said", "words", "session"
LOOK_EVERY = 1.0  # seconds, while not all others can be heard
LOOK_SOMETIMES = 10.0
"""While they can: what was done at the command line, or by background work, is told by nobody."""
_FIELDS = tuple(each.name for each in dataclasses.fields(Arrival))
_MARK = _FIELDS.index("mark")


class Rooms(Protocol):
    """What is told of the rooms of this process (the hub)."""

    def use_arrivals(self, arrivals: Sequence[Arrival]) -> None:
        """Contributions were kept."""

    def use_words(self, session_id: int) -> None:
        """An activity moved on, or words were hidden or taken back."""

    def use_session(self, session_id: int) -> None:
        """The door, the run sheet or the seats changed."""

    def look_around_soon(self) -> None:
        """Something was missed."""


class Others:
    """The other processes as one room keeper sees them. Without a bus nobody is told and nobody heard."""

    def __init__(self, rooms: Rooms, bus: Bus | None) -> None:
        self._rooms, self._bus = rooms, bus
        self._uses: dict[str, Callable[[Any], None]] = {
            SAID: lambda said: rooms.use_arrivals([_arrival(each) for each in said]),
            WORDS: lambda session_id: _forget_then(rooms.use_words, session_id),
            SESSION: lambda session_id: _forget_then(rooms.use_session, session_id),
        }
        self._since_look = 0.0

    @property
    def can_be_heard(self) -> bool:
        """Whether there is a bus at all."""
        return self._bus is not None

    @property
    def trouble(self) -> str:
        """What somebody should know about the bus; empty when all is well."""
        return self._bus.trouble if self._bus is not None else ""

    def start(self) -> None:
        """Begin to hear them."""
        if self._bus is not None:
            self._bus.start(self._hear, self._rooms.look_around_soon)

    def stop(self) -> None:
        """Say goodbye."""
        if self._bus is not None:
            self._bus.stop()
        facts.trust_for(facts.OTHER_PROCESSES_WITHIN)

    def tell_arrivals(self, arrivals: Sequence[Arrival]) -> None:
        """Contributions were kept here."""
        if self._bus is not None:
            self._bus.send((SAID, [[getattr(each, name) for name in _FIELDS] for each in arrivals]))

    def tell(self, what: str, session_id: int) -> None:
        """WORDS or SESSION of a session changed here."""
        if self._bus is not None:
            self._bus.send((what, session_id))

    def _hear(self, notes: Sequence[Note]) -> None:
        """In a thread of the bus. A note of a kind we do not know is from a newer version: look at the store."""
        for what, content in notes:
            use = self._uses.get(what)
            if use is None:
                self._rooms.look_around_soon()
            else:
                use(content)

    def is_time_to_look(self) -> bool:
        """Asked every LOOK_EVERY seconds: whether to look at the store for what others did."""
        is_whole = self._bus is not None and self._bus.is_whole
        facts.trust_for(LOOK_SOMETIMES if is_whole else facts.OTHER_PROCESSES_WITHIN)
        self._since_look += LOOK_EVERY
        if is_whole and self._since_look < LOOK_SOMETIMES:
            return False
        self._since_look = 0.0
        return True


def _forget_then(use: Callable[[int], None], session_id: int) -> None:
    facts.forget(session_id)
    use(session_id)


def _arrival(values: list[Any]) -> Arrival:
    values[_MARK] = bytes.fromhex(values[_MARK])
    return Arrival(*values)
