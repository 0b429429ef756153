"""POST /live/answer/<activity>/: an answer comes in without passing through Django, and is kept before we reply."""

import asyncio
import hashlib
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.db import close_old_connections
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from alongside.activities.live.contribution import NewContribution, Receipt, TryAgain
from alongside.activities.live.limits import Buckets
from alongside.activities.live.reading import Wrong, read, read_by_heart
from alongside.activities.live.replies import Receive, Scope, Send, cookies, header, not_found, reply_json
from alongside.activities.live.stream import pool
from alongside.activities.live.writer import Writer
from alongside.kit.access import seat_cookie
from alongside.kit.errors import NotVisible, Refused
from alongside.kit.languages import language_in

MOST_BYTES = 64 * 1024
buckets = Buckets()


async def answer(writer: Writer, scope: Scope, receive: Receive, send: Send, activity_id: int) -> None:
    """Take one answer. 2xx: kept. 4xx (but 429): not taken, and why. The rest: keep it and try again later."""
    with override(language_in(cookies(scope), header(scope, b"accept-language"))):
        return await _answer(writer, scope, receive, send, activity_id)


async def _answer(writer: Writer, scope: Scope, receive: Receive, send: Send, activity_id: int) -> None:
    if not is_same_site(scope):
        return await refuse(send, 403, _("This answer did not come from our own page."))
    body = await taken_in(receive, MOST_BYTES)
    if body is None:
        return await refuse(send, 413, _("This is too long to send in one piece. Please send it in parts."))
    secret = seat_cookie.read(cookies(scope))
    if secret is None:
        return await not_found(send)
    if not buckets.take(hashlib.sha256(secret.encode()).hexdigest()):
        return await refuse(send, 429, _("That was quick. We send it in a moment."), after=2)
    return await _keep(writer, send, scope, (secret, activity_id, body))


async def _keep(writer: Writer, send: Send, scope: Scope, posted: tuple[str, int, bytes]) -> None:
    try:
        receipt = await writer.keep(await _read(scope, *posted))
    except Refused as problem:
        told = told_of(problem)
        return await reply_json(send, told.status, told.content, after=told.after)
    except NotVisible:
        return await not_found(send)
    return await reply_json(send, 200, told_of_keeping(receipt))


def told_of_keeping(receipt: Receipt) -> dict[str, Any]:
    """What a phone hears about an answer that was kept."""
    proof = {"number": receipt.number, "words": receipt.words}
    return {"ok": True, "id": str(receipt.id), "receipt": proof}


class Told(NamedTuple):
    """What a phone hears about an answer that was not kept; `after` says when to try again."""

    status: int
    content: dict[str, Any]
    after: int = 0


def told_of(problem: BaseException) -> Told:
    """Not taken, and why.

    What the writer's thread says for everybody is said here in the language of this phone.
    """
    if not isinstance(problem, Refused):
        return Told(500, {"ok": False})
    content = {"ok": False, "because": _(str(problem.because)) if problem.because else ""}
    if isinstance(problem, TryAgain):
        return Told(problem.status, content, problem.after)
    if isinstance(problem, Wrong):
        return Told(422, {**content, "errors": problem.errors})
    return Told(409, content)


async def _read(scope: Scope, secret: str, activity_id: int, body: bytes) -> NewContribution:
    """Check the answer: at once with what we know by heart, else with its form, in a thread."""
    content_type = header(scope, b"content-type").decode("latin-1").lower()
    new = read_by_heart(secret, activity_id, content_type, body)
    if new is not None:
        return new

    language = get_language() or settings.LANGUAGE_CODE

    def work() -> NewContribution:
        close_old_connections()
        with override(language):
            return read(secret, activity_id, content_type, body)

    return await asyncio.get_running_loop().run_in_executor(pool, work)


async def refuse(send: Send, status: int, because: str, *, after: int = 0) -> None:
    """Not taken, and why; `after` says when to try again."""
    said = _(str(because)) if because else ""
    await reply_json(send, status, {"ok": False, "because": said}, after=after)


async def taken_in(receive: Receive, most: int) -> bytes | None:
    """The posted bytes; None when they are more than `most`."""
    parts, size = [], 0
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            return None
        if not message.get("more_body"):
            return b"".join(parts)


def is_same_site(scope: Scope) -> bool:
    """Whether a post comes from one of our own pages. Without either header we cannot know, so it does not.

    On plain http browsers send no Sec-Fetch-Site; then the Origin must be the address that was called.
    """
    return is_ours(header(scope, b"sec-fetch-site"), header(scope, b"origin"), header(scope, b"host"))


def is_ours(told: bytes, origin: bytes, host: bytes) -> bool:
    """The same by the three headers themselves."""
    if told:
        return told == b"same-origin"
    if host and origin in (b"http://" + host, b"https://" + host):
        return True
    return _is_known_address(origin.decode("latin-1"), host.decode("latin-1"))


def _is_known_address(told: str, host: str) -> bool:
    origin = urlsplit(told)
    ours = {
        host.lower(),
        urlsplit(settings.PUBLIC_URL).netloc.lower(),
    } - {""}
    return origin.scheme in {"http", "https"} and origin.netloc.lower() in ours
