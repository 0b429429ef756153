"""Handing a picture to the decoder's process, a few at a time, and reading what comes back."""

import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.kit.errors import Refused

MOST_BYTES = 11 * 1024 * 1024
EDGE, SMALL = 1600, 640
"""The longer side of the large picture and of the small one, in dots."""
AT_ONCE = 2
PATIENCE_FOR_TURN = 20
PATIENCE = 20
DECODER = Path(__file__).with_name("decoder.py")

_turns = threading.BoundedSemaphore(AT_ONCE)


class NoPicture(Refused):
    """This one never: it is none, too large, or broken."""


class Busy(Refused):
    """Not now, through no fault of the picture."""


@dataclass(frozen=True, slots=True)
class Clean:
    """A picture in two sizes, both JPEG without any hidden data; width and height are those of the large one."""

    large: bytes
    small: bytes
    width: int
    height: int


def cleaned(content: bytes, *, may_keep: bool = False, wait: float = PATIENCE_FOR_TURN) -> Clean:
    """The picture made new, upright and in two sizes. NoPicture when it is none, too large, or broken.

    With `may_keep` a JPEG that is clean already keeps its bytes (files that we gave out come back the same).
    Busy when others are looked at for longer than `wait` seconds. Takes up to a second or two: call it in a thread,
    never in the event loop.
    """
    if not content:
        raise NoPicture(_("This picture is empty. Choose it again."))
    if len(content) > MOST_BYTES:
        raise NoPicture(_TOO_LARGE % {"most": MOST_BYTES // 1024**2})
    if not _turns.acquire(timeout=wait):
        raise Busy(_("Many pictures are coming in just now. Please try again in a moment."))
    try:
        return _read(_decoded(content, may_keep))
    finally:
        _turns.release()


def _decoded(content: bytes, may_keep: bool) -> bytes:
    words = [sys.executable, "-I", str(DECODER), str(EDGE), str(SMALL), *(["keep"] if may_keep else [])]
    try:
        done = subprocess.run(  # noqa: S603 - our own program and our own numbers
            words, input=content, capture_output=True, timeout=PATIENCE, env={}, check=False
        )
    except subprocess.TimeoutExpired:
        return b"no dots\n"
    return done.stdout if done.returncode == 0 else b"no broken\n"


def _read(answer: bytes) -> Clean:
    head, _line, rest = answer.partition(b"\n")
    word, *facts = head.decode("ascii", "replace").split()
    if word != "ok":
        raise NoPicture(str(_NO.get(facts[0] if facts else "", _NO["broken"])))
    width, height, large, small = map(int, facts)
    return Clean(rest[:large], rest[large : large + small], width, height)


_TOO_LARGE = gettext_lazy("This picture is too large. Choose one of %(most)s MB or less.")
_NO: dict[str, Promise] = {
    "kind": gettext_lazy("This is not a picture we can take. Choose a photo: JPEG, PNG or WebP."),
    "dots": gettext_lazy("This picture is too large to open. Take it with fewer dots, or make it smaller."),
    "tiny": gettext_lazy("This picture is too small to see anything in it."),
    "broken": gettext_lazy("We could not open this picture. A part of it may be missing. Choose it again."),
}
