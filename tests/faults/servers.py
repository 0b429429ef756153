"""Starting, killing and asking servers from a test."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20


@dataclass
class Hall:
    """A session that is open, with the secrets of its seats."""

    activity: int
    session: int
    secrets: list[str]


def open_hall(environment: dict[str, str]) -> Hall:
    """Fill an empty store with a session and 40 seats."""
    command = [sys.executable, "-m", "tests.faults.hall"]
    run = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr[-2000:]
    return Hall(**json.loads(run.stdout.splitlines()[-1]))


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return asking.getsockname()[1]


def answers(port: int) -> bool:
    """Whether the server says that it is well."""
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
    with suppress(OSError, http.client.HTTPException):
        asking.request("GET", "/healthz")
        return asking.getresponse().status == 200
    return False


def wait_until_it_answers(port: int) -> float:
    """How many seconds it took."""
    begun = time.perf_counter()
    while not answers(port):
        assert time.perf_counter() - begun < PATIENCE, "the server does not answer"
        time.sleep(0.01)
    return time.perf_counter() - begun


class KilledServer:
    """The server of killed_server.py: `kill` ends it with -9 and says how long until it answered again."""

    def __init__(self, environment: dict[str, str], port: int) -> None:
        self.port, self.children = port, []
        command = [sys.executable, "-m", "tests.faults.killed_server", str(port)]
        self.process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        Thread(target=self._listen, daemon=True).start()
        wait_until_it_answers(port)

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.children.append(int(line))

    def kill(self) -> float:
        """End it as the power cord would end the process; seconds until it answers again."""
        count = len(self.children)
        os.kill(self.children[-1], signal.SIGKILL)
        while len(self.children) == count:
            time.sleep(0.001)
        return wait_until_it_answers(self.port)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        with suppress(ProcessLookupError):
            os.kill(self.children[-1], signal.SIGKILL)


@contextmanager
def killed_server(environment: dict[str, str], port: int) -> Iterator[KilledServer]:
    server = KilledServer(environment, port)
    try:
        yield server
    finally:
        server.end()
