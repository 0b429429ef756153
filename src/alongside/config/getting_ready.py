"""What must be in place before the server answers: the stores, the styles, the example, the port."""

import hashlib
import socket
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from alongside.kit.languages.compiling import compile_catalogues

SEND_BUFFER = 28 * 1024  # small, so that sleeping phones cannot fill the machine's memory (live.md)
EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def get_ready(*, with_example: bool) -> None:
    """Bring stores and styles up to date; load the example into an empty store when asked to."""
    migrate()
    collect_styles()
    compile_catalogues(settings.LOCALE_PATHS[0])
    if with_example and EXAMPLES.is_dir() and _is_empty():
        _load_example()


STORES = ("keys", "default")
PREPARING = {"keys": "Preparing the store of keys …", "default": "Preparing the store …"}


def migrate() -> None:
    """Bring both stores to the newest shape; quick when there is nothing to do."""
    for alias in STORES:
        if _steps_to_go(alias):
            _tell(PREPARING[alias])
            call_command("migrate", database=alias, interactive=False, verbosity=0)


def is_migrated() -> bool:
    """Whether both stores have the newest shape."""
    return not any(_steps_to_go(alias) for alias in STORES)


def _steps_to_go(alias: str) -> int:
    executor = MigrationExecutor(connections[alias])
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def collect_styles() -> None:
    """Put styles, scripts and fonts where the server finds them, only when one of them changed."""
    mark = settings.STATIC_ROOT / ".mark"
    now = _fingerprint()
    if mark.exists() and mark.read_text() == now:
        return
    _tell("Preparing styles and fonts …")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    mark.write_text(now)


def _fingerprint() -> str:
    """One word that changes when any style, script or font changes."""
    found = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            found.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return found.hexdigest()


def _is_empty() -> bool:
    """No project and no account yet."""
    from django.apps import apps

    return not any(
        apps.get_model(name)._default_manager.exists() for name in ("projects.Project", "people.Account")
    )


def _load_example() -> None:
    from alongside.config.folders import import_with_progress
    from alongside.home.demo import start_demo

    _tell("Loading the examples: the homecare workshops, and a workshop to try …")
    for folder in sorted(EXAMPLES.iterdir()):
        import_with_progress(folder)
    start_demo()


def open_socket(port: int) -> socket.socket:
    """Listen on every address of this machine; ValueError with a sentence when the port is taken."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
    try:
        listening.bind(("0.0.0.0", port))  # noqa: S104  phones in the room must reach it
    except OSError as problem:
        raise ValueError(
            f"port {port} can't be used ({problem.strerror}). Try PORT={port + 1} ./run"
        ) from None
    listening.listen(2048)
    listening.set_inheritable(True)
    return listening


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
