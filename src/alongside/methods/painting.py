"""Tiny pictures painted by code: flat shapes on a ground, as a PNG file. For examples and tests, instead of photos.

A shape is `("oval" | "box", colour, middle x, middle y, half width, half height)`; later ones cover earlier ones. The
file is laid out as the PNG standard says (ISO/IEC 15948): head, palette, packed rows, end.
"""

import struct
import zlib
from collections.abc import Sequence

Colour = tuple[int, int, int]
Shape = tuple[str, Colour, int, int, int, int]


def paint(width: int, height: int, ground: Colour, shapes: Sequence[Shape]) -> bytes:
    """The picture as a PNG; up to 255 shapes."""
    colours = list(dict.fromkeys([ground, *(shape[1] for shape in shapes)]))
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        rows.extend(colours.index(_at(x, y, ground, shapes)) for x in range(width))
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    palette = bytes(part for colour in colours for part in colour)
    parts = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, data) for name, data in parts)


def _at(x: int, y: int, ground: Colour, shapes: Sequence[Shape]) -> Colour:
    for kind, colour, middle_x, middle_y, half_width, half_height in reversed(shapes):
        across, down = (x - middle_x) / half_width, (y - middle_y) / half_height
        is_in = across**2 + down**2 <= 1 if kind == "oval" else abs(across) <= 1 and abs(down) <= 1
        if is_in:
            return colour
    return ground


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
