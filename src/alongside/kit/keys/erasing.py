"""Deleting keys so that they are gone: the row, the free page it lay on, and the write-ahead log."""

import uuid
from collections.abc import Collection, Iterable

from django.db import connections, transaction

from alongside.kit.db import guard
from alongside.kit.keys.models import Erased, ItemKey
from alongside.kit.keys.router import KEYS

AT_ONCE = 500
SHORT_WAIT = 500


def delete_keys(ids: Collection[uuid.UUID]) -> int:
    """Delete these keys, write them in the list of the erased, and clear the log behind them.

    Says how many.
    """
    with transaction.atomic(using=KEYS):
        Erased.objects.bulk_create([Erased(id=key) for key in ids], batch_size=AT_ONCE, ignore_conflicts=True)
        deleted = sum(ItemKey.objects.filter(id__in=part).delete()[0] for part in _parts(ids))
    clear_log()
    return deleted


def clear_log() -> bool:
    """Empty the key store's write-ahead log, which still holds deleted keys.

    False when a reader is in the way.
    """
    connection = connections[KEYS]
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return connection.vendor != "sqlite"
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout={SHORT_WAIT}")  # never hold up a page for a slow reader
        is_busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        cursor.execute(f"PRAGMA busy_timeout={guard.OPTIONS['timeout'] * 1_000}")
    return not is_busy


def keep_erased(ids: Iterable[uuid.UUID]) -> int:
    """After a copy was brought back:

    delete again every key that was erased before. Says how many came back.
    """
    return delete_keys(set(ids) | set(Erased.objects.values_list("id", flat=True)))


def _parts(ids: Collection[uuid.UUID]) -> list[list[uuid.UUID]]:
    listed = list(ids)
    return [listed[start : start + AT_ONCE] for start in range(0, len(listed), AT_ONCE)]
