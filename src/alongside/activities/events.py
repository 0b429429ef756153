"""What the rooms are told: something they show has changed. Sent once the change is safely kept."""

from django.db import transaction
from django.dispatch import Signal

session_changed = Signal()
"""Sent after commit with `session_id`."""


def changed(session_id: int) -> None:
    """Tell phones, room screen and console of a session to look again, once the caller's transaction is kept."""
    transaction.on_commit(lambda: session_changed.send(sender=None, session_id=session_id))
