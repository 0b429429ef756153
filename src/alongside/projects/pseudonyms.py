"""Person → partner: one key per project turns a person's id into a pseudonym that nobody without the key turns back.

Destroying the key (kit.keys.project_keys.destroy) ends the link for good while every count stays.
"""

import hashlib
import hmac
from collections.abc import Iterable
from uuid import UUID

from alongside.kit.keys.project_keys import pseudonym_key


def pseudonym_of(project_id: int, person_id: UUID) -> str:
    """HMAC-SHA256 of the person's id under the project's key, as 64 hex letters."""
    return _pseudonym(pseudonym_key(project_id), person_id)


def people_by_pseudonym(project_id: int, person_ids: Iterable[UUID]) -> dict[str, UUID]:
    """Pseudonym → person for those given. The only way back: try everybody."""
    key = pseudonym_key(project_id)
    return {_pseudonym(key, person_id): person_id for person_id in person_ids}


def _pseudonym(key: bytes, person_id: UUID) -> str:
    return hmac.new(key, person_id.bytes, hashlib.sha256).hexdigest()
