"""An answer that comes in one piece, from a phone we know by heart, is taken from its connection without ASGI.

uvicorn's way of a request (its parser, a task, a scope, two writes) costs more than the answer itself. Whatever is
not plain, not known by heart or not good goes uvicorn's way, from its first byte, to `answer.py`; so does everything
that is no answer. It leans on a few names inside uvicorn; `tests/test_quick.py` watches that they are still there.
"""

import asyncio
import re
from typing import Any, NamedTuple

from django.utils.translation import get_language, override
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from alongside.activities.live.answer import buckets, is_ours, told_of, told_of_keeping
from alongside.activities.live.contribution import NewContribution, Receipt
from alongside.activities.live.reading import SHORT, read_by_heart
from alongside.activities.live.replies import JSON, SAFE, as_json
from alongside.activities.live.writer import writer
from alongside.kit.access import seat_cookie
from alongside.kit.errors import Refused
from alongside.kit.languages import language_in
from alongside.workshops.seats import hash_of

START = b"POST /live/answer/"
_LINE = re.compile(rb"POST /live/answer/(\d{1,18})/ HTTP/1\.1")
_HEADERS = re.compile(rb"(?:\r\n[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\r\n\x00]*)+")
_NOT_PLAIN = frozenset({b"transfer-encoding", b"expect", b"upgrade", b"trailer"})


class Posted(NamedTuple):
    """An answer as it came over the line."""

    activity_id: int
    headers: dict[bytes, bytes]
    body: bytes


def posted_in(data: bytes) -> Posted | None:
    """The one whole answer that these bytes are; None when they are anything else, or not plainly so."""
    head, _end, body = data.partition(b"\r\n\r\n")
    line, _end, rest = head.partition(b"\r\n")
    found = _LINE.fullmatch(line)
    if found is None or len(body) > SHORT or _HEADERS.fullmatch(head, len(line)) is None:
        return None
    headers: dict[bytes, bytes] = {}
    lines = rest.split(b"\r\n")
    for each in lines:
        name, _colon, value = each.partition(b":")
        headers[name.lower()] = value.strip(b" \t")
    is_twice = len(headers) != len(lines)
    if is_twice or not _NOT_PLAIN.isdisjoint(headers) or headers.get(b"content-length") != b"%d" % len(body):
        return None
    stays = headers.get(b"connection", b"keep-alive").lower() == b"keep-alive"
    return Posted(int(found[1]), headers, body) if stays else None


def taken(posted: Posted) -> NewContribution | None:
    """The good answer of a phone that we know by heart; None leaves it to the slow way, which says why not."""
    headers = posted.headers
    origin, host = headers.get(b"origin", b""), headers.get(b"host", b"")
    if not is_ours(headers.get(b"sec-fetch-site", b""), origin, host):
        return None
    jar = headers.get(b"cookie", b"")
    secret = seat_cookie.read(jar)
    if secret is None:
        return None
    content_type = headers.get(b"content-type", b"").decode("latin-1").lower()
    told = (secret, posted.activity_id, content_type, posted.body)
    try:
        language = _language_of(posted)
        if language == get_language():
            new = read_by_heart(*told)
        else:
            with override(language):
                new = read_by_heart(*told)
    except Refused:
        return None
    return new if new is not None and buckets.take(hash_of(secret)) else None


def _language_of(posted: Posted) -> str:
    return language_in(posted.headers.get(b"cookie", b""), posted.headers.get(b"accept-language", b""))


class QuickProtocol(HttpToolsProtocol):  # type: ignore[misc]
    """uvicorn's protocol that takes plain answers itself. To the writer it is the promise of the answer on its way."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._posted: Posted | None = None
        self._came_early: list[bytes] = []
        self._is_within = self._is_last = False
        self._told_at = 0.0

    # ---- what comes in ----

    def data_received(self, data: bytes) -> None:
        """Take an answer, or leave it to uvicorn; what comes while an answer is on its way waits for its turn."""
        if self._posted is not None:
            self._came_early.append(data)
            self.flow.pause_reading()
        elif not (data.startswith(START) and self._is_between and self._take(data)):
            super().data_received(data)

    @property
    def _is_between(self) -> bool:
        """Whether no request is half read or half answered."""
        is_free = self.cycle is None or self.cycle.response_complete
        return is_free and not (self._is_within or self.pipeline or self.flow.write_paused)

    def on_message_begin(self) -> None:
        """uvicorn begins to read a request."""
        self._is_within = True
        super().on_message_begin()

    def on_message_complete(self) -> None:
        """uvicorn has read it whole."""
        self._is_within = False
        super().on_message_complete()

    def _take(self, data: bytes) -> bool:
        posted = posted_in(data)
        new = taken(posted) if posted is not None else None
        if new is None:
            return False
        try:
            writer.put(new, self)
        except Refused:  # the queue is full
            return False
        self._posted = posted
        return True

    # ---- what the writer tells ----

    def get_loop(self) -> asyncio.AbstractEventLoop:
        """Where to tell it."""
        return self.loop

    def done(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._posted is None or bool(self.transport.is_closing())

    def set_result(self, receipt: Receipt) -> None:
        """It is kept."""
        self._reply(200, as_json(told_of_keeping(receipt)))

    def set_exception(self, problem: BaseException) -> None:
        """It is not; its author hears why, as from the slow way."""
        assert self._posted is not None
        with override(_language_of(self._posted)):
            told = told_of(problem)
        self._reply(told.status, as_json(told.content), after=told.after)

    def _reply(self, status: int, body: bytes, *, after: int = 0) -> None:
        """Say it in one write, then hear what came meanwhile."""
        parts = [STATUS_LINE[status], *self._heads(), b"content-length: %d\r\n" % len(body)]
        if after:
            parts.append(b"retry-after: %d\r\n" % after)
        if self._is_last:
            parts.append(b"connection: close\r\n")
        self.transport.write(b"".join([*parts, b"\r\n", body]))
        self.server_state.total_requests += 1
        self._posted, self._told_at = None, self.loop.time()
        if self._is_last:
            return self.transport.close()
        if self.timeout_keep_alive_task is None:
            self._wait_for_more(self.timeout_keep_alive)
        if self._came_early:
            early, self._came_early = b"".join(self._came_early), []
            self.flow.resume_reading()
            self.data_received(early)
        return None

    def _heads(self) -> list[bytes]:
        return [b"%b: %b\r\n" % pair for pair in self.server_state.default_headers] + _ALWAYS

    # ---- how long it stays open ----

    def _wait_for_more(self, seconds: float) -> None:
        self.timeout_keep_alive_task = self.loop.call_later(seconds, self.timeout_keep_alive_handler)

    def timeout_keep_alive_handler(self) -> None:
        """Close it when it was quiet for so long. One timer serves many answers."""
        left = self._told_at + self.timeout_keep_alive - self.loop.time()
        if self._posted is not None:
            left = self.timeout_keep_alive
        if left > 0:
            self._wait_for_more(left)
        else:
            super().timeout_keep_alive_handler()

    def shutdown(self) -> None:
        """The server stops: an answer on its way is told of first."""
        if self._posted is not None:
            self._is_last = True
        else:
            super().shutdown()


_ALWAYS = [b"".join(b"%b: %b\r\n" % pair for pair in [*SAFE, JSON])]
