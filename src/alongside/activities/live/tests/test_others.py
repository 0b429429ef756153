"""Several processes in one room, with a bus made up for the test: what is told, what is done with what is heard."""

import asyncio
import json
import uuid
from collections.abc import Awaitable, Callable

import pytest
from django.utils import timezone

from alongside.activities import actions
from alongside.activities.live import facts, writing
from alongside.activities.live.app import LiveRoom
from alongside.activities.live.contribution import NewContribution
from alongside.activities.live.others import LOOK_SOMETIMES, Others
from alongside.activities.live.tests.browser import Reply
from alongside.activities.live.tests.made_up import Room, make_room
from alongside.activities.live.tests.test_room import phone_of, state, stream, words
from alongside.activities.models import Contribution
from alongside.workshops.models import Seat
from alongside.workshops.seats import mark_for

pytestmark = pytest.mark.django_db(transaction=True)


class MadeUpBus:
    """Notes what is sent, and hands on what a test lets another process say."""

    def __init__(self) -> None:
        self.sent, self.is_whole, self.trouble = [], True, ""

    def start(self, hear, missed) -> None:
        self.hear, self.missed = hear, missed

    def send(self, note) -> None:
        self.sent.append(note)

    def stop(self) -> None:
        self.is_whole = False

    def say(self, *notes) -> None:
        """As another process would."""
        self.hear(json.loads(json.dumps(notes, default=bytes.hex)))


@pytest.fixture
def room() -> Room:
    return make_room(phones=3)


def play(story: Callable[[LiveRoom, MadeUpBus], Awaitable[None]]) -> None:
    async def run() -> None:
        bus = MadeUpBus()
        live = LiveRoom(lambda: bus)
        await live.start()
        try:
            await asyncio.wait_for(story(live, bus), 30)
        finally:
            await live.stop()

    asyncio.run(run())


async def looking(live: LiveRoom, room: Room) -> Reply:
    """The open stream of a phone that was shown the room."""
    reply = phone_of(live, room.phones[0]).open(stream(room))
    await reply.until(lambda reply: reply.states)
    return reply


def kept_elsewhere(room: Room, number: int, word: str) -> tuple:
    """Another process keeps an answer; the note it sends."""
    phone = room.phones[number]
    new = NewContribution(
        id=uuid.uuid4(),
        activity_id=room.activity.pk,
        answer={"w1": word, "w2": "", "w3": ""},
        mark=mark_for(phone.secret, room.activity.pk),
        seat_id=phone.seat.pk,
    )
    bus = MadeUpBus()
    Others(None, bus).tell_arrivals(writing.keep([new]).arrivals)
    return bus.sent[0]


def test_what_happens_here_is_told(room):
    async def story(live: LiveRoom, bus: MadeUpBus) -> None:
        await phone_of(live, room.phones[0]).answer(room.activity.pk, words("heard"))
        await asyncio.to_thread(lambda: actions.close_activity(activity=room.activity, by=room.by))
        assert {what for what, _content in bus.sent} >= {"said", "words"}
        assert ("words", room.session.pk) in bus.sent

    play(story)


def test_an_answer_kept_elsewhere_is_shown_and_not_told_again(room):
    async def story(live: LiveRoom, bus: MadeUpBus) -> None:
        watching = await looking(live, room)
        note = await asyncio.to_thread(kept_elsewhere, room, 1, "elsewhere")
        bus.say(note)
        await watching.until(lambda reply: reply.states[-1]["answered"] == 1)
        assert "elsewhere" in watching.states[-1]["html"]
        assert bus.sent == []

    play(story)


def test_news_in_the_wrong_order_counts_nobody_twice(room):
    """Somebody changed the answer at another process, and that news came first."""

    async def story(live: LiveRoom, bus: MadeUpBus) -> None:
        watching = await looking(live, room)
        first = await asyncio.to_thread(kept_elsewhere, room, 1, "first")
        second = await asyncio.to_thread(kept_elsewhere, room, 1, "second")
        bus.say(second)
        await watching.until(lambda reply: "second" in reply.states[-1]["html"])
        bus.say(first)
        bus.say(await asyncio.to_thread(kept_elsewhere, room, 2, "third"))
        await watching.until(lambda reply: "third" in reply.states[-1]["html"])
        assert watching.states[-1]["answered"] == 2
        assert "first" not in watching.states[-1]["html"]

    play(story)


def test_words_hidden_before_their_news_came_are_not_shown(room):
    async def story(live: LiveRoom, bus: MadeUpBus) -> None:
        watching = await looking(live, room)
        hidden = await asyncio.to_thread(kept_elsewhere, room, 1, "hidden")
        await asyncio.to_thread(lambda: Contribution.objects.update(hidden_at=timezone.now()))
        bus.say(["words", room.session.pk], hidden)
        bus.say(await asyncio.to_thread(kept_elsewhere, room, 2, "seen"))
        await watching.until(lambda reply: "seen" in reply.states[-1]["html"])
        assert "hidden" not in watching.text

    play(story)


def test_somebody_let_go_elsewhere_hears_no_more(room):
    async def story(live: LiveRoom, bus: MadeUpBus) -> None:
        gone = await looking(live, room)
        left = Seat.objects.filter(pk=room.phones[0].seat.pk)
        await asyncio.to_thread(lambda: left.update(left_at=timezone.now()))
        bus.say(["session", room.session.pk])
        await gone.until(lambda reply: reply.is_done)
        assert (await phone_of(live, room.phones[0]).get(stream(room))).status == 404

    play(story)


@pytest.mark.parametrize("how", ["missed", "a note from a newer version"])
def test_what_was_missed_is_looked_for(room, how):
    async def story(live: LiveRoom, bus: MadeUpBus) -> None:
        watching = await looking(live, room)
        await asyncio.to_thread(kept_elsewhere, room, 1, "elsewhere")
        bus.missed() if how == "missed" else bus.say(["new", {}])
        await watching.until(lambda reply: reply.states[-1]["answered"] == 1)

    play(story)


def test_a_phone_that_saw_more_elsewhere_is_not_shown_less(room):
    async def story(live: LiveRoom, bus: MadeUpBus) -> None:
        await looking(live, room)
        await asyncio.to_thread(kept_elsewhere, room, 1, "not told yet")
        after = phone_of(live, room.phones[0]).open(stream(room), last_event_id="seen elsewhere")
        await after.until(lambda reply: reply.states)
        assert after.states[0]["answered"] == 1

    play(story)


def test_the_same_state_has_the_same_version_at_every_process(room):
    seen = []

    async def story(live: LiveRoom, bus: MadeUpBus) -> None:
        reply = await phone_of(live, room.phones[0]).get(state(room))
        seen.append(reply.headers["etag"])
        again = await phone_of(live, room.phones[0]).get(state(room), if_none_match=seen[0])
        assert again.status == 304

    play(story)
    play(story)
    assert seen[0] == seen[1]


class NoRooms:
    """Nothing to look at."""


def test_how_often_they_look_and_how_long_they_trust(monkeypatch):
    trusted = []
    monkeypatch.setattr(facts, "trust_for", trusted.append)
    bus = MadeUpBus()
    others = Others(NoRooms(), bus)
    looks = [others.is_time_to_look() for _ in range(20)]
    assert looks.count(True) == 2
    bus.is_whole = False
    assert [others.is_time_to_look() for _ in range(3)] == [True] * 3
    assert (trusted[0], trusted[-1]) == (LOOK_SOMETIMES, facts.OTHER_PROCESSES_WITHIN)
    assert all(Others(NoRooms(), None).is_time_to_look() for _ in range(3))
