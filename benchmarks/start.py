"""Starting: first run, later starts, import of the example, idle memory. `python -m benchmarks.start [--install]`.

With `--install` it also clones this repository into an empty folder and times `./run` there until it answers
(packages come from pip's cache if that is warm).
"""

import os
import subprocess
import sys
import tempfile
import time
from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks.server import Server, data_folder, environment, free_port, running

ROOT = Path(__file__).parents[1]
GOALS = {"install": 90.0, "later": 4.0, "import": 5.0, "memory": 150.0}


def main(arguments: list[str]) -> int:
    """Measure and print each figure beside its goal; 1 when one is missed."""
    with data_folder() as folder:
        bare = _bare_start()
        found = {"first": _start(folder), "later": min(_start(folder) for _ in range(3))}
    with data_folder() as folder:
        found["import"] = _import(folder)
    with data_folder() as folder:
        found["memory"] = _memory(folder)
    if "--install" in arguments:
        found["install"] = _install()
    return _print(found, bare)


def _start(folder: Path) -> float:
    """Seconds from the command until the server answers; the example is loaded the first time."""
    began = time.monotonic()
    with _run(folder):
        return time.monotonic() - began


def _run(folder: Path) -> AbstractContextManager[Server]:
    port = free_port()
    command = [sys.executable, "-m", "alongside.config.command", "run"]
    return running(command, port, env=environment(folder, port))


def _bare_start() -> float:
    """The baseline: Python starting and importing Django."""
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", "import django, uvicorn, django.core.handlers.wsgi"], check=True)
    return time.monotonic() - began


def _import(folder: Path) -> float:
    """Seconds to import the example into an empty store that is set up."""
    env = environment(folder, 0)
    code = "import django; django.setup(); from alongside.config.getting_ready import migrate; migrate()"
    subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True)
    command = [
        sys.executable,
        "-m",
        "alongside.config.command",
        "import",
        str(ROOT / "examples" / "homecare"),
    ]
    began = time.monotonic()
    subprocess.run(command, env=env, check=True, capture_output=True)
    return time.monotonic() - began


def _memory(folder: Path) -> float:
    """Megabytes of the idle server and its worker, shared memory counted once."""
    with _run(folder) as server:
        _open_some(server)
        time.sleep(3)
        return server.memory_mb


def _open_some(server: Server) -> None:
    """A few pages, so that what is loaded late is loaded."""
    import urllib.error
    import urllib.request

    for path in ("/", "/accounts/login/", "/join/"):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}").read()
        except urllib.error.HTTPError:
            pass


def _install() -> float:
    """Seconds from a fresh clone to the first answer."""
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        clone, port = Path(folder) / "clone", free_port()
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
        env = {name: value for name, value in os.environ.items() if name not in {"VIRTUAL_ENV", "PYTHONPATH"}}
        env |= environment(Path(folder) / "data", port) | {"HOME": os.environ.get("HOME", folder)}
        began = time.monotonic()
        with running([str(clone / "run")], port, env=env, seconds=300):
            return time.monotonic() - began


def _print(found: dict[str, float], bare: float) -> int:
    names = {
        "install": "./run in a fresh clone, until it answers",
        "first": "first start with the example, packages there",
        "later": "later start",
        "import": "import of the example",
        "memory": "idle memory, server and worker",
    }
    missed = [name for name, goal in GOALS.items() if found.get(name, 0) > goal]
    for name, words in names.items():
        if name in found:
            unit = "MB" if name == "memory" else "s"
            times = (
                ""
                if name == "memory"
                else f"  {found[name] / bare:5.1f} × “import django, uvicorn” ({bare:.2f} s)"
            )
            goal = f"  goal {GOALS[name]:.0f} {unit}" if name in GOALS else ""
            print(f"{words:<46}{found[name]:7.1f} {unit}{goal}{times}{'  MISSED' if name in missed else ''}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
