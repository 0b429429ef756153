"""Reading the letters a demo kept."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

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
    """How many mails were given up after many tries; not those that were erased before they could go out."""
    return Outbox.objects.filter(state=Outbox.State.FAILED).exclude(trouble="erased").count()


def letters_to(kept: QuerySet[Any], addresses: Collection[str]) -> QuerySet[Any]:
    """Those of the letters (waiting, given up, or kept in a demo) that go to one of these addresses."""
    wanted = {address.strip().lower() for address in addresses}
    rows = list(kept.values_list("pk", "letter")) if wanted else []
    opened = open_all(letter for _pk, letter in rows)
    mine = [pk for (pk, _), text in zip(rows, opened, strict=True) if text and _recipients(text) & wanted]
    return kept.filter(pk__in=mine)


def _recipients(text: str) -> set[str]:
    return {address.strip().lower() for address in str(json.loads(text)["to"]).split(",")}
