"""Decodes one picture in a process of its own: the picture comes in on standard input, two clean ones go out.

Run as a file (`python -I decoder.py EDGE SMALL [keep]`), never imported by the server: whatever a hostile file does
to a decoder happens here, where there is little memory, little time and no file to write. Nothing of the old file
goes into the new ones but its dots: they are painted onto a new canvas and written as JPEG.

With `keep`, a JPEG that is already as we would make it (small enough, no hidden data, nothing behind its end) keeps
its bytes: so files that we gave out come back the same.
"""

import io
import resource
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

MEMORY = 1024**3
SECONDS = 10
FORMATS = ("JPEG", "PNG", "WEBP")
MOST_DOTS = {"JPEG": 64_000_000}  # a JPEG is made smaller while it is decoded; the others are not
MOST_DOTS_ELSE = 26_000_000
MOST_SCANS = 64
QUALITY, QUALITY_SMALL = 82, 78
STANDALONE = {0x01, *range(0xD0, 0xD9)}
PLAIN = {0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0}
"""The parts of a JPEG that hold the picture itself: frame, tables, scans, and the word JFIF."""
JFIF_LENGTH = 16


class No(Exception):
    """Not a picture we take; the word says why."""


def limit() -> None:
    """Little memory, little time, nothing written. A system that knows no such limit goes without it."""
    wanted = (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for what, most in wanted:
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def format_of(head: bytes) -> str:
    """What the first bytes say it is; empty for what we do not take."""
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    return "WEBP" if head[:4] == b"RIFF" and head[8:12] == b"WEBP" else ""


def parts_of(jpeg: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, where its part begins and how long that is; the last one is the end (0xD9) with where it stands."""
    at = 2
    while at + 2 <= len(jpeg):
        if jpeg[at] != 0xFF:
            at += 1  # dots of a scan
            continue
        marker = jpeg[at + 1]
        if marker in {0x00, 0xFF} or marker in STANDALONE:
            at += 1 if marker == 0xFF else 2
            continue
        if marker == 0xD9:
            break
        length = int.from_bytes(jpeg[at + 2 : at + 4], "big")
        yield marker, at, length
        at += 2 + max(length, 2)
    yield 0xD9, at, 0


def is_plain(jpeg: bytes) -> bool:
    """Whether it holds nothing but the picture: no remarks, no places, nothing behind its end."""
    parts = list(parts_of(jpeg))
    ends = parts[-1][1] + 2 == len(jpeg)
    is_short = all(length == JFIF_LENGTH for marker, _at, length in parts if marker == 0xE0)
    return ends and is_short and {marker for marker, _at, _length in parts[:-1]} <= PLAIN


def opened(content: bytes, edge: int) -> "tuple[Image.Image, bool]":
    """The picture, upright, on a new canvas of plain colour; and whether it was upright and small enough before."""
    from PIL import Image, ImageFile, ImageOps  # only now, inside the limits

    Image.MAX_IMAGE_PIXELS = None  # we count ourselves, before anything is decoded
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    kind = format_of(content[:16])
    if not kind:
        raise No("kind")
    image = Image.open(io.BytesIO(content), formats=[kind])
    width, height = image.size
    if width * height > MOST_DOTS.get(kind, MOST_DOTS_ELSE) or max(width, height) > 30_000:
        raise No("dots")
    if min(width, height) < 8:
        raise No("tiny")
    if kind == "JPEG":
        if sum(marker == 0xDA for marker, _at, _length in parts_of(content)) > MOST_SCANS:
            raise No("dots")
        image.draft("RGB", (edge, edge))
    image.load()
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((edge, edge), Image.Resampling.LANCZOS)
    canvas = Image.new("RGB", upright.size, "white")
    if "A" in upright.getbands() or "transparency" in upright.info:
        upright = upright.convert("RGBA")
        canvas.paste(upright, mask=upright.getchannel("A"))
    else:
        canvas.paste(upright.convert("RGB"))
    return canvas, max(width, height) <= edge and image.getexif().get(0x0112, 1) == 1


def written(canvas: "Image.Image", quality: int) -> bytes:
    """As JPEG."""
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()


def made(content: bytes, edge: int, small: int, may_keep: bool) -> bytes:
    """What goes out: a line with sizes, then the large picture and the small one."""
    canvas, is_small_enough = opened(content, edge)
    keeps = may_keep and is_small_enough and format_of(content[:16]) == "JPEG" and is_plain(content)
    large = content if keeps else written(canvas, QUALITY)
    width, height = canvas.size
    canvas.thumbnail((small, small))
    little = written(canvas, QUALITY_SMALL)
    return f"ok {width} {height} {len(large)} {len(little)}\n".encode() + large + little


def main() -> None:
    """Answer with a picture, or with `no` and a word."""
    limit()
    edge, small = int(sys.argv[1]), int(sys.argv[2])
    try:
        answer = made(sys.stdin.buffer.read(), edge, small, "keep" in sys.argv[3:])
    except No as no:
        answer = f"no {no}\n".encode()
    except MemoryError:
        answer = b"no dots\n"
    except Exception:
        answer = b"no broken\n"
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
