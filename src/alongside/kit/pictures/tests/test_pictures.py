"""Hostile and broken pictures are refused with a sentence, or come out clean (threats 4 and 18)."""

import io
import struct
import zlib

import pytest
from PIL import Image

from alongside.kit.errors import Refused
from alongside.kit.pictures import EDGE, MOST_BYTES, SMALL, cleaned
from alongside.kit.pictures.decoder import is_plain

CANARY = b"zqacanaryqz"


def photo(kind="JPEG", size=(2400, 1200), **facts):
    """A photo with a red left half."""
    image = Image.new("RGB", size, "navy")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    image.save(out, kind, **facts)
    return out.getvalue()


def with_places():
    """A photo as a phone makes it: where it was taken, by what, and lying on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = CANARY.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 12.0, 18.0), 3: "E", 4: (0.0, 7.0, 9.0)})
    return photo(exif=exif, comment=CANARY)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_comes_out_in_two_sizes(kind):
    clean = cleaned(photo(kind))
    large, small = Image.open(io.BytesIO(clean.large)), Image.open(io.BytesIO(clean.small))
    assert (large.format, small.format) == ("JPEG", "JPEG")
    assert large.size == (clean.width, clean.height) == (EDGE, EDGE // 2)
    assert max(small.size) == SMALL


def test_a_small_one_is_not_made_larger():
    assert cleaned(photo(size=(300, 200))).width == 300


def test_where_it_was_taken_is_gone_and_it_stands_upright():
    given = with_places()
    assert CANARY in given
    clean = cleaned(given)
    for kept in (clean.large, clean.small):
        image = Image.open(io.BytesIO(kept))
        assert not image.getexif()
        assert CANARY not in kept
        assert is_plain(kept)
        assert image.height > image.width
    assert image.getpixel((5, 5))[0] > 200  # red is at the top now


@pytest.mark.parametrize("edge", [b"<script>alert(1)</script>", b"PK\x03\x04zip", b"%PDF-1.7", CANARY])
def test_a_polyglot_loses_what_hung_behind_it(edge):
    given = photo() + edge
    for may_keep in (False, True):
        assert edge not in cleaned(given, may_keep=may_keep).large


def test_a_remark_is_no_picture():
    given = photo(size=(400, 300), comment=CANARY)
    assert CANARY not in cleaned(given, may_keep=True).large


@pytest.mark.parametrize(
    "given",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><script>alert(1)</script>",
        b"GIF89a\x01\x00\x01\x00/*",
        b"BM" + b"\0" * 60,
        b"%!PS-Adobe-3.0 EPSF-3.0",
        b"\0\0\0\x18ftypheic",
        b"not a picture",
    ],
)
def test_what_is_no_photo_is_refused_whatever_it_is_called(given):
    with pytest.raises(Refused, match="JPEG, PNG or WebP"):
        cleaned(given)


def flood():
    """A PNG of a few bytes that says it is 30,000 dots wide and high."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 10_000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def jpeg_flood():
    """A JPEG whose frame says 60,000 by 60,000."""
    given = bytearray(photo(size=(64, 64)))
    at = given.index(b"\xff\xc0")
    given[at + 5 : at + 9] = struct.pack(">HH", 60_000, 60_000)
    return bytes(given)


def many_scans():
    """A JPEG that asks to be decoded over and over."""
    given = photo(size=(256, 256), progressive=True)
    at = given.rindex(b"\xff\xda")
    return given[:at] + given[at:-2] * 200 + given[-2:]


@pytest.mark.parametrize("given", [flood(), jpeg_flood(), many_scans()], ids=["png", "jpeg", "scans"])
def test_a_flood_of_dots_is_refused(given):
    with pytest.raises(Refused, match="too large to open"):
        cleaned(given)


def test_too_many_bytes_are_refused_unseen():
    with pytest.raises(Refused, match="11 MB"):
        cleaned(b"\xff\xd8\xff" + b"\0" * MOST_BYTES)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_half_a_picture_is_refused(kind):
    whole = photo(kind)
    with pytest.raises(Refused, match="part of it may be missing"):
        cleaned(whole[: len(whole) // 2])


def test_nothing_and_a_speck():
    with pytest.raises(Refused, match="empty"):
        cleaned(b"")
    with pytest.raises(Refused, match="too small"):
        cleaned(photo("PNG", (2, 2)))


def test_what_we_made_comes_back_the_same():
    ours = cleaned(with_places()).large
    assert cleaned(ours, may_keep=True).large == ours
    assert cleaned(with_places(), may_keep=True).large != with_places()
