"""All open streams of this process: who may come in, what they are told, and how they are let go."""

import asyncio
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db import connection

from alongside.activities.events import session_changed
from alongside.activities.live import facts, news
from alongside.activities.live.channel import Channel, Key, Painted
from alongside.activities.live.contribution import Arrival
from alongside.activities.live.frames import event, frame
from alongside.activities.live.limits import most_streams
from alongside.activities.live.listener import Listener
from alongside.activities.live.others import LOOK_EVERY, SESSION, WORDS, Others
from alongside.activities.live.painter import Painter
from alongside.activities.live.state import AUDIENCES, ROOM, STAGE, base_of
from alongside.kit.bus import Bus
from alongside.workshops import events as workshop_events

LEAST_TICK = {STAGE: 0.1, ROOM: 0.5}
HEARTBEAT = 15.0
PATIENCE = 20.0
SWEEP = 5.0
STREAMS_EACH = 3
SLICE = 200


class Hub:
    """One per process, in one event loop. Before `start` it does nothing."""

    def __init__(self, *, most: int | None = None, bus: Bus | None = None) -> None:
        self.is_ending = False
        self.others = Others(self, bus)
        self._most = most or most_streams()
        self._channels: dict[Key, Channel] = {}
        self._groups: defaultdict[int, set[str]] = defaultdict(set)
        self._by_person: defaultdict[str, list[Listener]] = defaultdict(list)
        self._count = 0
        self._painter = Painter(is_shared=self.others.can_be_heard)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: list[asyncio.Task[None]] = []

    # ---- starting and stopping ----

    def start(self) -> None:
        """Begin, inside the running loop."""
        self._loop = asyncio.get_running_loop()
        self._painter.start()
        news.listen(self._hear_arrivals)
        session_changed.connect(self._hear_words, weak=False, dispatch_uid=id(self))
        workshop_events.session_changed.connect(self._hear_session, weak=False, dispatch_uid=id(self))
        self._tasks = [self._loop.create_task(self._beat())]
        self.others.start()
        if connection.vendor != "sqlite" or self.others.can_be_heard:
            self._tasks.append(self._loop.create_task(self._watch_others()))

    async def stop(self) -> None:
        """Let go of everything."""
        news.stop_listening(self._hear_arrivals)
        session_changed.disconnect(dispatch_uid=id(self))
        workshop_events.session_changed.disconnect(dispatch_uid=id(self))
        for task in self._tasks:
            task.cancel()
        loop = asyncio.get_running_loop()
        self._loop = None
        await loop.run_in_executor(None, self.others.stop)
        await loop.run_in_executor(None, self._painter.stop)

    def farewell(self) -> None:
        """We are about to stop: tell each listener to come back after a while of its own, and close."""
        self.is_ending = True
        for listener in self._everybody():
            wait = random.randint(2_000, 10_000)  # noqa: S311  spreads the return, keeps no secret
            listener.give(frame(event(str(wait), name="bye", retry=wait)), is_last=True)

    # ---- what happened ----

    def _hear_arrivals(self, arrivals: Sequence[Arrival]) -> None:
        """In the writer's thread, after its commit."""
        self.use_arrivals(arrivals)
        self.others.tell_arrivals(arrivals)

    def _hear_words(self, session_id: int, **_rest: Any) -> None:
        """In any thread."""
        self.use_words(session_id)
        self.others.tell(WORDS, session_id)

    def _hear_session(self, session_id: int, **_rest: Any) -> None:
        """In any thread."""
        self.use_session(session_id)
        self.others.tell(SESSION, session_id)

    def use_arrivals(self, arrivals: Sequence[Arrival]) -> None:
        """Contributions were kept, here or by another process."""
        self._painter.hear(arrivals)
        self._touch({arrival.session_id for arrival in arrivals}, is_urgent=False)

    def use_words(self, session_id: int) -> None:
        """An activity moved on, or words were hidden or taken back."""
        self._painter.look_again(session_id)
        self._touch({session_id}, is_urgent=True)

    def use_session(self, session_id: int) -> None:
        """The door, the run sheet or the seats changed."""
        self._touch({session_id}, is_urgent=True)

    def _touch(self, session_ids: set[int], *, is_urgent: bool) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._touch_here, session_ids, is_urgent)

    def _touch_here(self, session_ids: set[int], is_urgent: bool) -> None:
        for session_id in session_ids:
            for audience in (*AUDIENCES, *self._groups.get(session_id, ())):
                channel = self._channels.get((session_id, audience))
                if channel is not None:
                    channel.touch(is_urgent=is_urgent)

    # ---- who listens ----

    @property
    def has_room(self) -> bool:
        """Whether one more stream may be open."""
        return self._count < self._most and not self.is_ending

    def join(self, key: Key, listener: Listener) -> None:
        """Let a listener in. Of one person's streams the oldest makes way for a fourth."""
        mine = self._by_person[listener.who]
        if len(mine) >= STREAMS_EACH:
            mine.pop(0).give(frame(event("enough", name="poll")), is_last=True)
        mine.append(listener)
        self._count += 1
        listener.give(frame(event(str(round(time.time() * 1000)), name="clock", retry=3_000)))
        channel = self._channel(key)
        channel.present = None  # a seat may have left while its stream was on the way: look at all once more
        if self.others.can_be_heard and (channel.shown is None or channel.shown.version != listener.seen):
            self._look_at({key[0]})  # it may have seen more at another process than we have heard of
        channel.join(listener)

    def leave(self, key: Key, listener: Listener) -> None:
        """The stream is closed."""
        self._count -= 1
        mine = self._by_person[listener.who]
        if listener in mine:
            mine.remove(listener)
        if not mine:
            self._by_person.pop(listener.who, None)
        channel = self._channels.get(key)
        if channel is not None:
            channel.leave(listener)

    async def newest(self, key: Key) -> Painted | None:
        """The newest state of a channel, for those who ask now and then."""
        return await self._channel(key).newest()

    def _channel(self, key: Key) -> Channel:
        channel = self._channels.get(key)
        if channel is None:
            channel = self._channels[key] = Channel(key, self._order, LEAST_TICK[base_of(key[1])])
            if key[1] not in AUDIENCES:
                self._groups[key[0]].add(key[1])
        return channel

    def _order(self, channel: Channel) -> None:
        """Have the channel painted, then go on in the loop."""
        loop = self._loop
        if loop is None:
            return

        def done(made: Painted | None, cost: float) -> None:
            loop.call_soon_threadsafe(self._painted, channel, made, cost)

        self._painter.paint(channel.key, done)

    def _painted(self, channel: Channel, made: Painted | None, cost: float) -> None:
        is_room = made is not None and base_of(channel.key[1]) == ROOM
        present = made.present if made is not None and is_room else None
        if present is not None and present is not channel.present:
            channel.present = present
            self._let_go(channel, present)
        channel.painted(made, cost)

    def _let_go(self, channel: Channel, present: frozenset[int]) -> None:
        """Close the streams of seats that have left the room."""
        for listener in [each for each in channel.listeners if int(each.who.split()[-1]) not in present]:
            channel.leave(listener)
            listener.give(frame(event("left", name="gone")), is_last=True)

    # ---- keeping warm ----

    async def _beat(self) -> None:
        """Every few seconds cut those who take nothing; at every third time say that we are here."""
        turn = 0
        while True:
            await asyncio.sleep(SWEEP)
            turn += 1
            self._sweep()
            if turn % round(HEARTBEAT / SWEEP) == 0:
                await self._say_hello()

    async def _watch_others(self) -> None:
        """Where several processes share a database: look now and then what the others kept."""
        while True:
            await asyncio.sleep(LOOK_EVERY)
            if self.others.is_time_to_look():
                self.look_around()

    def look_around_soon(self) -> None:
        """The same from any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self.look_around)

    def look_around(self) -> None:
        """Bring every room that somebody looked at lately in line with the database."""
        self._look_at({session_id for session_id, _audience in self._channels})

    def _look_at(self, sessions: set[int]) -> None:
        for session_id in sessions:
            facts.forget(session_id)
            self._painter.look_again(session_id)
        self._touch_here(sessions, is_urgent=False)

    async def _say_hello(self) -> None:
        beat = frame(event(str(round(time.time() * 1000)), name="hb"))
        for number, listener in enumerate(self._everybody()):
            listener.give(beat)
            if number % SLICE == SLICE - 1:
                await asyncio.sleep(0)

    def _sweep(self) -> None:
        for listener in self._everybody():
            if listener.is_stuck(PATIENCE):
                listener.abort()
        for key in [key for key, channel in self._channels.items() if channel.is_idle]:
            del self._channels[key]
            self._groups[key[0]].discard(key[1])
            if not self._groups[key[0]]:
                del self._groups[key[0]]
            self._painter.forget(key)

    def _everybody(self) -> list[Listener]:
        return [listener for channel in self._channels.values() for listener in channel.listeners]
