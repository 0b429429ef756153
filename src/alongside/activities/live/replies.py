"""Short replies of the raw ASGI part, each with the headers that every response of ours carries."""

import json
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

SAFE: Headers = [
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (
        b"content-security-policy",
        b"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        b"require-trusted-types-for 'script'; trusted-types 'none'",
    ),
]
_WRITER = json.JSONEncoder(ensure_ascii=False)
JSON = (b"content-type", b"application/json; charset=utf-8")


async def reply(send: Send, status: int, body: bytes, headers: Headers) -> None:
    """One whole response."""
    sizes = [] if status == 304 else [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": [*SAFE, *headers, *sizes]})
    await send({"type": "http.response.body", "body": body})


async def reply_json(send: Send, status: int, content: Mapping[str, Any], *, after: int = 0) -> None:
    """A JSON reply; `after` asks to come back in so many seconds."""
    later = [(b"retry-after", str(after).encode())] if after else []
    await reply(send, status, as_json(content), [JSON, *later])


def as_json(content: Mapping[str, Any]) -> bytes:
    """The body of such a reply."""
    return _WRITER.encode(content).encode()


async def not_found(send: Send) -> None:
    """The same for what is not there and for what is not theirs."""
    await reply_json(send, 404, {"ok": False})


def header(scope: Scope, name: bytes) -> bytes:
    """One header of a request; empty when it is not there."""
    for key, value in scope["headers"]:
        if key == name:
            return bytes(value)
    return b""


def cookies(scope: Scope) -> bytes:
    """All cookies of a request."""
    return b"; ".join(value for key, value in scope["headers"] if key == b"cookie")
