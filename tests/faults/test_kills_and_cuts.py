"""Kills and cuts lose nothing: the promise behind “kept” on the phone (goals G1 and G3)."""

import asyncio
import json
import os
import random
import subprocess
import sys
import time
import uuid
from urllib.parse import urlencode

import pytest

from alongside.activities.live import quick
from tests.faults.phones import Phone
from tests.faults.proxy import MISHAPS, BadLine
from tests.faults.servers import ROOT, free_port, killed_server, open_hall, wait_until_it_answers
from tests.faults.stores import store

KILLS = int(os.environ.get("KILLS", "100"))  # KILLS=1000 for the full goal G1, about five minutes
LONGEST_START = 2.0
BUDGET = 0.8 * KILLS
PHONES, EACH = 40, 15
pytestmark = [pytest.mark.slow, pytest.mark.timeout(160 + KILLS)]


@pytest.fixture
def environment(tmp_path):
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    with store("sqlite", data) as environment:
        yield environment


def read_record(environment):
    """What the store holds, read by a new process after the last server was killed."""
    command = [sys.executable, "-m", "tests.faults.record"]
    run = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr[-2000:]
    return json.loads(run.stdout.splitlines()[-1])


def check_record(record, phones):
    """Nothing acknowledged is lost or changed, nothing is there twice, the chain is whole."""
    sent = {known_as: text for phone in phones for known_as, text in phone.sent.items()}
    acknowledged = {known_as: number for phone in phones for known_as, number in phone.acknowledged.items()}
    ours = {known_as: text for known_as, text in record["words"].items() if text.startswith("note ")}
    lost = [known_as for known_as in acknowledged if ours.get(known_as) != sent[known_as]]
    doubled = len(ours) - len(set(ours.values()))
    numbers = {known_as: record["numbers"].get(f"contribution:{known_as}") for known_as in ours}
    assert not lost
    assert doubled == 0
    assert set(ours) <= set(sent)
    assert all(record["lines"][f"contribution:{known_as}"] == 1 for known_as in ours)
    assert all(numbers[known_as] == number for known_as, number in acknowledged.items())
    assert (record["problems"], record["integrity"], record["start"]) == ([], "ok", [])
    return len(acknowledged)


async def write_until(phone, is_over, number):
    turn = 0
    while not is_over():
        await phone.write(f"note {number}.{turn} ✓")
        turn += 1
        await asyncio.sleep(random.uniform(0.0, 0.4))


def test_phones_write_as_the_quick_way_takes_it():
    """Else the kills below would only be of the slow one."""
    body = urlencode({"id": str(uuid.uuid4()), "note": "note 1.1 ✓"}).encode()
    posted = quick.posted_in(Phone("secret", 7, 8000).request(body))
    assert posted is not None
    assert (posted.activity_id, posted.body) == (7, body)


def test_a_hundred_kills(environment):
    """40 phones write while the server is killed again and again."""
    hall, port, begun = open_hall(environment), free_port(), time.perf_counter()
    phones = [Phone(secret, hall.activity, port) for secret in hall.secrets]
    with killed_server(environment, port) as server:
        waits = asyncio.run(_kill_under_load(server, phones))
        tries = sum(phone.tries for phone in phones)
    kept = check_record(read_record(environment), phones)
    seconds = time.perf_counter() - begun
    print(f"{KILLS} kills in {seconds:.0f} s: {kept} acknowledged, 0 lost, 0 doubled; {tries} tries; "
          f"longest until it answered again {max(waits):.2f} s")  # fmt: skip
    assert kept > KILLS
    assert max(waits) < LONGEST_START


async def _kill_under_load(server, phones):
    is_over, waits = False, []
    writing = [asyncio.create_task(write_until(phone, lambda: is_over, number))
               for number, phone in enumerate(phones)]  # fmt: skip
    end = time.perf_counter() + BUDGET
    while len(waits) < KILLS and time.perf_counter() < end:
        await asyncio.sleep(random.uniform(0.05, 0.4))
        waits.append(await asyncio.to_thread(server.kill))
    is_over = True
    await asyncio.gather(*writing)
    assert len(waits) == KILLS, f"only {len(waits)} kills in {BUDGET} s"
    return waits


def test_the_command_itself_comes_back_after_kills(environment):
    """`alongside run`, killed and started from nothing, as a service manager would."""
    hall, port = open_hall(environment), free_port()
    phone, waits = Phone(hall.secrets[0], hall.activity, port), []
    command = [sys.executable, "-m", "alongside.config.command", "run", "--empty"]
    for turn in range(3):
        server = subprocess.Popen(command, env={**environment, "PORT": str(port)}, cwd=ROOT,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        try:
            waits.append(wait_until_it_answers(port))
            asyncio.run(phone.write(f"note {turn}"))
        finally:
            server.kill()
            server.wait()
    assert check_record(read_record(environment), [phone]) == 3
    print("alongside run answers after", *(f"{wait:.1f} s" for wait in waits))
    assert waits[-1] < 8  # the promise is 4 s; a busy machine of the checks gets twice that


@pytest.mark.parametrize(
    "fault", ["lost", "changed", "doubled", "twice in the chain", "another number", "torn"]
)
def test_the_check_itself_finds_each_fault(fault):
    """A control: a store with one fault must not pass."""
    phone = Phone("", 1, 1, sent={"a": "note 1", "b": "note 2"}, acknowledged={"a": 1, "b": 2})
    record = {"words": {"a": "note 1", "b": "note 2"}, "lines": {"contribution:a": 1, "contribution:b": 1}}
    record |= {
        "numbers": {"contribution:a": 1, "contribution:b": 2},
        "problems": [],
        "integrity": "ok",
        "start": [],
    }
    assert check_record(record, [phone]) == 2
    breaking = {
        "lost": lambda: record["words"].pop("b"),
        "changed": lambda: record["words"].update(b="note 3"),
        "doubled": lambda: record["words"].update(c="note 2"),
        "twice in the chain": lambda: record["lines"].update({"contribution:a": 2}),
        "another number": lambda: record["numbers"].update({"contribution:a": 7}),
        "torn": lambda: record["problems"].append("Entry 1 was changed."),
    }
    breaking[fault]()
    with pytest.raises(AssertionError):
        check_record(record, [phone])


def test_a_bad_line(environment):
    """600 contributions of 40 phones through delays, cuts, halves, repeats and two outages: 600 arrive, once."""
    hall, port = open_hall(environment), free_port()
    with killed_server(environment, port):
        phones, line = asyncio.run(_write_over_a_bad_line(hall, port))
    record = read_record(environment)
    assert check_record(record, phones) == PHONES * EACH
    assert len([text for text in record["words"].values() if text.startswith("note ")]) == PHONES * EACH
    for phone in phones:
        assert list(phone.acknowledged.values()) == sorted(phone.acknowledged.values())
    assert all(line.met[mishap] for mishap in (*MISHAPS, "outage"))
    print(f"600 of 600 arrived in {sum(phone.tries for phone in phones)} tries; {dict(line.met)}")


async def _write_over_a_bad_line(hall, port):
    line = BadLine(port)
    async with await line.open():
        phones = [Phone(secret, hall.activity, line.port) for secret in hall.secrets]
        breaking = asyncio.create_task(_break(line))
        await asyncio.gather(*(_write_all(phone, number) for number, phone in enumerate(phones)))
        await breaking
    return phones, line


async def _write_all(phone, number):
    for turn in range(EACH):
        await phone.write(f"note {number}.{turn}")
        await asyncio.sleep(random.uniform(0.0, 0.2))


async def _break(line):
    """Two outages of a second and a half."""
    for _ in range(2):
        await asyncio.sleep(1.0)
        line.is_out = True
        await asyncio.sleep(1.5)
        line.is_out = False
