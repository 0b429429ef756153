"""The secret of a seat: made here, kept on the phone alone. From it come the marks that anonymous words carry.

The server keeps SHA-256(secret) to know the seat again. An anonymous contribution keeps only
HMAC-SHA256(secret, "activity:<id>"): who holds the secret finds it again, nobody else can tell whose it is.
"""

import hashlib
import hmac
import re
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SECRET_BYTES = 24
SHAPE = re.compile(r"[A-Za-z0-9_-]{32}")
NONCE = 12
MOST_EARLIER = 40


def new_secret() -> str:
    """192 random bits as 32 letters that fit into a link."""
    return secrets.token_urlsafe(SECRET_BYTES)


def is_secret(text: str) -> bool:
    """Whether the text has the shape of a secret."""
    return SHAPE.fullmatch(text) is not None


def hash_of(secret: str) -> str:
    """What the server keeps: 64 hex letters from which the secret cannot be found."""
    return hashlib.sha256(secret.encode()).hexdigest()


def mark_for(secret: str, activity_id: int) -> bytes:
    """The 32-byte mark of one author in one activity."""
    return mark_about(secret, f"activity:{activity_id}")


def mark_about(secret: str, what: str) -> bytes:
    """The 32-byte mark of one author about one thing, such as “parked:7”."""
    return hmac.digest(secret.encode(), what.encode(), "sha256")


def seal_earlier(secret: str, earlier: str) -> bytes:
    """The secret of the seat before, readable only with the new secret."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(_key_of(secret)).encrypt(nonce, earlier.encode(), b"earlier")


def open_earlier(secret: str, box: bytes | None) -> str | None:
    """The secret of the seat before, or None."""
    if not box:
        return None
    try:
        return AESGCM(_key_of(secret)).decrypt(box[:NONCE], box[NONCE:], b"earlier").decode()
    except InvalidTag:
        return None


def _key_of(secret: str) -> bytes:
    return hmac.new(secret.encode(), b"earlier seats", hashlib.sha256).digest()
