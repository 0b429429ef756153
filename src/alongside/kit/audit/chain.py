"""Adding to the chain, inside the caller's transaction, with the head locked."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db import connection, models
from django.utils import timezone

from alongside.kit.access import Viewer
from alongside.kit.audit.models import Entry, Head
from alongside.kit.audit.verify import START, canonical, commitment_to, hash_of_values
from alongside.kit.db.rows import AsJson, Rows

SALT_BYTES = 16
_NAMES = ("number", "on", "who", "action", "thing", "refs", "salt", "content", "commit", "previous", "hash")
_ENTRIES = Rows(Entry, *_NAMES)
_END = "SELECT number, hash FROM audit_head WHERE id = 1"
_NEW_END = "UPDATE audit_head SET number = %s, hash = %s WHERE id = 1"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to record: what was done to which thing, by whom, with which content and links."""

    action: str
    thing: models.Model | str
    by: Viewer
    content: Mapping[str, Any] | None = None
    refs: Mapping[str, Any] = field(default_factory=dict)


class Recorded(NamedTuple):
    """Where an entry stands in the chain, and its hash."""

    number: int
    hash: str


def name_of(thing: models.Model | str) -> str:
    """How the chain names a thing: "contribution:3f2c…" or "round:3"."""
    return thing if isinstance(thing, str) else f"{thing._meta.model_name}:{thing.pk}"


def record(
    action: str,
    thing: models.Model | str,
    *,
    by: Viewer,
    content: Mapping[str, Any] | None = None,
    refs: Mapping[str, Any] | None = None,
) -> Entry:
    """Add one entry inside the caller's transaction: it stands or falls with what it records."""
    values = dict(zip(_NAMES, _add([Line(action, thing, by, content, refs or {})])[0], strict=True))
    entry = Entry(**{**values, "content": plain(content), "refs": plain(refs or {})})
    entry._state.adding, entry._state.db = False, connection.alias
    return entry


def record_all(lines: Sequence[Line]) -> list[Recorded]:
    """Add many entries with one look at the head; number and hash of each."""
    return [Recorded(row[0], row[-1]) for row in _add(lines)]


def _add(lines: Sequence[Line]) -> list[tuple[Any, ...]]:
    """Add them; their rows in the order of `_NAMES`."""
    if not connection.in_atomic_block:
        raise RuntimeError("An audit entry belongs into the transaction of what it records; open one first.")
    if not lines:
        return []
    number, previous = _locked_head()
    today, noise = timezone.localdate(), secrets.token_bytes(SALT_BYTES * len(lines))
    rows = []
    for at, line in enumerate(lines):
        salt = noise[SALT_BYTES * at : SALT_BYTES * (at + 1)]
        rows.append(_row(line, number + at + 1, previous, today, salt))
        previous = rows[-1][-1]
    _ENTRIES.add(rows)
    with connection.cursor() as cursor:
        cursor.execute(_NEW_END, [number + len(rows), previous])
    return rows


def head() -> tuple[int, str]:
    """The number and hash of the newest entry: what a partner notes down."""
    end = Head.objects.filter(pk=1).first()
    return (end.number, end.hash) if end else (0, START)


def _locked_head() -> tuple[int, str]:
    """The head, locked until the transaction ends. On SQLite the transaction itself is the lock."""
    lock = " FOR UPDATE" if connection.features.has_select_for_update else ""
    with connection.cursor() as cursor:
        cursor.execute(_END + lock)
        end = cursor.fetchone()
        if end is None:
            Head.objects.bulk_create([Head(pk=1, number=0, hash=START)], ignore_conflicts=True)
            cursor.execute(_END + lock)
            end = cursor.fetchone()
    return int(end[0]), str(end[1])


def _row(line: Line, number: int, previous: str, today: date, salt: bytes) -> tuple[Any, ...]:
    """The values of an entry in the order of `_NAMES`. What is hashed as JSON is kept as the same JSON."""
    written = canonical(plain(line.content))
    refs = plain(line.refs)
    commit = commitment_to(salt, written)
    about = (line.by.label, line.action, name_of(line.thing))
    hashed = hash_of_values((number, today.isoformat(), *about, refs, commit, previous))
    kept = None if line.content is None else AsJson(written.decode())
    return (number, today, *about, refs, salt.hex(), kept, commit, previous, hashed)


def plain(value: Any) -> Any:
    """The value in the few shapes that every database and language writes alike; TypeError for any other."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        value.encode("utf-8")
        if "\x00" in value:
            raise ValueError("The audit chain keeps no empty characters.")
        return str(value)
    if isinstance(value, Mapping):
        return {_key(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    raise TypeError(
        f"The audit chain keeps text, whole numbers, yes/no, lists and dicts; not {type(value).__name__}."
    )


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError("Keys in the audit chain are text.")
    return str(plain(key))
