"""A picture from a phone's script: kept before the answer that names it, once, and never in the way of others."""

import asyncio
import io
import uuid
from collections.abc import Awaitable, Callable

import pytest
from PIL import Image

from alongside.activities import actions
from alongside.activities.live import picture as coming_in
from alongside.activities.live.app import LiveRoom
from alongside.activities.live.limits import Buckets
from alongside.activities.live.tests.browser import HOST, Browser, Reply
from alongside.activities.live.tests.made_up import Phone, Room, make_room
from alongside.activities.models import Contribution, GivenPicture

pytestmark = pytest.mark.django_db(transaction=True)
Story = Callable[[LiveRoom], Awaitable[None]]


@pytest.fixture
def room() -> Room:
    coming_in.buckets = Buckets(most=8, a_second=0.5)
    return make_room(phones=2, kind="story_weaving", setup={"begin": ""})


def play(story: Story) -> None:
    async def run() -> None:
        live = LiveRoom()
        await live.start()
        try:
            await asyncio.wait_for(story(live), 30)
        finally:
            await live.stop()

    asyncio.run(run())


def photo(size: tuple[int, int] = (400, 300)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "navy").save(out, "JPEG")
    return out.getvalue()


async def send(
    live: LiveRoom, room: Room, phone: Phone | None, pk: str, body: bytes, **headers: str
) -> Reply:
    browser = Browser(live, f"seat={phone.secret}" if phone else "")
    named = {"content_type": "image/jpeg", "origin": f"http://{HOST}", **headers}
    reply = browser.open(f"/live/picture/{room.activity.pk}/{pk}/", method="POST", body=body, **named)
    await browser.tasks[-1]
    return reply


def naming(pk: str) -> dict[str, str]:
    about = {"picture_alt": "A door", "picture_rights": "mine", "picture_may_see": "project"}
    return {"id": str(uuid.uuid4()), "picture": pk, "memory": "", **about}


def test_a_picture_then_its_answer_and_both_again(room):
    async def story(live: LiveRoom) -> None:
        phone, pk = room.phones[0], str(uuid.uuid4())
        fields = naming(pk)
        for _again in range(2):
            sent = await send(live, room, phone, pk, photo())
            assert (sent.status, sent.json) == (200, {"ok": True, "id": pk})
            answered = await Browser(live, f"seat={phone.secret}").answer(room.activity.pk, fields)
            assert answered.status == 200

    play(story)
    [picture] = GivenPicture.objects.all()
    assert picture.contribution == Contribution.objects.get()
    assert picture.may_see == "project"


def test_an_answer_that_names_a_picture_that_never_came_is_refused(room):
    async def story(live: LiveRoom) -> None:
        browser = Browser(live, f"seat={room.phones[0].secret}")
        reply = await browser.answer(room.activity.pk, naming(str(uuid.uuid4())))
        assert reply.status == 409
        assert "choose it again" in reply.json["because"]

    play(story)
    assert not Contribution.objects.exists()


def test_a_picture_of_another_phone_cannot_be_taken(room):
    async def story(live: LiveRoom) -> None:
        mine, other = room.phones
        pk = str(uuid.uuid4())
        assert (await send(live, room, mine, pk, photo())).status == 200
        assert (await send(live, room, other, pk, photo())).status == 409
        reply = await Browser(live, f"seat={other.secret}").answer(room.activity.pk, naming(pk))
        assert reply.status == 409

    play(story)


def test_what_is_no_picture_is_refused_for_good_and_others_try_again(room, monkeypatch):
    async def story(live: LiveRoom) -> None:
        phone = room.phones[0]
        refused = await send(live, room, phone, str(uuid.uuid4()), b"<svg onload=alert(1)>")
        assert refused.status == 422
        assert "JPEG" in refused.json["because"]
        large = await send(
            live, room, phone, str(uuid.uuid4()), b"\xff\xd8\xff" + b"0" * coming_in.MOST_BYTES
        )
        assert large.status == 413
        elsewhere = await send(
            live, room, phone, str(uuid.uuid4()), photo(), origin="https://evil.example.org"
        )
        assert elsewhere.status == 403
        assert (await send(live, room, None, str(uuid.uuid4()), photo())).status == 404
        coming_in.buckets = Buckets(most=0, a_second=0.0)
        assert (await send(live, room, phone, str(uuid.uuid4()), photo())).status == 429

    play(story)
    assert not GivenPicture.objects.exists()


def test_a_picture_from_a_phone_without_signal_comes_in_after_the_group_went_on(room):
    actions.next_stage(activity=room.activity, by=room.by)

    async def story(live: LiveRoom) -> None:
        phone, pk = room.phones[0], str(uuid.uuid4())
        assert (await send(live, room, phone, pk, photo())).status == 200
        fields = {**naming(pk), "stage": "0"}
        reply = await Browser(live, f"seat={phone.secret}").answer(room.activity.pk, fields)
        assert reply.status == 200

    play(story)
    assert GivenPicture.objects.get().contribution is not None


def test_a_pause_refuses_the_picture_for_now_only(room):
    actions.pause_activity(activity=room.activity, by=room.by)

    async def story(live: LiveRoom) -> None:
        reply = await send(live, room, room.phones[0], str(uuid.uuid4()), photo())
        assert reply.status == 409
        assert "paused" in reply.json["because"]

    play(story)


def test_answers_go_on_while_pictures_are_looked_at(room):
    async def story(live: LiveRoom) -> None:
        mine, other = room.phones
        slow = [
            asyncio.create_task(send(live, room, mine, str(uuid.uuid4()), photo((4000, 3000))))
            for _ in range(6)
        ]
        await asyncio.sleep(0.05)
        words = {**naming(""), "memory": "My first key"}
        reply = await Browser(live, f"seat={other.secret}").answer(room.activity.pk, words)
        assert reply.status == 200
        assert not all(task.done() for task in slow)
        for task in slow:
            assert (await task).status == 200

    play(story)
