"""Adding to the chain, inside the caller's transaction, with the head locked."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, models
from django.utils import timezone

from alongside.kit.access import Viewer
from alongside.kit.audit.models import Entry, Head
from alongside.kit.audit.verify import START, commitment, entry_hash

SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to record: what was done to which thing, by whom, with which content and links."""

    action: str
    thing: models.Model | str
    by: Viewer
    content: Mapping[str, Any] | None = None
    refs: Mapping[str, Any] = field(default_factory=dict)


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
    return record_all([Line(action, thing, by, content, refs or {})])[0]


def record_all(lines: Sequence[Line]) -> list[Entry]:
    """Add many entries with one look at the head."""
    if not connection.in_atomic_block:
        raise RuntimeError("An audit entry belongs into the transaction of what it records; open one first.")
    if not lines:
        return []
    end = _locked_head()
    entries = []
    for line in lines:
        entry = _next(end, line)
        end.number, end.hash = entry.number, entry.hash
        entries.append(entry)
    Entry.objects.bulk_create(entries)
    end.save(update_fields=["number", "hash"])
    return entries


def head() -> tuple[int, str]:
    """The number and hash of the newest entry: what a partner notes down."""
    end = Head.objects.filter(pk=1).first()
    return (end.number, end.hash) if end else (0, START)


def _locked_head() -> Head:
    """The head, locked until the transaction ends. On SQLite the transaction itself is the lock."""
    ends = (
        Head.objects.select_for_update() if connection.features.has_select_for_update else Head.objects.all()
    )
    end = ends.filter(pk=1).first()
    if end is None:
        Head.objects.bulk_create([Head(pk=1, number=0, hash=START)], ignore_conflicts=True)
        end = ends.get(pk=1)
    return end


def _next(end: Head, line: Line) -> Entry:
    salt = secrets.token_hex(SALT_BYTES)
    content, today = plain(line.content), timezone.localdate()
    values = {
        "number": end.number + 1,
        "on": today.isoformat(),
        "who": line.by.label,
        "action": line.action,
        "thing": name_of(line.thing),
        "refs": plain(line.refs),
        "commit": commitment(salt, content),
        "previous": end.hash,
    }
    return Entry(**{**values, "on": today}, salt=salt, content=content, hash=entry_hash(values))


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
