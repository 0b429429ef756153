"""A phone that sends slowly, or too much, holds no thread."""

import asyncio

import pytest

from alongside.config import slow_clients
from alongside.config.slow_clients import TooMuch, taken_in


def sender(*parts, then=None):
    """A `receive` that gives these parts of a body, then does what is asked."""
    messages = [
        {"type": "http.request", "body": part, "more_body": at < len(parts) - 1 or then is not None}
        for at, part in enumerate(parts)
    ]

    async def receive():
        if messages:
            return messages.pop(0)
        return await then()

    return receive


def take(receive):
    async def story():
        whole = await taken_in(receive)
        return await whole()

    return asyncio.run(story())


def test_a_body_in_parts_is_handed_over_at_once():
    assert take(sender(b"one ", b"two ", b"three")) == {
        "type": "http.request",
        "body": b"one two three",
        "more_body": False,
    }


def test_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(slow_clients, "MOST_BYTES", 10)
    with pytest.raises(TooMuch) as refused:
        take(sender(b"123456", b"123456"))
    assert refused.value.status == 413


def test_too_slow_is_refused(monkeypatch):
    monkeypatch.setattr(slow_clients, "MOST_SECONDS", 0.05)
    with pytest.raises(TooMuch) as refused:
        take(sender(b"drip", then=lambda: asyncio.sleep(5)))
    assert refused.value.status == 408


def test_a_phone_that_hangs_up_is_let_go():
    async def gone():
        return {"type": "http.disconnect"}

    with pytest.raises(TooMuch):
        take(sender(b"half", then=gone))
