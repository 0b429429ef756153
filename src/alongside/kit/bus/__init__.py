"""Short notes between the server processes of one installation: what one says, all others hear at once.

Needed only where several processes share one store on PostgreSQL; REDIS_URL says where they meet. Notes are sealed, so
that neither Redis nor whoever reads along sees people's words, and nobody else can put words in. The bus promises no
delivery: it says when something may have been missed (`missed`) and whether all can be heard now (`is_whole`). Whoever
listens then looks at the store. Why Redis, and why so: docs/decisions/0025.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from django.conf import settings

Note = Sequence[Any]
"""Something JSON can carry; bytes arrive as their hexadecimal text."""


class Bus(Protocol):
    """What a process needs of a bus. `hear` and `missed` are called in a thread of the bus."""

    @property
    def is_whole(self) -> bool:
        """Whether we hear ourselves and everybody else."""

    @property
    def trouble(self) -> str:
        """What is wrong with it, as a sentence; empty when nothing is."""

    def start(self, hear: Callable[[Sequence[Note]], None], missed: Callable[[], None]) -> None:
        """Begin to listen and to send."""

    def send(self, note: Note) -> None:
        """Tell the others soon; returns at once."""

    def stop(self) -> None:
        """Say what is left, then goodbye."""


def the_bus() -> Bus | None:
    """A new end of the bus of this installation; None when it has one process only."""
    if not settings.REDIS_URL:
        return None
    from alongside.kit.bus.redis_bus import RedisBus
    from alongside.kit.bus.sealing import Seal

    return RedisBus(settings.REDIS_URL, channel(), Seal(settings.SECRET_KEY))


def look() -> list[str]:
    """What somebody who looks after the servers should know about the bus; nothing where there is none."""
    if not settings.REDIS_URL:
        return []
    from alongside.kit.bus.redis_bus import ask

    return [ask(settings.REDIS_URL, channel())]


def channel() -> str:
    """Where the processes of one store meet; stores of other names on the same Redis do not hear them."""
    return f"alongside:{settings.DATABASES['default']['NAME']}"
