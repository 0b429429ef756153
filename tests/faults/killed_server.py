"""Run in a process of its own: the real server as a child, begun again each time somebody kills it.

What costs time when Python starts is done once, before the first child; each child opens the port, the databases and
the live room by itself, as after any start. Prints the number of each child's process.
"""

import ctypes
import os
import signal
import sys
from contextlib import suppress

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")

from alongside.config import asgi  # noqa: E402, F401  # sets Django up and loads what all children need
from alongside.config.getting_ready import open_socket  # noqa: E402
from alongside.config.serving import web_server  # noqa: E402

PARENT_DEATH = 1


def main(port: int) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _end_with_parent()
    while True:
        child = os.fork()
        if child == 0:
            serve(port)
        print(child, flush=True)
        os.waitpid(child, 0)


def _end_with_parent() -> None:
    """So that a test that is killed leaves nothing running (Linux; elsewhere the test must end it itself)."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(PARENT_DEATH, signal.SIGKILL)


def serve(port: int) -> None:
    _end_with_parent()
    try:
        web_server().run(sockets=[open_socket(port)])
    finally:
        os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
