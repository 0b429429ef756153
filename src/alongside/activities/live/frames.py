"""Bytes made once and sent to all: as they are, and compressed so that anybody may join at any frame."""

import zlib
from dataclasses import dataclass

GZIP_START = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
NOT_WORTH = 200  # bytes; below, compressing saves nothing


@dataclass(frozen=True, slots=True)
class Frame:
    """One message to everybody. `packed` is a piece of a gzip stream that needs nothing of what came before it.

    The chunks are the same two as HTTP/1.1 carries them, so that nobody frames them again for each phone.
    """

    plain: bytes
    packed: bytes
    plain_chunk: bytes
    packed_chunk: bytes


def frame(text: str) -> Frame:
    """Make both forms of a message."""
    plain = text.encode()
    packed = pack(plain)
    return Frame(plain, packed, _chunk(plain), _chunk(packed))


def _chunk(body: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(body), body)


def pack(plain: bytes) -> bytes:
    """A piece that stands alone within a gzip stream: raw deflate, ended by a full flush."""
    squeeze = zlib.compressobj(6 if len(plain) > NOT_WORTH else 1, zlib.DEFLATED, -15)
    return squeeze.compress(plain) + squeeze.flush(zlib.Z_FULL_FLUSH)


def event(data: str, *, version: str = "", name: str = "", retry: int = 0) -> str:
    """A server-sent event; data is one line (JSON never holds a bare line break)."""
    parts = (
        (f"retry: {retry}", retry),
        (f"event: {name}", name),
        (f"id: {version}", version),
        (f"data: {data}", True),
    )
    return "\n".join(line for line, is_there in parts if is_there) + "\n\n"


def comment(text: str) -> str:
    """A line that keeps the connection warm and that no page hears."""
    return f": {text}\n\n"
