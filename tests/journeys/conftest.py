"""A real server with its own data, a real browser, and three sizes of screen."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.faults.servers import free_port
from tests.guards.source import ROOT

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"phone": (390, 844), "laptop": (1440, 900), "room": (1920, 1080), "narrow": (320, 640)}
PATIENCE = 90  # seconds for the first start of a server with its example


@dataclass
class Server:
    """A running Alongside with the example in it."""

    url: str
    data: Path
    process: subprocess.Popen

    @property
    def sign_ins(self) -> dict[str, str]:
        """Role → path of its demo sign-in link."""
        links = json.loads((self.data / "demo.json").read_text(encoding="utf-8"))
        return {
            re.split(r"[-.@]", email)[0]: f"/demo/in/{token}/" for token, email in reversed(links.items())
        }

    def command(self, *words: str) -> str:
        """Run the `alongside` command on this server's data."""
        return run_command(self.data, *words)


def run_command(data, *words):
    environment = os.environ | {"DATA_DIR": str(data)}
    command = [sys.executable, "-m", "alongside.config.command", *words]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout


def start(data: Path, *words: str, port: int = 0) -> Server:
    """Start a server and wait until it answers."""
    port = port or free_port()
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    environment = os.environ | {"DATA_DIR": str(data), "PORT": str(port), "PUBLIC_URL": ""}
    command = [sys.executable, "-m", "alongside.config.command", "run", *words]
    with (data / "server.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=ROOT)
    server = Server(f"http://127.0.0.1:{port}", data, process)
    wait_until_up(server)
    return server


def wait_until_up(server: Server) -> None:
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up and server.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.url}/healthz", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    server.process.kill()
    raise AssertionError("the server did not start:\n" + (server.data / "server.log").read_text())


def stop(server: Server) -> None:
    """Stop it as Ctrl-C does; it must end calmly, and have met no error nobody saw."""
    server.process.terminate()
    code = server.process.wait(timeout=20)
    log = (server.data / "server.log").read_text(encoding="utf-8")
    assert code == 0, log
    assert "Traceback" not in log, log[log.index("Traceback") - 300 :][:4000]


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """One server with the example for all stories of this process."""
    running = start(tmp_path_factory.mktemp("served") / "data")
    yield running
    stop(running)


@pytest.fixture
def empty_server(tmp_path):
    """A server that nobody has set up yet."""
    running = start(tmp_path / "data", "--empty")
    yield running
    stop(running)


@pytest.fixture(scope="session")
def browser():
    """Chromium, as the machine has it."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("The browser stories need Chromium. On Debian or Ubuntu: sudo apt install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


class Screens:
    """Opens browsers of one size each, as different people's devices; closes them after the story."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser, self.url = browser, url
        self.contexts: list[BrowserContext] = []
        self.troubles: list[str] = []

    def open(self, size: str, *, script: bool = True, **options) -> Page:
        """A new device: its own cookies, its own storage."""
        width, height = SIZES[size]
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            base_url=self.url,
            locale="en-GB",
            timezone_id="Europe/London",
            has_touch=size == "phone",
            is_mobile=size in {"phone", "narrow"},
            device_scale_factor=2 if size == "phone" else 1,
            reduced_motion="reduce",
            java_script_enabled=script,
            **options,
        )
        context.set_default_timeout(8000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.troubles.append(f"{page.url}: {error}"))
        page.on("console", self._hear)
        page.on("response", self._see)
        return page

    def _hear(self, message):
        """Whatever the content policy stopped is a fault of ours."""
        if message.type == "error" and re.search(
            r"Content Security Policy|TrustedHTML|Refused to", message.text
        ):
            self.troubles.append(message.text)

    def _see(self, response):
        if response.status >= 500:
            self.troubles.append(f"{response.status} {response.url}")

    def close(self):
        for context in self.contexts:
            context.close()


@pytest.fixture
def screens(browser, server):
    """Devices of the people in a story; no page may break or run into the content policy."""
    opened = Screens(browser, server.url)
    yield opened
    opened.close()
    assert not opened.troubles, "\n".join(opened.troubles)


@pytest.fixture
def laptop(screens, server):
    """The facilitator's laptop, signed in by the demo link."""
    page = screens.open("laptop")
    page.goto(server.sign_ins["facilitator"])
    return page
