"""The stores the race tests run on: SQLite always, PostgreSQL where one answers on this machine."""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgres://127.0.0.1:5432/test")
ROOT = Path(__file__).resolve().parents[2]
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


def found_by(module: str, kind: str, folder: Path, *, timeout: int) -> dict[str, Any]:
    """What a program found out on an empty store: the JSON of its last line. Skips where the store isn't to be had."""
    if kind == "postgresql" and (why := why_no_postgres()):
        pytest.skip(why)
    with store(kind, folder) as environment:
        run = subprocess.run(
            [sys.executable, "-m", module],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=timeout,
        )
    assert run.returncode == 0, run.stderr[-2000:]
    return dict(json.loads(run.stdout.splitlines()[-1]))
