"""What others are told: rooms, that something they show has changed; keepers of words, that some are taken back."""

from django.db import transaction
from django.dispatch import Signal

session_changed = Signal()
"""Sent after commit with `session_id`."""

words_taken_back = Signal()
"""Sent inside the transaction with `ids` of contributions, before their keys go. Whoever keeps words about these
words lets go of them and answers with the boxes, so that their keys go too."""


def changed(session_id: int) -> None:
    """Tell phones, room screen and console of a session to look again, once the caller's transaction is kept."""
    transaction.on_commit(lambda: session_changed.send(sender=None, session_id=session_id))
