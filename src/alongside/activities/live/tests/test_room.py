"""The live room end to end, in this process: who may listen, what they see, how answers come in."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable

import pytest
from django.utils import timezone

from alongside.activities import actions
from alongside.activities.live import who
from alongside.activities.live.app import LiveRoom
from alongside.activities.live.tests.browser import Browser, Reply
from alongside.activities.live.tests.made_up import Phone, Room, make_room
from alongside.activities.models import Contribution
from alongside.kit.access import Viewer
from alongside.workshops import actions as workshops
from alongside.workshops.models import Seat

pytestmark = pytest.mark.django_db(transaction=True)
Story = Callable[[LiveRoom], Awaitable[None]]


@pytest.fixture
def room() -> Room:
    return make_room(phones=3)


def play(story: Story) -> None:
    """Run a story with a live room that starts and stops like the server's."""

    async def run() -> None:
        live = LiveRoom()
        await live.start()
        try:
            await asyncio.wait_for(story(live), 30)
        finally:
            await live.stop()

    asyncio.run(run())


def phone_of(live: LiveRoom, phone: Phone, **headers: str) -> Browser:
    return Browser(live, f"theme=dark; seat={phone.secret}", **headers)


def words(*said: str, id: str = "") -> dict[str, str]:
    return {"id": id or str(uuid.uuid4()), **{f"w{number}": word for number, word in enumerate(said, 1)}}


def stream(room: Room, audience: str = "room") -> str:
    return f"/live/{room.session.pk}/{audience}/stream"


def state(room: Room, audience: str = "room") -> str:
    return f"/live/{room.session.pk}/{audience}/state"


def test_an_answer_is_kept_and_every_phone_sees_it(room):
    async def story(live: LiveRoom) -> None:
        watching = phone_of(live, room.phones[1]).open(stream(room))
        await watching.until(lambda reply: reply.states)
        assert watching.states[0]["here"] == 3
        assert watching.states[0]["now"]["activity"] == room.activity.pk
        reply = await phone_of(live, room.phones[0]).answer(room.activity.pk, words("heard"))
        assert (reply.status, reply.json["ok"]) == (200, True)
        assert reply.json["receipt"]["words"].count(" ") == 3
        await watching.until(lambda reply: reply.states[-1]["answered"] == 1)
        assert "heard" in watching.states[-1]["html"]

    play(story)
    assert Contribution.objects.count() == 1


def test_the_same_key_again_is_the_same_answer(room):
    async def story(live: LiveRoom) -> None:
        phone, once = phone_of(live, room.phones[0]), words("heard")
        first, again = await phone.answer(room.activity.pk, once), await phone.answer(room.activity.pk, once)
        assert first.json == again.json

    play(story)
    assert Contribution.objects.count() == 1


def test_many_at_once_are_all_kept(room):
    async def story(live: LiveRoom) -> None:
        phones = [phone_of(live, phone) for phone in room.phones]
        replies = await asyncio.gather(
            *(phones[n % 3].answer(room.activity.pk, words(f"word {n}")) for n in range(45))
        )
        assert {reply.status for reply in replies} == {200}

    play(story)
    assert (Contribution.objects.count(), Contribution.objects.standing().count()) == (45, 3)


def test_json_is_read_like_a_form(room):
    async def story(live: LiveRoom) -> None:
        body = b'{"id": "6f3f8e0a-6f0e-4f6e-9a3e-0f5c3c1d2e4b", "w1": "heard", "language": "cy"}'
        browser = phone_of(live, room.phones[0])
        path = f"/live/answer/{room.activity.pk}/"
        headers = {"content_type": "application/json", "sec_fetch_site": "same-origin"}
        reply = browser.open(path, method="POST", body=body, **headers)
        await browser.tasks[-1]
        assert reply.status == 200

    play(story)
    assert Contribution.objects.get().language == "cy"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": ""},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
    ],
)
def test_a_post_from_elsewhere_is_refused(room, headers):
    async def story(live: LiveRoom) -> None:
        reply = await phone_of(live, room.phones[0]).answer(room.activity.pk, words("heard"), **headers)
        assert (reply.status, reply.json["ok"]) == (403, False)

    play(story)
    assert not Contribution.objects.exists()


def test_who_may_not_listen_finds_nothing(room):
    other = make_room(phones=1)
    workshops.leave(seat=room.phones[2].seat, by=Viewer(seat_id=room.phones[2].seat.pk))
    Seat.objects.filter(pk=room.phones[1].seat.pk).update(admitted_at=None)  # waits for a nod in the lobby

    async def story(live: LiveRoom) -> None:
        strangers = [
            phone_of(live, room.phones[1]),
            Browser(live),
            Browser(live, "seat=nonsense"),
            phone_of(live, other.phones[0]),
            phone_of(live, room.phones[2]),
        ]
        for stranger in strangers:
            for path in (stream(room), state(room), stream(room, "stage"), state(room, "stage")):
                assert (await stranger.get(path)).status == 404
            assert (await stranger.answer(room.activity.pk, words("hello"))).status in {404, 409}
        assert (await phone_of(live, room.phones[0]).get(stream(room, "stage"))).status == 404
        assert (await Browser(live).get("/live/99999/room/stream")).status == 404
        assert (await Browser(live).get("/live/nowhere/")).status == 404

    play(story)
    assert not Contribution.objects.exists()


def test_the_room_screen_needs_its_token(room):
    good, other = who.wall_token(room.session.pk), who.wall_token(room.session.pk + 1)

    async def story(live: LiveRoom) -> None:
        assert (await Browser(live).get(f"{state(room, 'stage')}?wall={good}")).status == 200
        for bad in (other, "made-up", good[:-1]):
            assert (await Browser(live).get(f"{state(room, 'stage')}?wall={bad}")).status == 404

    play(story)


def test_a_break_out_group_hears_its_own_and_no_phone_another(room):
    workshops.split_up(session=room.session, split="choice", size=3, by=room.by)
    for number, phone in enumerate(room.phones):
        group = room.session.break_outs.get_or_create(number=1 + number % 2, defaults={"name": "Ash"})[0]
        room.session.seats.filter(pk=phone.seat.pk).update(break_out=group)
    workshops.go_apart(session=room.session, by=room.by)

    async def story(live: LiveRoom) -> None:
        oak, ash = phone_of(live, room.phones[0]), phone_of(live, room.phones[1])
        for path in (
            stream(room, "room.2"),
            state(room, "room.2"),
            state(room, "stage.1"),
            state(room, "room.0"),
        ):
            assert (await oak.get(path)).status == 404
        await oak.answer(room.activity.pk, words("oaken"))
        assert "oaken" in (await oak.get(state(room, "room.1"))).text
        assert "oaken" not in (await ash.get(state(room, "room.2"))).text
        assert "oaken" not in (await ash.get(state(room))).text

    play(story)


def test_state_by_asking_costs_nothing_while_nothing_changes(room):
    async def story(live: LiveRoom) -> None:
        phone = phone_of(live, room.phones[0])
        first = await phone.get(state(room))
        assert first.json["v"] in first.headers["etag"]
        assert (await phone.get(state(room), if_none_match=first.headers["etag"])).status == 304
        await phone.answer(room.activity.pk, words("heard"))
        changed = await phone.get(state(room), if_none_match=first.headers["etag"])
        assert (changed.status, changed.json["answered"]) == (200, 1)

    play(story)


def test_coming_back_shows_only_what_is_new(room):
    async def story(live: LiveRoom) -> None:
        phone = phone_of(live, room.phones[0])
        first = phone.open(stream(room))
        await first.until(lambda reply: reply.states)
        first.hang_up()
        seen = first.states[-1]["v"]
        again = phone.open(f"{stream(room)}?since={seen}")
        by_header = phone.open(stream(room), last_event_id=seen)
        await again.until(lambda reply: reply.events)
        await asyncio.sleep(0.2)
        assert (again.states, by_header.states) == ([], [])
        await phone.answer(room.activity.pk, words("heard"))
        await again.until(lambda reply: len(reply.states) == 1)
        stale = phone.open(stream(room), last_event_id="another-boot.7")
        await stale.until(lambda reply: reply.states and reply.states[-1]["answered"] == 1)

    play(story)


def test_packed_streams_can_be_joined_at_any_frame(room):
    async def story(live: LiveRoom) -> None:
        early = phone_of(live, room.phones[0], **{"accept-encoding": "gzip, br"}).open(stream(room))
        await early.until(lambda reply: reply.states)
        await phone_of(live, room.phones[0]).answer(room.activity.pk, words("heard"))
        await early.until(lambda reply: reply.states[-1]["answered"] == 1)
        late = phone_of(live, room.phones[1], **{"accept-encoding": "gzip"}).open(stream(room))
        await late.until(lambda reply: reply.states)
        assert late.states[-1] == early.states[-1]

    play(story)


def test_a_slow_phone_skips_to_the_newest(room):
    async def story(live: LiveRoom) -> None:
        slow = phone_of(live, room.phones[1]).open(stream(room))
        await slow.until(lambda reply: reply.states)
        slow.is_reading.clear()
        phone, quick = phone_of(live, room.phones[0]), phone_of(live, room.phones[2]).open(stream(room))
        await quick.until(lambda reply: reply.states)
        for number in range(4):
            reply = await phone.answer(room.activity.pk, words(f"word {number}"))
            assert reply.status == 200
            await quick.until(lambda reply, n=number: f"word {n}" in reply.states[-1]["html"])
        slow.is_reading.set()
        await slow.until(lambda reply: "word 3" in reply.states[-1]["html"])
        assert len(slow.states) < len(quick.states)

    play(story)


def test_results_stay_hidden_until_they_are_shown(room):
    actions.hide_result(activity=room.activity, by=room.by)

    async def story(live: LiveRoom) -> None:
        phone = phone_of(live, room.phones[0])
        watching = phone.open(stream(room))
        await phone.answer(room.activity.pk, words("secret word"))
        await watching.until(lambda reply: reply.states[-1:] and reply.states[-1]["answered"] == 1)
        assert "secret word" not in watching.text
        await asyncio.to_thread(_show, room)
        await watching.until(lambda reply: "secret word" in reply.states[-1]["html"])

    play(story)


def _show(room: Room) -> None:
    room.activity.refresh_from_db()
    actions.show_result(activity=room.activity, by=room.by)


def test_words_taken_off_the_wall_go_from_every_screen(room):
    async def story(live: LiveRoom) -> None:
        phone = phone_of(live, room.phones[0])
        watching = phone.open(stream(room))
        await phone.answer(room.activity.pk, words("unkind"))
        await watching.until(lambda reply: reply.states[-1:] and "unkind" in reply.states[-1]["html"])
        await asyncio.to_thread(_hide_all, room)
        await watching.until(lambda reply: "unkind" not in reply.states[-1]["html"])
        assert watching.states[-1]["answered"] == 0

    play(story)


def _hide_all(room: Room) -> None:
    for contribution in Contribution.objects.select_related("activity__session__round__series"):
        actions.hide_words(contribution=contribution, by=room.by, because="It names a client")


def test_what_another_process_changed_is_seen_by_looking_around(room):
    async def story(live: LiveRoom) -> None:
        phone = phone_of(live, room.phones[0])
        watching = phone.open(stream(room))
        await phone.answer(room.activity.pk, words("hidden elsewhere"))
        await watching.until(lambda reply: reply.states[-1:] and reply.states[-1]["answered"] == 1)
        await asyncio.to_thread(_hide_silently)
        live.hub.look_around()
        await watching.until(lambda reply: reply.states[-1]["answered"] == 0)

    play(story)


def _hide_silently() -> None:
    Contribution.objects.update(hidden_at=timezone.now())


def test_a_refusal_comes_with_its_sentence(room):
    async def story(live: LiveRoom) -> None:
        phone = phone_of(live, room.phones[0])
        empty = await phone.answer(room.activity.pk, words(""))
        assert (empty.status, empty.json["because"].endswith(".")) == (422, True)
        assert "w1" in empty.json["errors"]
        assert (await phone.answer(room.activity.pk, {"w1": "no id"})).status == 409
        assert (await phone.answer(room.activity.pk, words("x" * 70_000))).status == 413
        await asyncio.to_thread(lambda: actions.close_activity(activity=room.activity, by=room.by))
        late = await phone.answer(room.activity.pk, words("late"))
        assert (late.status, late.json["because"].endswith(".")) == (409, True)

    play(story)
    assert not Contribution.objects.exists()


def test_too_many_at_once_are_asked_to_wait(room):
    async def story(live: LiveRoom) -> None:
        phone = phone_of(live, room.phones[0])
        replies = [await phone.answer(room.activity.pk, words("again")) for _ in range(25)]
        assert replies[-1].status == 429
        assert int(replies[-1].headers["retry-after"]) > 0

    play(story)


def test_a_fourth_stream_of_one_seat_sends_the_first_to_polling(room):
    async def story(live: LiveRoom) -> None:
        phone = phone_of(live, room.phones[0])
        streams = []
        for _ in range(4):
            streams.append(phone.open(stream(room)))
            await streams[-1].until(lambda reply: reply.states)
        await streams[0].until(lambda reply: reply.is_done)
        assert streams[0].events[-1]["event"] == "poll"
        assert not any(each.is_done for each in streams[1:])

    play(story)


def test_over_the_cap_phones_are_sent_to_polling(room):
    async def story(live: LiveRoom) -> None:
        live.hub._most = 1
        phone = phone_of(live, room.phones[0])
        open_one = phone.open(stream(room))
        await open_one.until(lambda reply: reply.states)
        assert (await phone.get(stream(room))).status == 503
        assert (await phone.get(state(room))).status == 200

    play(story)


def test_whoever_leaves_hears_no_more(room):
    async def story(live: LiveRoom) -> None:
        leaving = phone_of(live, room.phones[0]).open(stream(room))
        staying = phone_of(live, room.phones[1]).open(stream(room))
        await leaving.until(lambda reply: reply.states)
        seat = room.phones[0].seat
        await asyncio.to_thread(lambda: workshops.leave(seat=seat, by=Viewer(seat_id=seat.pk)))
        await leaving.until(lambda reply: reply.is_done)
        await staying.until(lambda reply: reply.states[-1]["here"] == 2)

    play(story)


def test_farewell_spreads_the_return(room):
    async def story(live: LiveRoom) -> None:
        streams = [phone_of(live, phone).open(stream(room)) for phone in room.phones]
        for each in streams:
            await each.until(lambda reply: reply.states)
        live.hub.farewell()
        for each in streams:
            await each.until(lambda reply: reply.is_done)
        waits = [int(each.events[-1]["retry"]) for each in streams]
        assert all(2_000 <= wait <= 10_000 for wait in waits)
        assert len(set(waits)) > 1
        assert (await phone_of(live, room.phones[0]).get(stream(room))).status == 503

    play(story)


def test_every_reply_is_guarded(room):
    async def story(live: LiveRoom) -> None:
        phone = phone_of(live, room.phones[0])
        live_stream = phone.open(stream(room))
        await live_stream.until(lambda reply: reply.states)
        replies: list[Reply] = [
            live_stream,
            await phone.get(state(room)),
            await phone.get("/live/nowhere"),
            await phone.get(f"/live/answer/{room.activity.pk}/"),
            await phone.answer(room.activity.pk, words("heard")),
            await phone.answer(room.activity.pk, words("heard"), origin="https://elsewhere.example"),
        ]
        for reply in replies:
            assert "default-src 'none'" in reply.headers["content-security-policy"]
            assert reply.headers["cache-control"] == "no-store"
            assert reply.headers["x-content-type-options"] == "nosniff"

    play(story)
