"""Receipts: a number and four short words that let anybody check that their contribution is in the chain."""

from dataclasses import dataclass

from django.db import models

from alongside.kit.audit.chain import name_of
from alongside.kit.audit.models import Entry
from alongside.kit.audit.wordlist import WORDS

HOW_MANY = 4


@dataclass(frozen=True, slots=True)
class Receipt:
    """The entry's number and four words made from its hash."""

    number: int
    words: str

    def __str__(self) -> str:
        return f"{self.number} {self.words}"


def words_of(entry_hash: str) -> str:
    """Four words for a hash: 32 bits, enough to notice any other entry in its place."""
    return " ".join(WORDS[byte] for byte in bytes.fromhex(entry_hash)[:HOW_MANY])


def receipt_for(thing: models.Model | str) -> Receipt | None:
    """The receipt for the first entry about a thing; None when the chain does not know it."""
    entry = Entry.objects.filter(thing=name_of(thing)).order_by("number").first()
    return None if entry is None else Receipt(entry.number, words_of(entry.hash))


def is_receipt(number: int, words: str) -> bool:
    """Whether the chain holds the entry that this receipt was given for. Case and spaces do not matter."""
    entry = Entry.objects.filter(number=number).first()
    return entry is not None and words_of(entry.hash) == " ".join(words.lower().split())
