"""The settings SQLite runs with, the swap to a sound SQLite, and the checks before the first page is
served.
"""

import importlib
import sqlite3
import sys
from typing import Any

OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit=6553600; "
        "PRAGMA wal_autocheckpoint=4000; "  # pages that many answers share are copied into the store a quarter as often
        "PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
    ),
}
Version = tuple[int, ...]


def is_sound(version: Version) -> bool:
    """Whether this SQLite is free of the fault that can lose committed writes in WAL mode (3.7.0 to
    3.51.2).
    """
    if version >= (3, 51, 3):
        return True
    return version[:2] in {(3, 50), (3, 44)} and version >= {50: (3, 50, 7), 44: (3, 44, 6)}[version[1]]


def use_sound_sqlite() -> None:
    """Put the SQLite of the package pysqlite3 in the place of Python's own where that one has the fault."""
    if is_sound(sqlite3.sqlite_version_info):
        return
    try:
        better = importlib.import_module("pysqlite3")
    except ImportError:
        return  # check_at_start() says so in a sentence
    sys.modules["sqlite3"] = better
    sys.modules["sqlite3.dbapi2"] = importlib.import_module("pysqlite3.dbapi2")


def check_at_start() -> list[str]:
    """Everything that must be right before the first page is served; one plain sentence for each thing
    wrong.
    """
    from alongside.kit.db import at_start

    return at_start.problems()
