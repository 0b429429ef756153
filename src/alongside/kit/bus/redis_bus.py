"""The bus over the publish and subscribe of Redis (or Valkey): one thread speaks, one listens."""

import json
import logging
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from alongside.kit.bus import Note
from alongside.kit.bus.hearing import SILENCE, Hearing
from alongside.kit.bus.sealing import Seal

log = logging.getLogger(__name__)
BEAT = 0.5  # seconds after which we say something even if there is nothing to say
GATHER = 0.02  # seconds in which notes are put together into one message
MOST_AT_ONCE = 200
MOST_WAITING = 5_000
PATIENCE = 2.0
PAUSE = 0.5  # seconds until we try again when Redis is away
AWAY = "Redis can't be reached: screens look at the store once a second instead."
STRANGE = "Somebody with another SECRET_KEY speaks on our Redis. All processes need the same one."


def connected(url: str) -> redis.Redis:
    """A connection that says at once when it fails: we know better than it when to try again."""
    return redis.Redis.from_url(
        url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE, retry=Retry(NoBackoff(), 0)
    )


def ask(url: str, channel: str) -> str:
    """Whether Redis answers, and how many servers listen there."""
    try:
        with connected(url) as client:
            found: Any = client.pubsub_numsub(channel)
    except (redis.RedisError, OSError) as problem:
        return f"{AWAY} ({type(problem).__name__}: {problem})"
    return f"Redis answers, and {dict(found).get(channel.encode(), 0)} servers listen there."


class RedisBus:
    """One process's end of the bus."""

    def __init__(self, url: str, channel: str, seal: Seal) -> None:
        self._url, self._channel, self._seal = url, channel, seal
        self._me, self._number = secrets.token_hex(6), 0
        self._hearing = Hearing(self._me)
        self._waiting: deque[Note] = deque()
        self._is_lost = False
        self._wake, self._ending = threading.Event(), threading.Event()
        self._hear: Callable[[Sequence[Note]], None] = lambda _notes: None
        self._missed: Callable[[], None] = lambda: None
        self._is_away, self._warned_at = False, -3600.0
        self._threads = [
            threading.Thread(target=self._speak, name="bus speaks", daemon=True),
            threading.Thread(target=self._listen, name="bus listens", daemon=True),
        ]

    @property
    def is_whole(self) -> bool:
        """Whether we hear ourselves and everybody else."""
        return self._hearing.is_whole

    @property
    def trouble(self) -> str:
        """What is wrong; empty when nothing is."""
        return "" if self._hearing.hears_itself else AWAY

    def start(self, hear: Callable[[Sequence[Note]], None], missed: Callable[[], None]) -> None:
        """Begin to listen and to send."""
        self._hear, self._missed = hear, missed
        for thread in self._threads:
            thread.start()

    def send(self, note: Note) -> None:
        """Tell the others soon."""
        if len(self._waiting) >= MOST_WAITING:
            self._waiting.clear()
            self._is_lost = True
        self._waiting.append(note)
        self._wake.set()

    def stop(self) -> None:
        """Say what is left and goodbye."""
        self._ending.set()
        self._wake.set()
        for thread in self._threads:
            thread.join(timeout=2 * PATIENCE)

    # ---- speaking ----

    def _speak(self) -> None:
        """What waits goes out together, and a sign of life when nothing does."""
        client = connected(self._url)
        while not self._ending.is_set():
            if self._wake.wait(BEAT):
                self._ending.wait(GATHER)
            self._wake.clear()
            self._say(client, self._next())
        while self._waiting and self._say(client, self._next()):
            pass
        self._say(client, None)
        client.close()

    def _next(self) -> list[Note]:
        """The next few notes; more that wait come right after."""
        notes = [self._waiting.popleft() for _ in range(min(len(self._waiting), MOST_AT_ONCE))]
        if self._waiting:
            self._wake.set()
        return notes

    def _say(self, client: redis.Redis, notes: Sequence[Note] | None) -> bool:
        """Send one message (None: goodbye). One that fails is lost: its number is used up, and the others see that."""
        self._number += 1 + self._is_lost
        self._is_lost = False
        try:
            text = json.dumps([self._me, self._number, notes], ensure_ascii=False, default=bytes.hex)
            client.publish(self._channel, self._seal.close(text.encode()))
        except (redis.RedisError, OSError):
            self._waiting.clear()  # who missed one note looks at the store, and needs none of the others
            self._ending.wait(PAUSE)
            return False
        return True

    # ---- listening ----

    def _listen(self) -> None:
        """Listen, and begin again whenever the line broke."""
        while not self._ending.is_set():
            try:
                self._listen_once()
            except (redis.RedisError, OSError) as problem:
                self._say_away(problem)
                self._ending.wait(PAUSE)

    def _listen_once(self) -> None:
        with connected(self._url) as client, client.pubsub() as ear:
            ear.subscribe(self._channel)
            since = time.monotonic()
            while not self._ending.is_set():
                message = ear.get_message(timeout=BEAT)
                if message is not None and message["type"] == "subscribe":
                    self._hearing.begin()
                    self._missed()
                elif message is not None and message["type"] == "message":
                    self._take(message["data"])
                if not self._hearing.hears_itself and time.monotonic() - since > 2 * SILENCE:
                    raise ConnectionError("we do not hear ourselves")

    def _take(self, box: bytes) -> None:
        """A message came; one that does not open is not for us."""
        text = self._seal.open(box)
        if text is None:
            return self._warn()
        speaker, number, notes = json.loads(text)
        is_next = self._hearing.note(speaker, number)
        if speaker == self._me:
            return self._say_back()
        if notes is None:
            self._hearing.goodbye(speaker)
        if not is_next:
            self._missed()
        if notes:
            self._pass_on(notes)
        return None

    def _pass_on(self, notes: Sequence[Note]) -> None:
        """What a listener does wrong must not end our listening."""
        try:
            self._hear(notes)
        except Exception:
            log.exception("what another process said could not be used")
            self._missed()

    # ---- telling whoever looks after the server ----

    def _say_away(self, problem: Exception) -> None:
        if not self._is_away and not self._ending.is_set():
            self._is_away = True
            log.warning("%s (%s: %s)", AWAY, type(problem).__name__, problem)

    def _say_back(self) -> None:
        if self._is_away:
            self._is_away = False
            log.warning("Redis is back: screens hear of changes at once again.")

    def _warn(self) -> None:
        """Once an hour is enough."""
        if time.monotonic() - self._warned_at > 3600:
            self._warned_at = time.monotonic()
            log.warning(STRANGE)
