"""Answers taken from the connection itself: the very replies of the slow way, and the slow way for all the rest."""

import asyncio
import json
import uuid
from urllib.parse import urlencode

import pytest
from uvicorn import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from alongside.activities.live import facts, quick
from alongside.activities.live.app import LiveRoom
from alongside.activities.live.contribution import Receipt, TryAgain
from alongside.activities.live.quick import QuickProtocol, posted_in
from alongside.activities.live.tests.made_up import make_room
from alongside.activities.models import Contribution
from alongside.kit.errors import Refused

ANSWER = "/live/answer/7/"


def as_sent(body, *more, path=ANSWER, host="hall.example", secret="x" * 32, leave_out=()):
    lines = {
        "Host": host,
        "Origin": f"http://{host}",
        "Cookie": f"seat={secret}",
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(len(body)),
    }
    told = [f"{name}: {value}" for name, value in lines.items() if name not in leave_out]
    return "\r\n".join([f"POST {path} HTTP/1.1", *told, *more, "", ""]).encode() + body


def test_a_plain_answer_is_read():
    posted = posted_in(as_sent(b"id=1&w1=heard", "User-Agent: a phone"))
    assert posted.activity_id == 7
    assert posted.body == b"id=1&w1=heard"
    assert posted.headers[b"cookie"] == b"seat=" + b"x" * 32
    assert posted.headers[b"user-agent"] == b"a phone"


@pytest.mark.parametrize(
    "data",
    [
        as_sent(b"id=1")[:-1],
        as_sent(b"id=1") + b"G",
        as_sent(b"id=1") + as_sent(b"id=2"),
        as_sent(b"id=1", "Content-Length: 4"),
        as_sent(b"id=1", "Content-Length: 5", leave_out=["Content-Length"]),
        as_sent(b"id=1", "Content-Length: +4", leave_out=["Content-Length"]),
        as_sent(b"id=1", leave_out=["Content-Length"]),
        as_sent(b"id=1", "Transfer-Encoding: chunked"),
        as_sent(b"id=1", "Transfer-Encoding : chunked"),
        as_sent(b"id=1", "Expect: 100-continue"),
        as_sent(b"id=1", "Connection: close"),
        as_sent(b"id=1", "Upgrade: websocket"),
        as_sent(b"id=1", "Cookie: seat=" + "y" * 32),
        as_sent(b"id=1", "X: a\r\n folded: 1"),
        as_sent(b"id=1", "X: a\nContent-Length: 9"),
        as_sent(b"id=1", "X: a\rY: b"),
        as_sent(b"id=1", "X: a\0"),
        as_sent(b"id=1", "no colon"),
        as_sent(b"id=1", path="/live/answer/7/?a"),
        as_sent(b"id=1", path="/live/answer/x/"),
        as_sent(b"x" * 5000),
        as_sent(b"id=1").replace(b"HTTP/1.1", b"HTTP/1.0"),
    ],
)
def test_what_is_not_plain_is_left_to_uvicorn(data):
    assert posted_in(data) is None


class Line(asyncio.Transport):
    """The connection of a phone, as far as the protocols need one."""

    def __init__(self):
        super().__init__({"sockname": ("127.0.0.1", 8000), "peername": ("127.0.0.1", 50000)})
        self.sent, self.is_closed, self.is_paused = b"", False, False

    def write(self, data):
        self.sent += data

    def close(self):
        self.is_closed = True

    def is_closing(self):
        return self.is_closed

    def set_write_buffer_limits(self, high=None, low=None):
        pass

    def pause_reading(self):
        self.is_paused = True

    def resume_reading(self):
        self.is_paused = False

    def replies(self):
        """Status, headers and content of each reply, without the date."""
        found, rest = [], self.sent
        while rest:
            head, _end, rest = rest.partition(b"\r\n\r\n")
            first, *lines = head.decode().split("\r\n")
            headers = dict(line.split(": ", 1) for line in lines)
            headers.pop("date", None)
            size = int(headers["content-length"])
            found.append((first, headers, json.loads(rest[:size] or "null")))
            rest = rest[size:]
        return found


def connected(kind=QuickProtocol, app=None):
    config = Config(app or LiveRoom(), server_header=False, http=kind, lifespan="off")
    config.load()
    state = ServerState()
    protocol = kind(config=config, server_state=state, app_state={}, _loop=asyncio.get_running_loop())
    line = Line()
    protocol.connection_made(line)
    return protocol, line


async def until(is_so):
    for _ in range(500):
        if is_so():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come")


@pytest.fixture
def hall(transactional_db):
    room = make_room(1)
    facts.forget(room.session.pk)
    secret, activity = room.phones[0].secret, room.activity.pk
    facts.seat_of(secret)
    facts.activity_of(activity)

    def sent(word="heard", known_as=None, **options):
        body = urlencode({"id": known_as or uuid.uuid4(), "w1": word}).encode()
        return as_sent(body, path=f"/live/answer/{activity}/", secret=secret, **options)

    from alongside.activities.live.reading import read

    read(secret, activity, "application/x-www-form-urlencoded", f"id={uuid.uuid4()}&w1=a".encode())
    return sent


@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
def test_the_reply_is_that_of_the_slow_way(hall):
    answer = hall(known_as=uuid.uuid4())

    async def go():
        quickly, line = connected()
        quickly.data_received(answer)
        assert quickly.cycle is None, "it did not go uvicorn's way"
        await until(lambda: line.sent)
        slowly, other = connected(HttpToolsProtocol)
        slowly.data_received(answer)
        await until(lambda: other.sent.endswith(b"}"))
        return line.replies(), other.replies()

    quickly, slowly = asyncio.run(go())
    assert quickly == slowly
    assert quickly[0][2]["ok"] is True
    assert Contribution.objects.count() == 1


@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
def test_what_comes_while_an_answer_is_on_its_way_waits_and_a_stop_waits_too(hall):
    async def go():
        protocol, line = connected()
        protocol.data_received(hall("first"))
        protocol.data_received(hall("second"))
        assert line.is_paused
        await until(lambda: line.sent.count(b'"ok": true') == 2)
        assert not line.is_paused
        protocol.data_received(hall("third"))
        protocol.shutdown()
        assert not line.is_closed
        await until(lambda: line.is_closed)
        return line.replies()

    replies = asyncio.run(go())
    assert [content["receipt"]["number"] for _first, _headers, content in replies] == sorted(
        content["receipt"]["number"] for _first, _headers, content in replies
    )
    assert "connection" not in replies[0][1]
    assert replies[2][1]["connection"] == "close"
    assert Contribution.objects.count() == 3


@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
@pytest.mark.parametrize(
    ("options", "status"),
    [
        ({"host": "elsewhere.example"}, "404"),
        ({"leave_out": ["Origin"]}, "403"),
        ({"word": "x" * 400}, "422"),
    ],
)
def test_what_is_not_good_is_refused_by_the_slow_way(hall, options, status):
    data = hall(**options)
    if status == "404":
        data = data.replace(b"seat=", b"seat=z")

    async def go():
        protocol, line = connected()
        protocol.data_received(data)
        await until(lambda: line.sent)
        return line.replies()

    ((first, _headers, content),) = asyncio.run(go())
    assert status in first
    assert content["ok"] is False
    assert not Contribution.objects.exists()


@pytest.mark.parametrize(
    ("outcome", "status", "after"),
    [
        (TryAgain("busy", after=3), "503", "3"),
        (Refused("not open"), "409", None),
        (ValueError(), "500", None),
    ],
)
def test_what_the_writer_refuses_is_said_in_the_words_of_the_slow_way(outcome, status, after):
    async def go():
        protocol, line = connected()
        protocol._posted = posted_in(as_sent(b"id=1"))
        protocol.set_exception(outcome)
        protocol.connection_lost(None)
        return line.replies()

    ((first, headers, content),) = asyncio.run(go())
    assert status in first
    assert headers.get("retry-after") == after
    assert content["ok"] is False


def test_a_phone_that_has_gone_is_not_told(monkeypatch):
    async def go():
        protocol, line = connected()
        protocol._posted = posted_in(as_sent(b"id=1"))
        line.close()
        return protocol.done()

    assert asyncio.run(go())


def test_a_quiet_connection_is_closed_and_a_busy_one_stays():
    async def go():
        protocol, line = connected()
        protocol.timeout_keep_alive = 0.2
        protocol._posted = posted_in(as_sent(b"id=1"))
        protocol.set_result(Receipt(uuid.uuid4(), 1, "amber oak pear hen"))
        await asyncio.sleep(0.15)
        protocol._posted = posted_in(as_sent(b"id=1"))
        protocol.set_result(Receipt(uuid.uuid4(), 2, "amber oak pear hen"))
        await asyncio.sleep(0.1)
        assert not line.is_closed
        await until(lambda: line.is_closed)

    asyncio.run(go())


def test_uvicorn_still_has_what_we_lean_on():
    names = [
        "data_received",
        "on_message_begin",
        "on_message_complete",
        "shutdown",
        "timeout_keep_alive_handler",
    ]
    assert all(hasattr(HttpToolsProtocol, name) for name in names)
    assert quick.STATUS_LINE[200].startswith(b"HTTP/1.1 200")

    async def go():
        protocol, _line = connected()
        return {
            "cycle",
            "pipeline",
            "flow",
            "transport",
            "loop",
            "server_state",
            "timeout_keep_alive_task",
        } <= set(vars(protocol))

    assert asyncio.run(go())
