"""`alongside run`: get ready, then serve pages and do background work in two processes until told to stop."""

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from alongside.config import getting_ready, selfcheck, welcome


class Closable(Protocol):
    """A file or a socket."""

    def close(self) -> None: ...


CALM = 5  # seconds that open pages get to finish when we stop


def serve(*, with_example: bool) -> int:
    """Serve until Ctrl-C or SIGTERM; return 0 after a clean stop."""
    if selfcheck.report(only_problems=True):
        return 1
    with _alone() as lock:
        listening = getting_ready.open_socket(settings.PORT)
        getting_ready.get_ready(with_example=with_example)
        server = web_server()
        welcome.greet()
        connections.close_all()
        _leave_be_what_stays()
        with _worker_beside(lock, listening):
            _hear_but_go_on()  # uvicorn repeats the signal that ended it; we still have the worker to end
            server.run(sockets=[listening])
    print("Stopped. Everything is kept.")
    return 0


def work_in_background() -> int:
    """Do queued work (mail, files) one piece after another until told to stop."""
    _end_quietly()
    call_command("db_worker", "--no-startup-delay", verbosity=0)
    return 0


def web_server() -> "uvicorn.Server":  # type: ignore[name-defined]  # noqa: F821
    """The web server, its parts loaded; made before the worker is split off, so that both share that memory."""
    import uvicorn

    from alongside.config import asgi  # first: it sets Django up

    # isort: split
    from alongside.activities.live.quick import QuickProtocol

    return uvicorn.Server(
        uvicorn.Config(
            asgi.application,
            http=QuickProtocol,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=CALM,
            timeout_keep_alive=30,
            lifespan="on",
        )
    )


def _leave_be_what_stays() -> None:
    """Python's search for forgotten circles of objects need not look at what was loaded and stays to the end.

    Without this an eighth of the time of a burst of answers goes there; and what is never touched stays shared with
    the worker.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


@contextmanager
def _worker_beside(*servers_own: Closable) -> Iterator[None]:
    """Split the background worker off, which lets go of what is the server's own; end it when the server ends."""
    server, child = os.getpid(), os.fork()
    if child == 0:
        for thing in servers_own:
            thing.close()
        _be_the_worker(server)
    try:
        yield
    finally:
        _stop(child)


def _be_the_worker(server: int) -> None:
    """Work until stopped, then leave without running what the server registered for its own end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both; the server passes on a SIGTERM
    threading.Thread(target=_end_with, args=[server], daemon=True).start()
    code = 1
    try:
        code = work_in_background()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    finally:
        sys.stdout.flush()
        os._exit(code)


def _end_with(server: int) -> None:
    """End the worker when the server was killed and could not say so."""
    while os.getppid() == server:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)


def _end_quietly() -> None:
    """The worker's own warning about stopping is not for the person at the screen."""
    import logging

    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)


def _hear_but_go_on() -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)


def _stop(child: int) -> None:
    try:
        os.kill(child, signal.SIGTERM)
        os.waitpid(child, 0)
    except (ProcessLookupError, ChildProcessError):
        pass


@contextmanager
def _alone() -> Iterator[TextIO]:
    """One server for one data folder: a second one is refused."""
    import fcntl

    with (settings.DATA_DIR / "server.lock").open("w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ValueError(f"another server already uses {settings.DATA_DIR}. Stop it first.") from None
        yield lock
