"""What an answer costs, against Django views. `python -m benchmarks.answers [cost|burst|earlier]`.

cost      answers a processor second, flat out on 64 connections, in turns with two views behind Django's default
          middleware, synchronous=FULL: one that keeps the same promises by the ORM (whole_view.py), and an async one
          that does nothing but `acreate` of one row.
burst     1,000 answers due within one second, from 1,000 phones: none lost, none doubled.
earlier   the cost of an answer when 0, 1,000, 10,000 and 50,000 came before.
"""

import asyncio
import contextlib
import os
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import crowd
from benchmarks.server import (
    CROWD_CORE,
    Server,
    alongside,
    count_kept,
    data_folder,
    environment,
    free_port,
    make_answers,
    make_room,
    pin,
    running,
    verdict,
)

SEATS, AT_ONCE = 12_000, 64
ROUNDS, SECONDS = 3, 2.0
TIMES = 60
BURST, BURST_TWICE = 1_000, 2
EARLIER = (0, 1_000, 10_000, 50_000)
GROWS = 1.3


def main(parts: list[str]) -> int:
    """Measure and print; 1 when a goal is missed."""
    pin(0, CROWD_CORE)
    known = {"cost": cost, "burst": burst, "earlier": earlier}
    met = [asyncio.run(known[part]()) for part in parts or known]
    return 0 if all(met) else 1


async def cost() -> bool:
    """Ours and Django's two views in turns."""
    with data_folder() as folder, data_folder() as whole, data_folder() as bare:
        room, other = make_room(folder, SEATS), make_room(whole, SEATS)
        with (
            alongside(folder) as ours,
            _django_view("whole", whole) as same,
            _django_view("django", bare) as row,
        ):
            sides = [
                (ours, _voices(ours, room)),
                (same, _voices(same, other)),
                (row, [crowd.Voice(row.port, 1, "none") for _ in range(AT_ONCE)]),
            ]
            await _come_in(room, sides[0][1])
            for _server, voices in sides[1:]:
                await crowd.flat_out(voices, 1, at_once=AT_ONCE)
            rounds = [[await _rate(*side, SECONDS) for side in sides] for _ in range(ROUNDS)]
    print(
        f"An answer, {AT_ONCE} connections, synchronous=FULL, median of {ROUNDS} turns; load {os.getloadavg()[0]:.1f}"
    )
    for at, name in enumerate(("ours", "Django view, same promises", "Django view, one acreate")):
        rate, each = (statistics.median(turn[at][what] for turn in rounds) for what in (0, 1))
        print(f"  {name:<27}{each:7.0f} µs of processor time {rate:6.0f} a second")
    times = [statistics.median(turn[at][1] / turn[0][1] for turn in rounds) for at in (1, 2)]
    print(f"  against a view that saves one row and promises nothing else: {times[1]:.1f} times")
    words = f"  answers a processor second: {times[0]:.1f} times those of a view with the same promises"
    return verdict(words, times[0] >= TIMES, f"≥ {TIMES}")


def _voices(server: Server, room: dict) -> list[crowd.Voice]:
    return [crowd.Voice(server.port, room["activity"], secret) for secret in room["secrets"]]


@contextlib.contextmanager
def _django_view(which: str, folder: Path) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.baselines", which, str(port), str(folder)]
    settings = {} if which == "whole" else {"DJANGO_SETTINGS_MODULE": ""}
    with running(command, port, env=environment(folder, port) | settings) as server:
        yield server


async def _come_in(room: dict, voices: list[crowd.Voice]) -> None:
    """Every phone looks at the room once: seats that listen are known by heart. A few answers warm the rest up."""
    for start in range(0, len(voices), AT_ONCE):
        await asyncio.gather(*(voice.look(room["session"]) for voice in voices[start : start + AT_ONCE]))
    await _once_each(voices[-AT_ONCE:])


async def _once_each(voices: list[crowd.Voice]) -> None:
    await asyncio.gather(*(voice.say("first") for voice in voices))


async def _rate(server: Server, voices: list[crowd.Voice], seconds: float) -> tuple[float, float]:
    """Answers a second, and microseconds of processor time each."""
    cpu = server.cpu
    taken, refused = await crowd.flat_out(voices, seconds, at_once=AT_ONCE)
    if refused:
        print(f"  (refused while flat out: {refused})")
    return taken / seconds, (server.cpu - cpu) / taken * 1e6


async def burst() -> bool:
    """A thousand within a second, twice; then look into the store."""
    with data_folder() as folder:
        room = make_room(folder, BURST)
        with alongside(folder) as server:
            voices = [crowd.Voice(server.port, room["activity"], secret) for secret in room["secrets"]]
            said = []
            for _ in range(BURST_TWICE):
                cpu = server.cpu
                said += await crowd.speak(voices, 1, words=["heard", "seen"])
                print(
                    f"{BURST} answers within a second: {(server.cpu - cpu) / BURST * 1e6:.0f} µs of processor time each"
                )
        kept = count_kept(folder)
    acks = [each.acked - each.due for each in said]
    asked, refused = len(said), sum(each.status != 200 for each in said)
    print(f"  acknowledged after p50 {crowd.percentile(acks, 0.5) * 1000:.0f} ms, ", end="")
    print(f"p99 {crowd.percentile(acks, 0.99) * 1000:.0f} ms; refused {refused}")
    print(
        f"  kept {kept['kept']} of {asked}, standing {kept['standing']}, lines in the chain {kept['lines']}"
    )
    is_whole = kept == {"kept": asked, "standing": BURST, "lines": asked} and not refused
    return verdict("  lost, doubled or refused", is_whole, "0")


async def earlier() -> bool:
    """The same answers after more and more earlier ones."""
    costs, before = {}, 0
    with data_folder() as folder:
        room = make_room(folder, SEATS // 8)
        for count in EARLIER:
            make_answers(folder, room["activity"], count - before)
            with alongside(folder) as server:
                voices = [crowd.Voice(server.port, room["activity"], secret) for secret in room["secrets"]]
                await _come_in(room, voices)
                rates = [await _rate(server, voices, 0.5) for _ in range(3)]
            costs[count] = statistics.median(each for _rate, each in rates)
            before = count
    print("An answer after so many earlier ones, µs of processor time")
    print("  " + "   ".join(f"{count:,}: {each:.0f}" for count, each in costs.items()))
    times = costs[EARLIER[-1]] / costs[EARLIER[0]]
    return verdict(
        f"  after {EARLIER[-1]:,} it costs {times:.2f} times as much as after none",
        times <= GROWS,
        f"≤ {GROWS}",
    )


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main(sys.argv[1:]))
