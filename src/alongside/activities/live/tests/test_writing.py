"""A contribution is kept once, before its author hears so; refusals say why."""

import uuid

import pytest

from alongside.activities import actions
from alongside.activities.live import writing
from alongside.activities.live.contribution import NewContribution, Receipt, TryAgain
from alongside.activities.live.tests.made_up import Phone, Room, make_room
from alongside.activities.live.writer import Writer, contribute
from alongside.activities.models import Contribution
from alongside.activities.queries import tally_of, words_of
from alongside.kit.access import Viewer
from alongside.kit.audit import is_receipt
from alongside.kit.audit.models import Entry
from alongside.kit.errors import Refused
from alongside.kit.keys.models import ItemKey
from alongside.workshops import actions as workshops
from alongside.workshops.seats import mark_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def room() -> Room:
    return make_room(phones=2)


def said(room: Room, phone: Phone, *words: str, id: uuid.UUID | None = None) -> NewContribution:
    answer = {f"w{number}": word for number, word in enumerate([*words, "", ""][:3], 1)}
    return NewContribution(
        id=id or uuid.uuid4(),
        activity_id=room.activity.pk,
        answer=answer,
        mark=mark_for(phone.secret, room.activity.pk),
        seat_id=phone.seat.pk,
        shown_as=phone.seat.room_name,
    )


def test_kept_sealed_and_in_the_chain(room):
    new = said(room, room.phones[0], "heard")
    receipt = contribute(new)
    kept = Contribution.objects.get(pk=new.id)
    assert words_of(kept) == "heard"
    assert b"heard" not in bytes(kept.answer.box)
    assert is_receipt(receipt.number, receipt.words)
    entry = Entry.objects.get(number=receipt.number)
    assert entry.thing == f"contribution:{new.id}"
    assert "heard" not in str(entry.content)


def test_an_anonymous_contribution_keeps_no_author(room):
    receipt = contribute(said(room, room.phones[0], "heard"))
    kept = Contribution.objects.get()
    assert (kept.seat_id, kept.shown_as) == (None, "")
    assert Entry.objects.get(number=receipt.number).who == "nobody"


def test_a_named_one_keeps_its_seat(db):
    room = make_room(phones=1, is_anonymous=False)
    phone = room.phones[0]
    receipt = contribute(said(room, phone, "heard"))
    kept = Contribution.objects.get()
    assert (kept.seat_id, kept.shown_as) == (phone.seat.pk, phone.seat.room_name)
    assert Entry.objects.get(number=receipt.number).who == f"seat {phone.seat.pk}"


def test_the_same_id_again_is_the_same_answer(room):
    new = said(room, room.phones[0], "heard")
    first, keys = contribute(new), ItemKey.objects.count()
    again = contribute(new)
    assert (again.number, again.words, again.is_repeat) == (first.number, first.words, True)
    assert (Contribution.objects.count(), ItemKey.objects.count()) == (1, keys)


def test_twice_in_one_batch_is_kept_once(room):
    new = said(room, room.phones[0], "heard")
    kept = writing.keep([new, new])
    assert kept.outcomes[0] == kept.outcomes[1]
    assert len(kept.arrivals) == 1


def test_somebody_elses_id_is_refused_and_tells_nothing(room):
    mine = said(room, room.phones[0], "heard")
    contribute(mine)
    with pytest.raises(Refused) as refused:
        contribute(said(room, room.phones[1], "other", id=mine.id))
    assert "heard" not in refused.value.because
    kept = writing.keep(
        [first := said(room, room.phones[0], "a"), said(room, room.phones[1], "b", id=first.id)]
    )
    assert [type(each) for each in kept.outcomes] == [Receipt, Refused]


def test_a_new_answer_takes_the_place_of_the_old(room):
    contribute(said(room, room.phones[0], "first"))
    contribute(said(room, room.phones[0], "second"))
    contribute(said(room, room.phones[1], "other"))
    standing = {words_of(each) for each in Contribution.objects.standing()}
    assert standing == {"second", "other"}
    assert Contribution.objects.count() == 3


def test_two_new_answers_in_one_batch_leave_the_last(room):
    first, second = said(room, room.phones[0], "first"), said(room, room.phones[0], "second")
    kept = writing.keep([first, second])
    assert [words_of(each) for each in Contribution.objects.standing()] == ["second"]
    assert kept.arrivals[1].replaces == str(first.id)


def test_notes_stand_side_by_side(db):
    room = make_room(phones=1, kind="open_notes", setup={})
    for _ in range(2):
        contribute(said(room, room.phones[0], "note"))
    assert Contribution.objects.standing().count() == 2


@pytest.mark.parametrize("verb", ["pause_activity", "close_activity"])
def test_refused_when_not_open_but_a_resend_is_not(room, verb):
    kept = said(room, room.phones[0], "in time")
    first = contribute(kept)
    getattr(actions, verb)(activity=room.activity, by=room.by)
    keys = ItemKey.objects.count()
    with pytest.raises(Refused) as refused:
        contribute(said(room, room.phones[1], "late"))
    assert refused.value.because.endswith(".")
    assert contribute(kept).number == first.number
    assert (Contribution.objects.count(), ItemKey.objects.count()) == (1, keys)


def test_refused_when_the_seat_left(room):
    phone = room.phones[0]
    workshops.leave(seat=phone.seat, by=Viewer(seat_id=phone.seat.pk))
    with pytest.raises(Refused):
        contribute(said(room, phone, "late"))


def test_refused_from_another_session(room):
    stranger = make_room(phones=1).phones[0]
    with pytest.raises(Refused):
        contribute(said(room, stranger, "hello"))
    assert not Contribution.objects.exists()


def test_one_bad_contribution_does_not_stop_the_batch(room):
    good, bad = said(room, room.phones[0], "good"), said(room, room.phones[1], "bad \x00")
    bad = said(room, room.phones[1], "half \ud800")
    kept = writing.keep([good])
    assert isinstance(kept.outcomes[0], Receipt)
    with pytest.raises(Refused):
        writing.keep([bad])


def test_as_many_queries_for_one_as_for_thirty(room, django_assert_max_num_queries):
    phones = [room.come_in() for _ in range(30)]
    with django_assert_max_num_queries(25):
        kept = writing.keep([said(room, phone, "word") for phone in phones])
    assert all(isinstance(each, Receipt) for each in kept.outcomes)
    assert tally_of(room.activity).result()["people"] == 30


def test_a_full_queue_asks_to_come_back(room):
    writer = Writer(most_waiting=0)
    with pytest.raises(TryAgain) as busy:
        writer.submit(said(room, room.phones[0], "heard"))
    assert (busy.value.status, busy.value.after > 0) == (503, True)


def test_a_full_disk_is_said_plainly(room):
    fault = writing._fault(OSError(28, "No space left on device"))
    assert isinstance(fault, TryAgain)
    assert fault.status == 507
