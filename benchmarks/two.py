"""Two server processes in one room, on PostgreSQL and Redis. `python -m benchmarks.many two`.

The same phones and answers in turns on one process alone and on two that share a store: processor time for a
contribution, drawing and showing the room included, and how long until the phones of the other process see it. Then
one of the two is killed while all phones write: nothing acknowledged may be lost.
"""

import asyncio
import contextlib
import itertools
import json
import random
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
from tests.faults.phones import Phone
from tests.faults.stores import shared_store, why_not_several

from benchmarks import crowd
from benchmarks.server import TICKS, Server, alongside, data_folder, make_room, verdict

PHONES, SECONDS, ROUNDS = 200, 10, 3
RATES = (20, 100)  # answers a second
NEWCOMERS = 5  # in each round
MOST_NEW = NEWCOMERS * ROUNDS * len(RATES)
COST, LATE = 1.5, 1.0
WRITES = 12  # answers of each phone while one process is killed


@dataclass
class Hall:
    """Servers that share a store, a room in it, and an open stream and a voice for each phone."""

    environment: dict[str, str]
    servers: list[Server]
    room: dict
    redis: int
    watchers: list[crowd.Watcher]
    voices: list[crowd.Voice]
    newcomers: list[crowd.Voice]
    said: int = 0
    """How many people have answered."""

    @property
    def cpu(self) -> float:
        """Seconds of processor time of the servers so far."""
        return sum(server.cpu for server in self.servers)

    @property
    def cpu_below(self) -> float:
        """The same of what PostgreSQL does for them, and of Redis."""
        return sum(_cpu(pid) for pid in [*_backends(self.environment), self.redis])


async def processes() -> bool:
    """One and two in turns, then the kill."""
    if why := why_not_several():
        print(f"Two processes were not measured: {why}.")
        return True
    with _hall(1) as one, _hall(2) as two:
        for hall in (one, two):
            await _come_in(hall)
        met = True
        for rate in RATES:
            met &= await _compare(one, two, rate)
        return await _kill(two) and met


@contextlib.contextmanager
def _hall(count: int) -> Iterator[Hall]:
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(data_folder())
        environment, redis = stack.enter_context(shared_store(folder))
        own = [environment | {"DATA_DIR": str(folder / str(number))} for number in range(count)]
        room = make_room(folder / "0", PHONES + MOST_NEW, env=own[0])
        servers = [stack.enter_context(alongside(folder / str(n), env=env)) for n, env in enumerate(own)]
        yield Hall(own[0], servers, room, redis.process.pid, [], [], [])


async def _come_in(hall: Hall) -> None:
    """Every phone listens, spread evenly over the servers; so does one room screen."""
    base, ports = f"/live/{hall.room['session']}", [server.port for server in hall.servers]
    hall.watchers.append(await crowd.listen(ports[0], f"{base}/stage/stream?wall={hall.room['wall']}"))
    for number, secret in enumerate(hall.room["secrets"]):
        port = ports[number % len(ports)]
        voice = crowd.Voice(port, hall.room["activity"], secret)
        if number < PHONES:
            hall.watchers.append(await crowd.listen(port, f"{base}/room/stream", f"seat={secret}"))
        (hall.voices if number < PHONES else hall.newcomers).append(voice)
    for watcher in hall.watchers:
        watcher.task = asyncio.create_task(watcher.watch())
    await crowd.speak(hall.voices, 3, words=["first"])
    hall.said = PHONES


async def _compare(one: Hall, two: Hall, rate: int) -> bool:
    rounds = [(await _round(one, rate), await _round(two, rate)) for _ in range(ROUNDS)]
    costs = [statistics.median(first[0] for first, _second in rounds)]
    costs.append(statistics.median(second[0] for _first, second in rounds))
    whole = [statistics.median(sum(pair[which][:2]) for pair in rounds) for which in (0, 1)]
    late = statistics.median(second[2] for _first, second in rounds)
    print(f"{PHONES} phones and a room screen, {rate} answers a second: processor time for an answer")
    met = verdict(
        f"  one process {costs[0]:.0f} µs, two {costs[1]:.0f} µs: {costs[1] / costs[0]:.2f} times",
        costs[1] / costs[0] <= COST,
        f"≤ {COST}",
    )
    print(
        f"  with PostgreSQL and Redis {whole[0]:.0f} and {whole[1]:.0f} µs: {whole[1] / whole[0]:.2f} times"
    )
    return met & verdict(
        f"  an answer is on the phones of both after p95 {late * 1000:.0f} ms",
        late <= LATE,
        f"≤ {LATE:.0f} s",
    )


async def _round(hall: Hall, rate: int) -> tuple[float, float, float]:
    """Microseconds for an answer in the servers, and below them; and seconds until all phones saw each newcomer."""
    cpu, below, start = hall.cpu, hall.cpu_below, time.monotonic() + 0.2
    speakers = itertools.cycle(hall.voices)

    async def say(number: int, voice: crowd.Voice) -> None:
        await asyncio.sleep(start + number / rate - time.monotonic())
        assert await voice.say(f"word {number % 30}") == 200

    waits = asyncio.create_task(_newcomers(hall))
    await asyncio.gather(*(say(number, next(speakers)) for number in range(rate * SECONDS)))
    late = crowd.percentile(await waits, 0.95)
    count = rate * SECONDS + NEWCOMERS
    return (hall.cpu - cpu) / count * 1e6, (hall.cpu_below - below) / count * 1e6, late


async def _newcomers(hall: Hall) -> list[float]:
    """Now and then somebody answers who has not yet, so that the number of people goes up on every phone."""
    waits = []
    for _ in range(NEWCOMERS):
        await asyncio.sleep(SECONDS / NEWCOMERS * random.uniform(0.6, 0.9))
        hall.said, began = hall.said + 1, time.monotonic()
        assert await hall.newcomers.pop().say("new") == 200
        while any(not each.seen or each.seen[-1][1] < hall.said for each in hall.watchers):
            assert time.monotonic() - began < 10, "not seen in ten seconds"
            await asyncio.sleep(0.005)
        waits.append(time.monotonic() - began)
    return waits


async def _kill(hall: Hall) -> bool:
    """Every phone writes, and goes to the other process when its own is gone."""
    first, second = hall.servers
    phones = [
        Phone(secret, hall.room["activity"], (first if number % 2 else second).port, blank="w1")
        for number, secret in enumerate(hall.room["secrets"][:PHONES])
    ]

    async def write(phone: Phone) -> None:
        for number in range(WRITES):
            await asyncio.sleep(random.uniform(0.2, 1.2))
            await phone.write(f"word {number}")

    writing = asyncio.gather(*(write(phone) for phone in phones))
    await asyncio.sleep(WRITES * 0.35)
    first.process.send_signal(signal.SIGKILL)
    before = sum(len(phone.acknowledged) for phone in phones)
    for phone in phones:
        phone.port = second.port
    await writing
    kept = await asyncio.to_thread(_record, hall.environment)
    told = {pk: number for phone in phones for pk, number in phone.acknowledged.items()}
    lost = sum(kept["numbers"].get(f"contribution:{pk}") != number for pk, number in told.items())
    doubled = sum(count > 1 for count in kept["lines"].values())
    print(f"One of two killed after {before} of {len(told)} answers, {sum(p.tries for p in phones)} tries")
    return verdict(
        f"  lost {lost}, doubled {doubled}, faults in the audit chain {len(kept['problems'])}",
        not lost and not doubled and not kept["problems"],
        "0",
    )


def _record(environment: dict[str, str]) -> dict:
    command = [sys.executable, "-m", "tests.faults.record"]
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=300)
    return json.loads(told.stdout.splitlines()[-1])


def _backends(environment: dict[str, str]) -> list[int]:
    """The processes of PostgreSQL that work for these databases."""
    found = []
    for name in ("DATABASE_URL", "KEYS_DATABASE_URL"):
        with psycopg.connect(environment[name]) as connection:
            rows = connection.execute(
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            found += [pid for (pid,) in rows]
    return found


def _cpu(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except FileNotFoundError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS
