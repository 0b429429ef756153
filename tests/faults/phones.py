"""Phones that keep what was written until the server has acknowledged it, as the script of the page does."""

import asyncio
import json
import random
import uuid
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlencode

TIMEOUT = 2.0
SHORTEST, LONGEST = 0.02, 0.4


@dataclass
class Phone:
    """One phone in the hall. `acknowledged` maps the id of a contribution to its number in the chain, in order."""

    secret: str
    activity: int
    port: int
    sent: dict[str, str] = field(default_factory=dict)
    acknowledged: dict[str, int] = field(default_factory=dict)
    tries: int = 0
    blank: str = "note"  # the field of the form that is filled in

    async def write(self, text: str) -> None:
        """Give a new contribution its id, and send it until it is acknowledged."""
        known_as = str(uuid.uuid4())
        self.sent[known_as] = text
        pause = SHORTEST
        while True:
            self.tries += 1
            status, answer = await self._post(known_as, text)
            if status == 200:
                self.acknowledged[known_as] = answer["receipt"]["number"]
                return
            assert status in {0, 429, 500, 502, 503}, (status, answer)
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))
            pause = min(pause * 2, LONGEST)

    async def _post(self, known_as: str, text: str) -> tuple[int, dict]:
        """One try; status 0 when no whole answer came."""
        body = urlencode({"id": known_as, self.blank: text}).encode()
        with suppress(OSError, TimeoutError, EOFError, ValueError, IndexError):
            async with asyncio.timeout(TIMEOUT):
                return await self._talk(body)
        return 0, {}

    def request(self, body: bytes) -> bytes:
        """What goes over the line: as a browser writes it, so that the server takes it its quickest way."""
        host = f"127.0.0.1:{self.port}"
        head = (
            f"POST /live/answer/{self.activity}/ HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
            f"Cookie: seat={self.secret}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body

    async def _talk(self, body: bytes) -> tuple[int, dict]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(self.request(body))
            await writer.drain()
            answer = await message(reader)
        finally:
            writer.close()
        return int(answer.split()[1]), json.loads(answer.partition(b"\r\n\r\n")[2])


async def message(reader: asyncio.StreamReader) -> bytes:
    """One whole request or answer; EOFError when the line ends within it."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
    return head + await reader.readexactly(length)
