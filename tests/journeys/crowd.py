"""Many phones at once, without a browser each: seats in a running workshop, and answers by the way phones send them."""

import json
import os
import subprocess
import sys
import urllib.request
import uuid
from dataclasses import dataclass
from urllib.parse import urlencode

from tests.guards.source import ROOT
from tests.journeys.conftest import Server


@dataclass
class Crowd:
    """The phones of a workshop, by the secrets of their seats."""

    server: Server
    activity: int
    secrets: list[str]

    def say(self, number: int, **answer: str) -> None:
        """One of them answers; it is kept when this returns."""
        body = urlencode({"id": str(uuid.uuid4()), **answer}).encode()
        headers = {"Cookie": f"seat={self.secrets[number]}", "Origin": self.server.url}
        asked = urllib.request.Request(
            f"{self.server.url}/live/answer/{self.activity}/", body, headers, method="POST"
        )
        with urllib.request.urlopen(asked, timeout=20) as reply:
            assert json.load(reply)["ok"]


def crowd_in(server: Server, session: str, activity: str, count: int) -> Crowd:
    """So many phones come in."""
    command = [sys.executable, "-m", "tests.journeys.seats", session, str(count)]
    environment = os.environ | {"DATA_DIR": str(server.data)}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, cwd=ROOT)
    return Crowd(server, int(activity), json.loads(run.stdout.splitlines()[-1]))
