"""The small parts of the hub: frames, slow listeners, the tick, the buckets."""

import asyncio
import zlib
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.activities.live import channel as channels
from alongside.activities.live.channel import Channel, Painted, tick_after
from alongside.activities.live.frames import GZIP_START, event, frame
from alongside.activities.live.limits import Buckets
from alongside.activities.live.listener import Listener, _transport


class Socket:
    """Takes what is sent, or makes the sender wait like a full connection."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        self.is_open = asyncio.Event()
        self.is_open.set()

    async def send(self, message: dict[str, Any]) -> None:
        await self.is_open.wait()
        self.taken.append(message["body"])


def play(story: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(story(), 20))


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n\r")), min_size=1, max_size=8),
    st.data(),
)
def test_a_packed_stream_reads_the_same_from_any_frame_on(texts, data):
    frames = [frame(event(text or "-", version=str(number))) for number, text in enumerate(texts)]
    start = data.draw(st.integers(0, len(frames) - 1))
    packed = GZIP_START + b"".join(each.packed for each in frames[start:])
    assert zlib.decompressobj(31).decompress(packed) == b"".join(each.plain for each in frames[start:])


def test_an_event_has_its_parts():
    assert event("{}", version="a.1") == "id: a.1\ndata: {}\n\n"
    assert event("5", name="bye", retry=5) == "retry: 5\nevent: bye\ndata: 5\n\n"


@given(st.floats(0, 60), st.sampled_from([0.1, 0.5]))
def test_broadcasts_take_at_most_half_of_the_loop(cost, least):
    tick = tick_after(cost, least)
    assert tick >= least
    assert cost <= tick / 2 + 1e-9


def test_a_busy_listener_skips_to_the_newest():
    async def story() -> None:
        socket = Socket()
        listener = Listener(socket.send, "seat 1")
        listener.show(frame("one"), "1")
        socket.is_open.clear()
        for number in ("two", "three", "four", "five"):
            listener.show(frame(number), number)
        assert listener.is_stuck(-1)
        socket.is_open.set()
        await asyncio.sleep(0.01)
        assert socket.taken == [b"one", b"two", b"five"]
        assert not listener.is_stuck(-1)

    play(story)


def test_a_broken_listener_is_simply_gone():
    async def story() -> None:
        async def broken(_message: dict[str, Any]) -> None:
            raise OSError("reset")

        listener = Listener(broken, "seat 1")
        listener.show(frame("one"), "1")
        assert listener.is_gone
        listener.show(frame("two"), "2")

    play(story)


def test_a_stuck_listener_is_cut_by_its_connection():
    class Cycle:
        """As uvicorn's: `send` is a method of something that knows its transport."""

        class transport:  # noqa: N801
            aborted = False

            @classmethod
            def abort(cls) -> None:
                cls.aborted = True

            @classmethod
            def set_write_buffer_limits(cls, high: int) -> None:
                cls.high = high

            @classmethod
            def is_closing(cls) -> bool:
                return False

        async def send(self, message: dict[str, Any]) -> None: ...

    cycle = Cycle()
    Listener(cycle.send, "seat 1").abort()
    assert (cycle.transport.aborted, cycle.transport.high) == (True, 16 * 1024)


def test_uvicorn_still_has_the_transport_under_send():
    import inspect

    from uvicorn.protocols.http import h11_impl, httptools_impl

    for module in (httptools_impl, h11_impl):
        assert "self.transport = transport" in inspect.getsource(module.RequestResponseCycle)
    source = inspect.getsource(httptools_impl.RequestResponseCycle)
    for name in (
        "self.flow = ",
        "self.disconnected = ",
        "self.response_complete = ",
        "chunked_encoding = True",
    ):
        assert name in source
    assert '[b"%x\\r\\n" % len(body), body, b"\\r\\n"]' in source
    assert _transport(Socket().send) is None


def painted(number: int) -> Painted:
    return Painted(str(number), frame(event(str(number))), f"boot.{number}")


class Studio:
    """Paints at once, and notes when."""

    def __init__(self, cost: float = 0.0) -> None:
        self.times: list[float] = []
        self.cost = cost

    def order(self, channel: Channel) -> None:
        loop = asyncio.get_running_loop()
        self.times.append(loop.time())
        number = len(self.times)
        loop.call_soon(lambda: channel.painted(painted(number), self.cost))


def test_first_at_once_then_by_the_tick():
    async def story() -> None:
        studio, socket = Studio(), Socket()
        channel = Channel((1, "stage"), studio.order, least_tick=0.1)
        channel.join(Listener(socket.send, "seat 1"))
        await asyncio.sleep(0.2)
        assert len(studio.times) == 1
        began = asyncio.get_running_loop().time()
        for _ in range(40):
            channel.touch()
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.15)
        assert studio.times[1] - began < 0.02
        gaps = [later - earlier for earlier, later in zip(studio.times[1:], studio.times[2:], strict=False)]
        assert gaps
        assert all(gap >= 0.099 for gap in gaps)
        assert socket.taken[-1] == frame(event(str(len(studio.times)))).plain

    play(story)


def test_moving_on_does_not_wait_for_the_tick():
    async def story() -> None:
        studio = Studio()
        channel = Channel((1, "room"), studio.order, least_tick=5)
        channel.join(Listener(Socket().send, "seat 1"))
        await asyncio.sleep(0.1)
        channel.touch()
        await asyncio.sleep(0.1)
        assert len(studio.times) == 1
        channel.touch(is_urgent=True)
        await asyncio.sleep(0.1)
        assert len(studio.times) == 2

    play(story)


def test_nobody_looks_so_nothing_is_painted():
    async def story() -> None:
        studio = Studio()
        channel = Channel((1, "room"), studio.order, least_tick=0.01)
        for _ in range(5):
            channel.touch()
            await asyncio.sleep(0.02)
        assert not studio.times
        assert (await channel.newest()) == painted(1)
        assert (await channel.newest()) == painted(1)
        channel.touch()
        assert (await channel.newest()) == painted(2)

    play(story)


@pytest.mark.parametrize("count", [1, channels.SLICE, channels.SLICE + 1, 3 * channels.SLICE + 7])
def test_slices_reach_everybody_once_and_let_others_in_between(count):
    async def story() -> None:
        studio, sockets, turns = Studio(), [Socket() for _ in range(count)], []
        channel = Channel((1, "room"), studio.order, least_tick=0.01)
        for socket in sockets:
            channel.join(Listener(socket.send, "seat 1"))
        await asyncio.sleep(0.05)
        for socket in sockets:
            socket.taken.clear()
        channel.touch()
        while not sockets[-1].taken:
            turns.append(sum(bool(socket.taken) for socket in sockets))
            await asyncio.sleep(0)
        assert all(len(socket.taken) == 1 for socket in sockets)
        steps = [later - earlier for earlier, later in zip(turns, turns[1:], strict=False)]
        assert max([0, *steps]) <= channels.SLICE

    play(story)


@given(st.integers(1, 30), st.integers(0, 60))
def test_a_bucket_gives_what_it_holds(most, asked):
    buckets = Buckets(most=most, a_second=0)
    assert sum(buckets.take("seat") for _ in range(asked)) == min(most, asked)
    assert buckets.take("other seat")


def test_a_phone_that_hung_up_before_its_stream_began_is_no_error():
    class Closed:
        def is_closing(self) -> bool:
            return True

        def set_write_buffer_limits(self, high: int) -> None:
            raise RuntimeError("the handler is closed")

    class Cycle:
        transport = Closed()

        async def send(self, message: dict) -> None:
            """Nobody hears it."""

    async def begin() -> None:
        Listener(Cycle().send, "seat 1")

    asyncio.run(begin())
