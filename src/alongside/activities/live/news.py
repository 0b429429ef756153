"""Who in this process wants to hear of contributions that were kept (the hub does, once it runs)."""

from collections.abc import Callable, Sequence

from django.db import transaction

from alongside.activities.live.contribution import Arrival

_listeners: list[Callable[[Sequence[Arrival]], None]] = []


def listen(hear: Callable[[Sequence[Arrival]], None]) -> None:
    """Call `hear(arrivals)` after each commit, in the writer's thread."""
    _listeners.append(hear)


def stop_listening(hear: Callable[[Sequence[Arrival]], None]) -> None:
    """Stop calling it."""
    _listeners.remove(hear)


def tell(arrivals: Sequence[Arrival]) -> None:
    """Tell all who listen; they only note it down and return."""
    if arrivals:
        for hear in _listeners:
            hear(arrivals)


def tell_on_commit(arrivals: Sequence[Arrival]) -> None:
    """Tell once the caller's transaction is kept."""
    transaction.on_commit(lambda: tell(arrivals))
