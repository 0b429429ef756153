"""Ten thousand phones on one core, phones that sleep, two processes. `python -m benchmarks.many [phones|sleepers|two]`.

phones     10,000 open streams, 100 answers a second for ten seconds: how long from the moment an answer was due until
           phones show it, beside a bare asyncio broadcast to as many at the same pace. What a stream holds in memory.
sleepers   500 of 700 phones stop reading while the wall changes: what they hold in the kernel, and when they are cut.
two        two server processes on PostgreSQL and Redis against one (see benchmarks/two.py).
"""

import asyncio
import contextlib
import random
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import uvloop

from benchmarks import crowd, two
from benchmarks.server import (
    CROWD_CORE,
    Server,
    alongside,
    data_folder,
    free_port,
    make_room,
    pin,
    running,
    verdict,
)

PHONES, SPEAKERS, A_SECOND, SECONDS = 10_000, 1_000, 100, 10
TICK = 0.5  # seconds between two pushes to phones
WITHIN, MEMORY = 0.150, 12.0
SLEEPERS, AWAKE, KERNEL, PATIENCE = 500, 200, 64.0, 20


def main(parts: list[str]) -> int:
    """Measure and print; 1 when a goal is missed."""
    pin(0, CROWD_CORE)
    known = {"phones": phones, "sleepers": sleepers, "two": two.processes}
    met = [uvloop.run(known[part]()) for part in parts or known]
    return 0 if all(met) else 1


class Phone(asyncio.Protocol):
    """A stream that notes when it first saw each number of answers. Costs little, so that ten thousand fit."""

    def __init__(self, head: bytes, seen: list[tuple[float, int]]) -> None:
        self._head, self.seen, self.frames = head, seen, 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the stream."""
        self.transport = transport
        transport.write(self._head)

    def data_received(self, data: bytes) -> None:
        """A frame: remember its count."""
        at = data.rfind(b'"answered":')
        if at >= 0:
            self.frames += 1
            end = data.find(b",", at)
            self.seen.append((time.monotonic(), int(data[at + 11 : end])))

    def first(self, count: int) -> float | None:
        """When it first saw so many."""
        return next((at for at, answered in self.seen if answered >= count), None)


async def _listen(port: int, path: str, secrets: list[str]) -> list[Phone]:
    """So many streams, opened a hundred at a time."""
    loop, found = asyncio.get_running_loop(), []
    for start in range(0, len(secrets), 100):
        heads = [
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: seat={secret}\r\n\r\n".encode()
            for secret in secrets[start : start + 100]
        ]
        made = [
            loop.create_connection(lambda head=head: Phone(head, []), "127.0.0.1", port) for head in heads
        ]
        found += [protocol for _transport, protocol in await asyncio.gather(*made)]
    return found


async def phones() -> bool:
    """The room of ten thousand."""
    with data_folder() as folder:
        room = make_room(folder, PHONES)
        with alongside(folder) as server:
            path, first = f"/live/{room['session']}/room/stream", PHONES // 5
            watching = await _listen(server.port, path, room["secrets"][:first])
            await _until_all(watching)
            some = server.memory_mb
            watching += await _listen(server.port, path, room["secrets"][first:])
            await _until_all(watching)
            held = (server.memory_mb - some) * 1024 / (PHONES - first)
            voices = [crowd.Voice(server.port, room["activity"], each) for each in room["secrets"][:SPEAKERS]]
            cpu, frames = server.cpu, sum(each.frames for each in watching)
            said = await crowd.speak(voices, SPEAKERS / A_SECOND, words=["heard", "seen", "slow"])
            busy = server.cpu - cpu
            await asyncio.sleep(3)
            sent = sum(each.frames for each in watching) - frames
            cost = (server.cpu - cpu) / sent * 1e6
    bare = await _bare(len(watching))
    sample = random.sample(watching, 300)
    waits = [at - one.due if (at := phone.first(one.count)) else 99.0 for one in said for phone in sample]
    unseen = sum(not each.seen or each.seen[-1][1] < len(said) for each in watching)
    print(
        f"{PHONES:,} phones, {A_SECOND} answers a second: {busy / SECONDS:.0%} of one core, {sent:,} pushes"
    )
    print(f"  a push, answers included: {cost:.1f} µs; bare asyncio {bare:.1f} µs; {cost / bare:.2f} times")
    print(f"  on phones after p50 {crowd.percentile(waits, 0.5) * 1000:.0f} ms, ", end="")
    late = crowd.percentile(waits, 0.99)
    met = verdict(
        f"p99 {late * 1000:.0f} ms",
        late <= TICK + WITHIN,
        f"≤ tick {TICK * 1000:.0f} + {WITHIN * 1000:.0f} ms",
    )
    met &= verdict(
        f"  phones that missed the last state: {unseen}; refused {sum(each.status != 200 for each in said)}",
        not unseen,
        "0",
    )
    return met & verdict(f"  memory each {held:.1f} kB", held <= MEMORY, f"≤ {MEMORY:.0f} kB")


async def _until_all(watching: list[Phone]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and not all(each.seen for each in watching):
        await asyncio.sleep(0.2)


async def _bare(count: int) -> float:
    """Microseconds of processor time for a push of the same size from a bare broadcast, to as many."""
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.baselines", "broadcast", str(port), "700", str(1 / TICK)]
    with running(command, port) as server:
        watching = await _listen(port, "/stream", ["none"] * count)
        costs = []
        for _ in range(3):
            cpu, frames = server.cpu, sum(each.frames for each in watching)
            await asyncio.sleep(3)
            costs.append((server.cpu - cpu) / max(sum(each.frames for each in watching) - frames, 1) * 1e6)
        for each in watching:
            each.transport.close()
    return statistics.median(costs)


async def sleepers() -> bool:
    """Phones whose screen is dark take nothing; the wall goes on changing."""
    with data_folder() as folder:
        room = make_room(folder, SLEEPERS + AWAKE)
        with alongside(folder) as server:
            path = f"/live/{room['session']}/room/stream"
            watching = await _listen(server.port, path, room["secrets"])
            await _until_all(watching)
            before, began = _kernel_kb(server), time.monotonic()
            for each in watching[:SLEEPERS]:
                each.transport.pause_reading()
            voices = [crowd.Voice(server.port, room["activity"], each) for each in room["secrets"][SLEEPERS:]]
            most, cut_after, number = 0.0, 0.0, 0
            while time.monotonic() - began < 4 * PATIENCE and not cut_after:
                await voices[number % AWAKE].say(f"word {number:04} " + "long " * 4)
                number += 1
                most = max(most, _kernel_kb(server) - before)
                if _open_files(server) < AWAKE + SLEEPERS // 2:
                    cut_after = time.monotonic() - began
                await asyncio.sleep(0.02)
    print(f"{SLEEPERS} of {SLEEPERS + AWAKE} phones sleep while {number} answers change the wall")
    met = verdict(
        f"  kernel memory at most {most / SLEEPERS:.1f} kB each",
        most / SLEEPERS <= KERNEL,
        f"≤ {KERNEL:.0f} kB",
    )
    return met & verdict(
        f"  half of them cut after {cut_after:.0f} s", 0 < cut_after <= 2 * PATIENCE + 20, "cut"
    )


def _kernel_kb(server: Server) -> float:
    """Kilobytes the kernel holds for the server's ends of its connections. What a phone has not read is the phone's."""
    command = ["ss", "-tmnH", "state", "connected", f"sport = :{server.port}"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.findall(r"skmem:\(r(\d+),rb\d+,t(\d+),tb\d+,f(\d+),w(\d+)", told)
    return sum(int(read) + int(free) + int(queued) for read, _sent, free, queued in found) / 1024


def _open_files(server: Server) -> int:
    return len(list(Path(f"/proc/{server.process.pid}/fd").iterdir()))


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main(sys.argv[1:]))
