"""The stores the race tests run on: SQLite always, PostgreSQL where one answers on this machine.

For several server processes also a Redis of our own, where its program is installed.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.faults.servers import free_port

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
    for name in ("DATABASE_URL", "KEYS_DATABASE_URL", "BACKUP_DIR", "REDIS_URL"):
        environment.pop(name, None)
    if kind == "sqlite":
        yield environment
        return
    with _database() as url:
        yield {**environment, "DATABASE_URL": url}


@contextmanager
def _database() -> Iterator[str]:
    """The address of a new database, which is dropped afterwards."""
    name, server = f"alongside_{uuid.uuid4().hex[:12]}", _server()
    server.execute(f'CREATE DATABASE "{name}"')
    info = server.info
    try:
        yield f"postgres://{info.user}@{info.host}:{info.port}/{name}"
    finally:
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        server.close()


def why_not_several() -> str:
    """Why several processes cannot be tried here; "" when they can."""
    missing = "" if shutil.which("redis-server") else "redis-server is not installed"
    return missing or why_no_postgres()


class Redis:
    """A Redis of our own, which can go away and come back."""

    def __init__(self, folder: Path) -> None:
        self.port, self._folder = free_port(), folder
        self.start()

    def start(self) -> None:
        """Begin, and wait until it takes connections."""
        told = f"--port {self.port} --bind 127.0.0.1 --appendonly no --dir {self._folder}"
        command = ["redis-server", *told.split(), "--save", ""]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(500):
            with socket.socket() as asking:
                if asking.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.01)
        raise AssertionError("redis-server does not answer")

    def end(self) -> None:
        """Gone, as when its machine is switched off."""
        self.process.kill()
        self.process.wait()


@contextmanager
def shared_store(folder: Path) -> Iterator[tuple[dict[str, str], Redis]]:
    """The environment that several processes have in common, and their Redis. Each still needs a DATA_DIR."""
    redis = Redis(folder)
    try:
        with store("postgresql", folder) as environment, _database() as keys:
            yield (
                {
                    **environment,
                    "KEYS_DATABASE_URL": keys,
                    "REDIS_URL": f"redis://127.0.0.1:{redis.port}/0",
                    "SECRET_KEY": uuid.uuid4().hex + uuid.uuid4().hex,
                },
                redis,
            )
    finally:
        redis.end()


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
