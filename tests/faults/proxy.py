"""A bad line between the phones and the server: one request per connection, and each may meet with a mishap."""

import asyncio
import random
from collections import Counter
from contextlib import suppress

from tests.faults.phones import message

MISHAPS = ("none", "delay", "cut before", "cut after", "half a reply", "drip", "repeat")
WEIGHTS = (40, 15, 10, 12, 10, 5, 8)


class Cut(Exception):
    """The line went dead."""


class BadLine:
    """A proxy that counts its mishaps. While `is_out`, nobody gets through."""

    def __init__(self, to_port: int, seed: int = 3) -> None:
        self.to_port, self.is_out, self.met = to_port, False, Counter()
        self._dice = random.Random(seed)
        self.port = 0

    async def open(self) -> asyncio.Server:
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        return server

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, EOFError, ValueError, Cut):
            if self.is_out:
                self.met["outage"] += 1
                raise Cut
            request = await message(reader)
            mishap = self._dice.choices(MISHAPS, WEIGHTS)[0]
            self.met[mishap] += 1
            await self._pass(mishap, request, writer)
        writer.close()

    async def _pass(self, mishap: str, request: bytes, writer: asyncio.StreamWriter) -> None:
        if mishap == "delay":
            await asyncio.sleep(self._dice.uniform(0.05, 0.5))
        if mishap == "cut before":
            raise Cut
        reply = await self._ask(request)
        if mishap == "repeat":
            reply = await self._ask(request)
        if mishap == "cut after" or self.is_out:
            raise Cut
        if mishap == "half a reply":
            reply = reply[: self._dice.randrange(1, len(reply) - 1)]
        await (self._drip(reply, writer) if mishap == "drip" else _give(reply, writer))

    async def _ask(self, request: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.to_port)
        try:
            writer.write(request)
            await writer.drain()
            return await message(reader)
        finally:
            writer.close()

    async def _drip(self, reply: bytes, writer: asyncio.StreamWriter) -> None:
        for start in range(0, len(reply), 20):
            await _give(reply[start : start + 20], writer)
            await asyncio.sleep(0.005)


async def _give(part: bytes, writer: asyncio.StreamWriter) -> None:
    writer.write(part)
    await writer.drain()
