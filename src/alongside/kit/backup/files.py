"""Copying database files so that the copy is whole and on the disk."""

import hashlib
import os
from contextlib import closing
from pathlib import Path

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from alongside.kit.db.sqlite.library import Database
from alongside.kit.errors import Refused

Rows = list[tuple[object, ...]]


def sqlite_connection(alias: str) -> BaseDatabaseWrapper:
    """The connection to an SQLite database; Refused when it is another one, which has its own tools."""
    connection = connections[alias]
    if connection.vendor != "sqlite":
        raise Refused(
            _("This server keeps its data in PostgreSQL. Use pg_dump and pg_restore for copies of it.")
        )
    return connection


def copy_database(alias: str, to: Path) -> None:
    """A sound copy of one running database, without what was deleted from it, safely on the disk."""
    connection = sqlite_connection(alias)
    to.touch(mode=0o600)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(to)])
    settle(to)


def settle(path: Path) -> None:
    """Wait until a file, and the name of it in its folder, are on the disk."""
    for place in (path, path.parent):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def put(source: Path, to: Path) -> None:
    """Copy a file to a new place in one step: the new one is whole, or not there."""
    part = to.with_name(f"{to.name}.part")
    part.touch(mode=0o600)
    part.write_bytes(source.read_bytes())
    settle(part)
    part.replace(to)
    settle(to)


def fingerprint(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def ask(path: Path, question: str) -> Rows:
    """Ask a database file that nobody writes to, without changing it."""
    with closing(Database.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        return connection.execute(question).fetchall()  # type: ignore[no-any-return]
