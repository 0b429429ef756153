"""Sealing and opening: AES-256-GCM, a random key per item in the key store, the key's id written in the box.

A box is: version (1 byte), id of the key (16), nonce (12), sealed text with its seal (length + 16). The
first 17 bytes are authenticated too, so a box cannot be passed off under another key.
"""

import json
import secrets
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import connections, transaction

from alongside.kit.db.rows import Rows
from alongside.kit.words.tidy import tidy

VERSION = b"\x01"
HEAD = 17
NONCE = 12
TOGETHER = 6  # bytes at the start of an id, shared by keys made at once
_FIND_KEYS = "SELECT id, key FROM keys_itemkey WHERE id IN (SELECT value FROM json_each(%s))"
_FIND_NATIVE = "SELECT id, key FROM keys_itemkey WHERE id = ANY(%s)"
SHORTEST = HEAD + NONCE + 16


@dataclass(frozen=True, slots=True)
class Sealed:
    """Words nobody can read without their key. `box` is what the database keeps."""

    box: bytes

    def __post_init__(self) -> None:
        if len(self.box) < SHORTEST or self.box[:1] != VERSION:
            raise ValueError("This is not a box of sealed words.")

    @property
    def key_id(self) -> uuid.UUID:
        """The id of the key in the key store."""
        return uuid.UUID(bytes=self.box[1:HEAD])

    def __repr__(self) -> str:
        return f"Sealed({self.key_id})"


def seal(text: str) -> Sealed:
    """Seal one text under a new key. Refused when the text cannot be kept."""
    return seal_all([text])[0]


def seal_all(texts: Sequence[str]) -> list[Sealed]:
    """Seal each text under a key of its own. The keys are kept first, all or none."""
    from alongside.kit.keys.models import KEY_BYTES
    from alongside.kit.keys.router import KEYS

    tidied = [tidy(text) for text in texts]
    ids = _new_ids(len(tidied))
    noise, each = secrets.token_bytes(len(tidied) * (KEY_BYTES + NONCE)), KEY_BYTES + NONCE
    parts = [noise[start : start + each] for start in range(0, len(noise), each)]
    keys = [part[:KEY_BYTES] for part in parts]
    with transaction.atomic(using=KEYS):
        _key_rows().add(list(zip(ids, keys, strict=True)))
    return [
        _close(key_id, key, part[KEY_BYTES:], text.encode())
        for key_id, key, part, text in zip(ids, keys, parts, tidied, strict=True)
    ]


def _new_ids(count: int) -> list[uuid.UUID]:
    """Random ids that begin alike, so that keys made together lie together in the key store: a page for all of them."""
    start, noise = secrets.token_bytes(TOGETHER), secrets.token_bytes(count * (16 - TOGETHER))
    rests = (noise[at : at + 16 - TOGETHER] for at in range(0, len(noise), 16 - TOGETHER))
    return [uuid.UUID(bytes=start + rest, version=4) for rest in rests]


@cache
def _key_rows() -> Rows:
    from alongside.kit.keys.models import ItemKey

    return Rows(ItemKey, "id", "key")


def seal_bytes(forms: Sequence[bytes]) -> list[Sealed]:
    """Seal several forms of one thing, such as a picture in two sizes, under one new key: erasing one erases all."""
    from alongside.kit.keys.models import ItemKey

    key = ItemKey()
    key.save(force_insert=True)
    return [_close(key.id, bytes(key.key), secrets.token_bytes(NONCE), form) for form in forms]


def _close(key_id: uuid.UUID, key: bytes, nonce: bytes, content: bytes) -> Sealed:
    head = VERSION + key_id.bytes
    return Sealed(head + nonce + AESGCM(key).encrypt(nonce, content, head))


def _unlock(sealed: Sealed, key: bytes) -> bytes:
    head, nonce, rest = sealed.box[:HEAD], sealed.box[HEAD : HEAD + NONCE], sealed.box[HEAD + NONCE :]
    try:
        return AESGCM(key).decrypt(nonce, rest, head)
    except InvalidTag:
        raise ValueError(f"The box {sealed.key_id} was damaged or changed.") from None


def open_words(sealed: Sealed | None) -> str | None:
    """The words, or None when there are none or they were erased."""
    return open_all([sealed])[0]


def open_all(sealed: Iterable[Sealed | None]) -> list[str | None]:
    """The words of many boxes in the same order, with one query to the key store, however many."""
    return [None if content is None else content.decode() for content in open_all_bytes(sealed)]


def open_bytes(sealed: Sealed | None) -> bytes | None:
    """What `seal_bytes` sealed, or None when there is nothing or it was erased."""
    return open_all_bytes([sealed])[0]


def open_all_bytes(sealed: Iterable[Sealed | None]) -> list[bytes | None]:
    """The contents of many boxes in the same order, with one query to the key store, however many."""
    boxes = list(sealed)
    keys = _keys_of({box.box[1:HEAD] for box in boxes if box is not None})
    return [
        _unlock(box, keys[box.box[1:HEAD]]) if box is not None and box.box[1:HEAD] in keys else None
        for box in boxes
    ]


def _keys_of(ids: Collection[bytes]) -> dict[bytes, bytes]:
    """The keys that are there, by the bytes of their ids. As plain rows: a wall of notes needs thousands at once."""
    from alongside.kit.keys.router import KEYS

    connection = connections[KEYS]
    is_native = connection.features.has_native_uuid_field
    if not ids:
        return {}
    with connection.cursor() as cursor:
        if is_native:
            cursor.execute(_FIND_NATIVE, [[uuid.UUID(bytes=each) for each in ids]])
            return {key_id.bytes: bytes(key) for key_id, key in cursor.fetchall()}
        cursor.execute(_FIND_KEYS, [json.dumps([each.hex() for each in ids])])
        return {bytes.fromhex(key_id): bytes(key) for key_id, key in cursor.fetchall()}


def erase(sealed: Sealed | None) -> None:
    """Delete the key of these words at once and for good. Call it last: no rollback brings a key back."""
    erase_all([sealed])


def erase_all(sealed: Iterable[Sealed | None]) -> int:
    """Delete the keys of many boxes for good, remember that they were erased, and say how many there were."""
    from alongside.kit.keys import erasing

    return erasing.delete_keys({box.key_id for box in sealed if box is not None})
