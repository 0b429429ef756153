"""Servers under measurement: real processes on loopback, each on the first core, with data folders of their own."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TICKS = os.sysconf("SC_CLK_TCK")
SERVER_CORE, CROWD_CORE = 0, 1


@dataclass
class Server:
    """A running process and its port."""

    process: subprocess.Popen[bytes]
    port: int

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far, children not counted."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    @property
    def memory_mb(self) -> float:
        """Memory that is this process's own or its share of what is shared (PSS), with its children."""
        return sum(_pss_mb(pid) for pid in [self.process.pid, *_children(self.process.pid)])


def _pss_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _children(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def free_port() -> int:
    """A port nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def data_folder() -> Iterator[Path]:
    """An empty data folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        yield Path(folder)


def environment(folder: Path, port: int, env: Mapping[str, str] = os.environ) -> dict[str, str]:
    """What the product's processes are told."""
    told = {"DATA_DIR": str(folder), "PORT": str(port), "DJANGO_SETTINGS_MODULE": "alongside.config.settings"}
    return {**env, **told}


@contextmanager
def running(
    command: list[str], port: int, *, env: dict[str, str] | None = None, seconds: float = 60
) -> Iterator[Server]:
    """Run a server until the block ends; it must answer GET /healthz."""
    log = tempfile.TemporaryFile("w+")  # noqa: SIM115
    process = subprocess.Popen(command, env=env, stdout=log, stderr=log, start_new_session=True)
    process.log = log
    try:
        pin(process.pid, SERVER_CORE)
        wait_for(port, process, seconds)
        yield Server(process, port)
    finally:
        stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End it kindly, then for certain."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def last_words(process: subprocess.Popen[bytes]) -> str:
    """The end of what it printed."""
    process.log.seek(0)
    return process.log.read()[-2000:]


def pin(pid: int, core: int) -> None:
    """Keep a process to one core, where the machine has two."""
    if (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(pid, {core})


def wait_for(port: int, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Wait until the server answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended: {last_words(process)}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1):
                return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("the server did not answer")


@contextmanager
def alongside(folder: Path, *arguments: str, env: Mapping[str, str] = os.environ) -> Iterator[Server]:
    """The product, as `alongside run --empty` starts it."""
    port = free_port()
    command = [sys.executable, "-m", "alongside.config.command", "run", *(arguments or ("--empty",))]
    with running(command, port, env=environment(folder, port, env)) as server:
        yield server


def make_room(folder: Path, phones: int, env: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """A workshop with so many phones in the folder's store, made by the product's own actions in a process apart."""
    command = [sys.executable, "-m", "benchmarks.made_room", str(phones)]
    made = subprocess.run(
        command, env=environment(folder, 0, env), check=True, capture_output=True, text=True, timeout=300
    )
    return json.loads(made.stdout)


def make_answers(folder: Path, activity: int, count: int) -> None:
    """So many answers of phones that are not there any more, kept by the product's own writing."""
    command = [sys.executable, "-m", "benchmarks.made_room", "answers", str(activity), str(count)]
    subprocess.run(command, env=environment(folder, 0), check=True, capture_output=True, timeout=600)


def verdict(words: str, is_met: bool, goal: str) -> bool:
    """Print a figure beside its goal; returns whether it is met."""
    print(f"{words}  goal {goal}: {'met' if is_met else 'MISSED'}", flush=True)
    return is_met


def count_kept(folder: Path) -> dict[str, int]:
    """What the store holds now: contributions, doubled ids, lines in the chain about them."""
    command = [sys.executable, "-m", "benchmarks.made_room", "count"]
    counted = subprocess.run(
        command, env=environment(folder, 0), check=True, capture_output=True, text=True, timeout=300
    )
    return json.loads(counted.stdout)
