"""Notes are closed with a key made from SECRET_KEY, which the processes of an installation have in common."""

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12
PURPOSE = b"alongside: notes between processes, 1"


class Seal:
    """Closes and opens notes; what was closed with another secret, or changed on the way, does not open."""

    def __init__(self, secret: str) -> None:
        self._key = AESGCM(hmac.digest(secret.encode(), PURPOSE, hashlib.sha256))

    def close(self, content: bytes) -> bytes:
        """The sealed note."""
        nonce = secrets.token_bytes(NONCE)
        return nonce + self._key.encrypt(nonce, content, PURPOSE)

    def open(self, box: bytes) -> bytes | None:
        """What is in it; None when it is not ours."""
        try:
            return self._key.decrypt(box[:NONCE], box[NONCE:], PURPOSE)
        except (InvalidTag, ValueError):
            return None
