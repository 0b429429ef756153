"""The bus: sealed notes, who can be heard, and what is missed."""

import json

import pytest

from alongside.kit import bus
from alongside.kit.bus.hearing import FORGOTTEN, SILENCE, Hearing
from alongside.kit.bus.redis_bus import RedisBus
from alongside.kit.bus.sealing import Seal

SECRET = "the secret that all processes have in common"


def test_a_note_opens_with_the_same_secret_only():
    box = Seal(SECRET).close(b"somebody's words")
    assert b"words" not in box
    assert Seal(SECRET).open(box) == b"somebody's words"
    assert Seal("another").open(box) is None
    assert Seal(SECRET).open(box[:-1] + bytes([box[-1] ^ 1])) is None
    assert Seal(SECRET).open(b"short") is None


class Clock:
    """A clock that a test moves on."""

    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_a_gap_in_the_numbers_shows(clock):
    hearing = Hearing("me", clock)
    assert [hearing.note("her", number) for number in (1, 2, 4, 5)] == [True, True, False, True]
    assert not hearing.note("somebody already there", 7)


def test_it_is_whole_while_everybody_is_heard(clock):
    hearing = Hearing("me", clock)
    assert not hearing.is_whole
    hearing.note("me", 1)
    hearing.note("her", 1)
    assert hearing.is_whole
    clock.now += SILENCE + 0.1
    assert not hearing.hears_itself
    hearing.note("me", 2)
    assert hearing.hears_itself
    assert not hearing.is_whole, "she fell silent, so she may be cut off"
    clock.now += FORGOTTEN
    hearing.note("me", 3)
    assert hearing.is_whole, "she was killed, and begins again under another name"


def test_who_says_goodbye_is_not_missed(clock):
    hearing = Hearing("me", clock)
    hearing.note("her", 1)
    hearing.goodbye("her")
    clock.now += SILENCE + 0.1
    hearing.note("me", 1)
    assert hearing.is_whole


class End:
    """One end of a bus whose Redis is never asked: boxes are handed to it."""

    def __init__(self, monkeypatch):
        self.heard, self.misses = [], 0
        self.bus = RedisBus("redis://127.0.0.1:1/0", "test", Seal(SECRET))
        monkeypatch.setattr(self.bus, "_hear", self.heard.extend)
        monkeypatch.setattr(self.bus, "_missed", self.miss)

    def miss(self):
        self.misses += 1

    def take(self, speaker, number, notes, secret=SECRET):
        self.bus._take(Seal(secret).close(json.dumps([speaker, number, notes]).encode()))


def test_notes_are_passed_on_and_gaps_are_told(monkeypatch):
    end = End(monkeypatch)
    end.take("her", 1, [["words", 5]])
    end.take("her", 2, [])
    end.take("her", 4, [["session", 6]])
    assert (end.heard, end.misses) == ([["words", 5], ["session", 6]], 1)
    end.take(end.bus._me, 1, [["words", 9]])
    assert len(end.heard) == 2, "nobody tells himself"


def test_another_secret_is_said_once(monkeypatch, caplog):
    end = End(monkeypatch)
    for number in (1, 2):
        end.take("stranger", number, [["words", 5]], secret="another")
    assert (end.heard, end.misses) == ([], 0)
    assert caplog.text.count("another SECRET_KEY") == 1


def test_a_note_that_cannot_be_used_does_not_end_the_listening(monkeypatch, caplog):
    end = End(monkeypatch)
    monkeypatch.setattr(end.bus, "_hear", lambda _notes: 1 / 0)
    end.take("her", 1, [["words", 5]])
    assert end.misses == 1
    assert "could not be used" in caplog.text


class Line:
    """A client that publishes into a list, or not at all."""

    def __init__(self):
        self.said, self.is_cut = [], False

    def publish(self, _channel, box):
        if self.is_cut:
            raise ConnectionError("cut")
        speaker, number, notes = json.loads(Seal(SECRET).open(box))
        self.said.append((number, notes))


def test_what_could_not_be_said_leaves_a_gap(monkeypatch):
    monkeypatch.setattr("alongside.kit.bus.redis_bus.PAUSE", 0)
    end, line = End(monkeypatch).bus, Line()
    assert end._say(line, [("said", [b"\x01"])])
    line.is_cut = True
    assert not end._say(line, [("words", 5)])
    line.is_cut = False
    assert end._say(line, [])
    assert line.said == [(1, [["said", ["01"]]]), (3, [])]


def test_more_than_can_wait_leaves_a_gap_too(monkeypatch):
    monkeypatch.setattr("alongside.kit.bus.redis_bus.MOST_WAITING", 3)
    end, line = End(monkeypatch).bus, Line()
    for number in range(5):
        end.send(("words", number))
    end._say(line, end._next())
    assert line.said == [(2, [["words", 3], ["words", 4]])]


def test_there_is_none_without_its_setting(settings):
    settings.REDIS_URL = ""
    assert (bus.the_bus(), bus.look()) == (None, [])


def test_somebody_who_looks_is_told_that_redis_is_away(settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    assert "Redis can't be reached" in bus.look()[0]
