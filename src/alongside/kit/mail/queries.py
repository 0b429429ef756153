"""Reading the letters a demo kept."""

import json
from dataclasses import dataclass
from datetime import datetime

from alongside.kit.mail.models import KeptLetter, Outbox
from alongside.kit.words import open_all

NEWEST = 50


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as its reader would see it."""

    to: str
    subject: str
    text: str
    at: datetime


def list_kept(newest: int = NEWEST) -> list[Letter]:
    """The letters kept here, newest first. Erased ones are left out."""
    kept = list(KeptLetter.objects.all()[:newest])
    opened = open_all([letter.letter for letter in kept])
    return [
        Letter(**json.loads(text), at=letter.created_at)
        for letter, text in zip(kept, opened, strict=True)
        if text
    ]


def count_waiting() -> int:
    """How many mails are still to go out."""
    return Outbox.objects.filter(state=Outbox.State.WAITING).count()


def count_failed() -> int:
    """How many mails were given up after many tries."""
    return Outbox.objects.filter(state=Outbox.State.FAILED).count()
