"""The live room under the real server: it stops quickly with streams open, and says when to come back."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[5]


@pytest.fixture
def served(tmp_path):
    """`alongside run` on a port of its own, with one workshop and five phones."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = os.environ | {
        "DATA_DIR": str(tmp_path),
        "PORT": str(port),
        "DATABASE_URL": "",
        "KEYS_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
    }
    made = subprocess.run(
        [sys.executable, "-m", "benchmarks.made_room", "5"],
        env=env,
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    command = [sys.executable, "-m", "alongside.config.command", "run", "--empty"]
    with (tmp_path / "server.log").open("wb") as log:
        process = subprocess.Popen(command, env=env, cwd=ROOT, stdout=log, stderr=log)
    wait_until_up(port, process)
    yield port, json.loads(made.stdout), process
    process.kill()
    process.wait()


def wait_until_up(port, process):
    for _ in range(300):
        assert process.poll() is None
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not answer")


def test_a_stop_says_farewell_to_all_and_takes_no_time(served):
    port, made, process = served
    heard = [Heard(port, made["session"], secret) for secret in made["secrets"]]
    for each in heard:
        each.wait_for(b'"here":5')
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0
    assert time.monotonic() - began < 4
    for each in heard:
        each.wait_for(b"event: bye")
        assert b"retry: " in each.text


def test_phones_that_send_slowly_do_not_hold_up_the_pages(served):
    port, _made, _process = served
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(12)]
    for each in slow:
        each.sendall(b"POST /join/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\ncode=A")
    time.sleep(0.3)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as reply:
        assert reply.status == 200
    for each in slow:
        each.close()


class Heard:
    """One phone's stream, read in a thread."""

    def __init__(self, port, session, secret):
        self.text = b""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", f"/live/{session}/room/stream", headers={"Cookie": f"seat={secret}"})
        self.reply = connection.getresponse()
        assert self.reply.status == 200
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        while line := self.reply.readline():
            self.text += line

    def wait_for(self, words):
        until = time.monotonic() + 10
        while words not in self.text:
            assert time.monotonic() < until, self.text
            time.sleep(0.02)
