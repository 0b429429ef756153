"""A crowd of phones on loopback: streams that note what they see, answers that note when they were due."""

import asyncio
import random
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode


@dataclass
class Watcher:
    """One open stream: when it saw which number of answers, and how many frames came."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    seen: list[tuple[float, int]] = field(default_factory=list)
    frames: int = 0
    task: asyncio.Task[None] | None = None

    async def watch(self) -> None:
        """Read until the stream ends."""
        try:
            while line := await self.reader.readline():
                if line.startswith(b'data: {"v"'):
                    self.frames += 1
                    self.seen.append((time.monotonic(), _answered(line)))
        except (ConnectionError, asyncio.CancelledError, ValueError):
            pass

    def when(self, count: int) -> float | None:
        """When it first saw so many answers."""
        return next((at for at, answered in self.seen if answered >= count), None)


def _answered(line: bytes) -> int:
    at = line.index(b'"answered":') + 11
    return int(line[at : line.index(b",", at)])


async def listen(port: int, path: str, cookie: str = "") -> Watcher:
    """Open a stream and wait for its head."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 22)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    if b" 200 " not in head.split(b"\r\n", 1)[0]:
        raise RuntimeError(head.decode())
    return Watcher(reader, writer)


@dataclass
class Voice:
    """One phone's connection for answers. Kept open, as browsers do."""

    port: int
    activity: int
    secret: str
    _streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def say(self, word: str) -> int:
        """Post one answer; returns the status once it is acknowledged. A connection that went cold is opened anew."""
        return await self._send(self._request(urlencode({"id": str(uuid.uuid4()), "w1": word}).encode()))

    async def look(self, session: int) -> int:
        """Ask for the newest state of the room once."""
        head = f"GET /live/{session}/room/state HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
        status = await self._send(f"{head}Cookie: seat={self.secret}\r\n\r\n".encode())
        self.hang_up()
        return status

    def hang_up(self) -> None:
        """Close the connection."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None

    async def _send(self, request: bytes) -> int:
        if self._streams is not None:
            try:
                return await self._ask(request)
            except (OSError, asyncio.IncompleteReadError):
                pass
        self._streams = await asyncio.open_connection("127.0.0.1", self.port)
        return await self._ask(request)

    async def _ask(self, request: bytes) -> int:
        reader, writer = self._streams
        writer.write(request)
        return await _status(reader)

    def _request(self, body: bytes) -> bytes:
        head = (
            f"POST /live/answer/{self.activity}/ HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
            f"Origin: http://127.0.0.1:{self.port}\r\nCookie: seat={self.secret}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


async def _status(reader: asyncio.StreamReader) -> int:
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length:")[1].split(b"\r\n", 1)[0])
    await reader.readexactly(length)
    return int(head.split(b" ", 2)[1])


@dataclass
class Said:
    """What became of one answer: when it was due, when it was acknowledged, as the how-manieth, with which status."""

    due: float
    acked: float
    count: int
    status: int


async def speak(voices: Sequence[Voice], seconds: float, *, words: Sequence[str]) -> list[Said]:
    """Each phone answers once, at a moment of its own within so many seconds."""
    start, acked = time.monotonic() + 0.2, 0

    async def one(voice: Voice) -> Said:
        nonlocal acked
        due = start + random.random() * seconds
        await asyncio.sleep(due - time.monotonic())
        status = await voice.say(random.choice(words))
        acked += 1
        return Said(due, time.monotonic(), acked, status)

    return list(await asyncio.gather(*(one(voice) for voice in voices)))


async def flat_out(voices: Sequence[Voice], seconds: float, *, at_once: int = 32) -> tuple[int, int]:
    """Answers one after another on so many connections; returns how many were kept and how many were not."""
    until, taken, refused = time.monotonic() + seconds, 0, 0
    waiting: asyncio.Queue[Voice] = asyncio.Queue()
    for voice in voices:
        waiting.put_nowait(voice)

    async def one() -> None:
        nonlocal taken, refused
        while time.monotonic() < until:
            voice = await waiting.get()
            status = await voice.say(f"word {random.randrange(50)}")
            taken, refused = taken + (status == 200), refused + (status != 200)
            waiting.put_nowait(voice)

    await asyncio.gather(*(one() for _ in range(at_once)))
    return taken, refused


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
