"""The stores the race tests run on: SQLite always, PostgreSQL where one answers on this machine."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgres://127.0.0.1:5432/test")
USERS = (os.environ.get("PGUSER", ""), "root", "postgres")


def _server():
    """A connection to the server of PostgreSQL, or None when there is none."""
    import psycopg

    for user in dict.fromkeys(filter(None, USERS)):
        try:
            return psycopg.connect(POSTGRES, user=user, autocommit=True, connect_timeout=2)
        except psycopg.Error:
            continue
    return None


def why_no_postgres() -> str:
    """Why the races on PostgreSQL are left out; "" when they can run."""
    try:
        server = _server()
    except ImportError:
        return "psycopg is not installed"
    if server is None:
        return f"no PostgreSQL answers at {POSTGRES}"
    server.close()
    return ""


@contextmanager
def store(kind: str, folder: Path) -> Iterator[dict[str, str]]:
    """The environment for a process with an empty store of its own."""
    environment = {**os.environ, "DATA_DIR": str(folder), "PYTHONPATH": "src:."}
    for name in ("DATABASE_URL", "KEYS_DATABASE_URL", "BACKUP_DIR"):
        environment.pop(name, None)
    if kind == "sqlite":
        yield environment
        return
    name, server = f"alongside_{uuid.uuid4().hex[:12]}", _server()
    server.execute(f'CREATE DATABASE "{name}"')
    info = server.info
    url = f"postgres://{info.user}@{info.host}:{info.port}/{name}"
    try:
        yield {**environment, "DATABASE_URL": url}
    finally:
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        server.close()
