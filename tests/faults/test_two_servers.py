"""Two servers in one room: what one is told, the screens of the other show at once; killing one loses nothing."""

import asyncio
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from http.cookiejar import CookieJar
from urllib.parse import urlencode

import pytest

from alongside.kit.testing import checks
from tests.faults.phones import Phone
from tests.faults.screens import Screen
from tests.faults.servers import ROOT, free_port, wait_until_it_answers
from tests.faults.stores import shared_store, why_not_several

why = why_not_several()
pytestmark = [pytest.mark.slow, pytest.mark.timeout(240), pytest.mark.skipif(bool(why), reason=why)]
AT_ONCE = 2.0  # seconds; on a quiet machine it takes a twentieth
BY_LOOKING = 8.0  # without Redis: found to be away after two seconds, then a look each second


class Two:
    """The two servers, the room both serve, and their Redis."""

    def __init__(self, environment, redis, folder):
        self.environment, self.redis = environment, redis
        self.folders = [folder / name for name in "ab"]
        self.ports, self.processes = [free_port(), free_port()], []
        made = self._run("benchmarks.made_room", "9")
        self.room = json.loads(made)

    def _run(self, module, *arguments):
        environment = {**self.environment, "DATA_DIR": str(self.folders[0])}
        run = subprocess.run([sys.executable, "-m", module, *arguments], env=environment, cwd=ROOT,
                             capture_output=True, text=True, timeout=100)  # fmt: skip
        assert run.returncode == 0, run.stderr[-2000:]
        return run.stdout.splitlines()[-1]

    def start(self):
        command = [sys.executable, "-m", "alongside.config.command", "run", "--empty"]
        for folder, port in zip(self.folders, self.ports, strict=True):
            own = {"DATA_DIR": str(folder), "PORT": str(port), "ALONGSIDE_DEMO": "yes"}
            environment = {**self.environment, **own}
            log = (folder / "log").open("wb")
            self.processes.append(
                subprocess.Popen(command, env=environment, cwd=ROOT, stdout=log, stderr=log)
            )
        for port in self.ports:
            wait_until_it_answers(port)
        self.until_health(lambda text: text == "ok")

    def end(self):
        for process in self.processes:
            process.kill()
            process.wait()

    def kill(self, number):
        os.kill(self.processes[number].pid, signal.SIGKILL)
        self.processes[number].wait()

    def log_of(self, number):
        return (self.folders[number] / "log").read_text()

    def health(self):
        found = []
        for port in self.ports:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as reply:
                found.append(reply.read().decode().strip())
        return found

    def until_health(self, is_so):
        began = time.monotonic()
        while not all(is_so(text) for text in self.health()):
            assert time.monotonic() - began < 10, self.health()
            time.sleep(0.1)

    def phone(self, number, at):
        return Phone(self.room["secrets"][number], self.room["activity"], self.ports[at], blank="w1")

    def screen(self, at, number=None, since=""):
        base = f"/live/{self.room['session']}"
        if number is None:
            return Screen(self.ports[at], f"{base}/stage/stream?wall={self.room['wall']}", since=since)
        return Screen(self.ports[at], f"{base}/room/stream", secret=self.room["secrets"][number], since=since)

    def record(self):
        return json.loads(self._run("tests.faults.record"))


class Facilitator:
    """Signed in by the demonstration's link; cookies do not tell ports apart, so both servers know them."""

    def __init__(self, two):
        self.two, self.jar = two, CookieJar()
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.get(0, two.room["sign_in"])
        self.get(0, f"/sessions/{two.room['session']}/run/")

    def get(self, at, path):
        with self.browser.open(f"http://127.0.0.1:{self.two.ports[at]}{path}", timeout=20) as reply:
            return reply.read().decode()

    def post(self, at, path, **fields):
        token = next(cookie.value for cookie in self.jar if cookie.name == "csrftoken")
        body = urlencode({"csrfmiddlewaretoken": token, **fields}).encode()
        url = f"http://127.0.0.1:{self.two.ports[at]}{path}"
        with self.browser.open(urllib.request.Request(url, body), timeout=20) as reply:
            assert (reply.status, "/accounts/" in reply.url) == (200, False), reply.url


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """Begun once for all these tests: the last of them kills one of the servers."""
    folder = tmp_path_factory.mktemp("two")
    for name in "ab":
        (folder / name).mkdir(mode=0o700)
    with shared_store(folder) as (environment, redis), ExitStack() as stack:
        two = Two(environment, redis, folder)
        stack.callback(two.end)
        two.start()
        yield two


def say(phone, word):
    asyncio.run(phone.write(word))
    return next(reversed(phone.acknowledged))


def test_what_one_server_is_told_the_screens_of_the_other_show(two):
    screens = [two.screen(0, 0), two.screen(1, 1), two.screen(1)]
    _all(screens, lambda state: state["here"] == 9)
    waits = [_answer(two, screens), *_facilitate(two, screens), _come_in(two, screens)]
    assert max(waits) < AT_ONCE, waits
    _same_version_for_both(two, screens)
    print(
        "seconds from the act at one server to the last screen of both:", *(f"{each:.2f}" for each in waits)
    )


def _all(screens, is_so):
    return max(screen.until(is_so) for screen in screens)


def _answer(two, screens):
    say(two.phone(2, at=0), "kettle")
    first = _all(screens, lambda state: state["answered"] == 1 and "kettle" in state["html"])
    say(two.phone(3, at=1), "teapot")
    second = _all(screens, lambda state: state["answered"] == 2 and "teapot" in state["html"])
    say(two.phone(2, at=1), "saucepan")
    third = _all(screens, lambda state: "saucepan" in state["html"] and "kettle" not in state["html"])
    assert all(screen.states[-1]["answered"] == 2 for screen in screens)
    return max(first, second, third)


def _facilitate(two, screens):
    """Through the second server: an answer hidden and shown again, more time, the activity paused and open again."""
    by, activity = Facilitator(two), two.room["activity"]
    word = say(two.phone(4, at=0), "grater")
    yield _all(screens, lambda state: state["answered"] == 3)
    by.post(1, f"/contributions/{word}/hide/", because="It names a client")
    yield _all(screens, lambda state: state["answered"] == 2 and "grater" not in state["html"])
    by.post(0, f"/contributions/{word}/hide/")
    yield _all(screens, lambda state: state["answered"] == 3)
    item, ends = screens[0].states[-1]["now"]["item"], screens[0].states[-1]["now"]["ends"]
    by.post(1, f"/items/{item}/longer/")
    yield _all(screens, lambda state: state["now"]["ends"] == ends + 120_000)
    by.post(1, f"/activities/{activity}/do/pause/")
    yield _all(screens, lambda state: state["now"]["state"] == "paused")
    by.post(0, f"/activities/{activity}/do/open/")
    yield _all(screens, lambda state: state["now"]["state"] == "open")


def _come_in(two, screens):
    """A phone takes a seat through the second server: everybody sees one more in the room."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    url = f"http://127.0.0.1:{two.ports[1]}{two.room['door']}"
    with browser.open(url, timeout=20) as reply:
        form = checks.form_values(checks.parse(reply.read().decode()))
    with browser.open(urllib.request.Request(url, urlencode(form).encode()), timeout=20) as reply:
        assert reply.status == 200
    return _all(screens, lambda state: state["here"] == 10)


def _same_version_for_both(two, screens):
    """A phone that goes from one server to the other with what it saw last is told nothing twice."""
    time.sleep(1)
    first, second, _stage = screens
    assert first.version == second.version
    moved = two.screen(1, 0, since=first.version)
    say(two.phone(5, at=0), "whisk")
    moved.until(lambda state: state["answered"] == 4)
    assert [state["answered"] for state in moved.states] == [4]


def test_a_phone_of_another_room_hears_nothing_at_either(two):
    for port in two.ports:
        path = f"http://127.0.0.1:{port}/live/{two.room['session']}/room/state"
        asking = urllib.request.Request(path, headers={"Cookie": "seat=" + "x" * 32})
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(asking, timeout=5)
        assert refused.value.code == 404


def test_without_redis_they_look_at_the_store_and_say_so(two):
    screens = [two.screen(0, 0), two.screen(1, 1)]
    _all(screens, lambda state: state["here"] >= 9)
    before = screens[0].states[-1]["answered"]
    two.redis.end()
    say(two.phone(6, at=0), "kettle")
    waited = _all(screens, lambda state: state["answered"] == before + 1)
    assert waited < BY_LOOKING
    two.until_health(lambda text: text.startswith("ok\n") and "Redis" in text)
    assert all("Redis can't be reached" in two.log_of(number) for number in (0, 1))
    say(two.phone(7, at=1), "teapot")
    looked = _all(screens, lambda state: state["answered"] == before + 2)
    two.redis.start()
    two.until_health(lambda text: text == "ok")
    assert all("Redis is back" in two.log_of(number) for number in (0, 1))
    say(two.phone(8, at=0), "grater")
    quick = _all(screens, lambda state: state["answered"] == before + 3)
    assert quick < AT_ONCE
    print(f"Redis away: {waited:.1f} s, then {looked:.1f} s; back: {quick:.2f} s")


def test_killing_one_loses_nothing_and_its_phones_go_to_the_other(two):
    phones = [two.phone(number, at=number % 2) for number in range(9)]
    before = len(two.record()["words"])
    asyncio.run(_write_while_one_is_killed(two, phones))
    record = two.record()
    told = {pk: number for phone in phones for pk, number in phone.acknowledged.items()}
    assert len(told) == 9 * 12
    assert len(record["words"]) == before + len(told)
    assert not [pk for pk, number in told.items() if record["numbers"].get(f"contribution:{pk}") != number]
    assert all(record["lines"][f"contribution:{pk}"] == 1 for pk in told)
    assert (record["problems"], record["start"]) == ([], [])
    screen = two.screen(1, 0, since="seen at the other server")
    screen.until(lambda state: state["answered"] == 9)
    html = screen.states[-1]["html"]
    assert all(re.search(rf"\bw{number}x11\b", html) for number in range(9)), html


async def _write_while_one_is_killed(two, phones):
    async def write(number, phone):
        for turn in range(12):
            await asyncio.sleep(random.uniform(0.1, 0.5))
            await phone.write(f"w{number}x{turn}")

    writing = asyncio.gather(*(write(number, phone) for number, phone in enumerate(phones)))
    await asyncio.sleep(1.5)
    await asyncio.to_thread(two.kill, 0)
    for phone in phones:
        phone.port = two.ports[1]
    await writing
