"""Paper, the phone line and one-to-one talks: ways in that count just the same."""

import pytest
from django.urls import reverse

from alongside.activities import actions, queries
from alongside.activities.models import CameBy, Contribution
from alongside.activities.registry import all_kinds, kind_for
from alongside.activities.rules import may_capture, may_change
from alongside.workshops.models import Seat


@pytest.fixture
def cloud(room):
    return room.open(kind_for("word_cloud"))


def test_what_is_in_is_told_in_counts_by_the_way_it_came(room, cloud, laptop):
    room.sit("Red Umbrella")
    room.say(cloud, "Red Umbrella", {"w1": "proud"})
    for came_by in (CameBy.POST, CameBy.POST, CameBy.LINE):
        actions.capture_for(
            activity=cloud, answer={"w1": "tired"}, by=room.by, is_read_back=True, came_by=came_by
        )
    (row,) = queries.sheets_in(room.session)
    assert (row.own, row.paper, row.told, row.alone) == (1, 2, 1, 0)
    address = reverse("activities:typing_in", args=[room.session.pk])
    laptop.get(address)
    assert "Red Umbrella" not in laptop.client.get(address).content.decode()


def test_the_number_of_a_sheet_leads_to_where_it_is_typed_in(room, cloud, laptop):
    address = reverse("activities:typing_in", args=[room.session.pk])
    found = laptop.client.get(address, {"sheet": str(cloud.pk)})
    assert found.headers["Location"] == reverse("activities:type_for", args=[cloud.pk])
    assert "no sheet with this number" in laptop.client.get(address, {"sheet": "99999"}).content.decode()


def test_a_typed_sheet_is_marked_and_leads_back_to_the_pile(room, cloud, laptop):
    typed = {"w1": "heard", "came_by": "post", "language": "pl", "is_read_back": "on"}
    done = laptop.client.post(reverse("activities:type_for", args=[cloud.pk]), typed)
    assert done.headers["Location"] == reverse("activities:typing_in", args=[room.session.pk])
    one = Contribution.objects.get()
    assert (one.came_by, one.language, one.is_read_back) == (CameBy.POST, "pl", True)


@pytest.mark.parametrize("query", ["", "?size=large", "?read=easy", "?size=large&read=easy&in=ur", "?in=xx"])
def test_every_sheet_prints_in_every_form(room, laptop, query):
    for kind in all_kinds():
        activity = room.add(kind)
        actions.write_easy_read(activity=activity, lines=[{"icon": "clock", "text": "Think."}], by=room.by)
    address = reverse("activities:papers", args=[room.session.pk]) + query
    laptop.get(address)
    html = laptop.client.get(address).content.decode()
    assert html.count('class="sheet') >= len(all_kinds())
    assert ("Think." in html) == ("easy" in query)
    assert ('dir="rtl"' in html) == ("in=ur" in query)
    assert ("sheet large" in html) == ("large" in query)


def test_a_one_to_one_talk_before_the_workshop(room, laptop):
    first, second = room.add(kind_for("word_cloud")), room.add(kind_for("poll"))
    began = laptop.client.post(reverse("activities:one_to_one", args=[room.session.pk]))
    seat = Seat.objects.get(is_one_to_one=True)
    step = began.headers["Location"]
    assert step == reverse("activities:one_to_one_step", args=[seat.pk, 1])
    assert str(first.question) in laptop.client.get(step).content.decode()
    unread = laptop.client.post(step, {"w1": "quiet", "language": "en-gb"})
    assert unread.status_code == 422
    done = laptop.client.post(step, {"w1": "quiet", "language": "en-gb", "is_read_back": "on"})
    assert done.headers["Location"].endswith("/one-to-one/2/")
    assert (
        "last question"
        in laptop.client.get(reverse("activities:one_to_one_step", args=[seat.pk, 3])).content.decode()
    )
    one = Contribution.objects.get()
    assert (one.came_by, one.captured_by, one.seat) == (CameBy.ALONE, room.account, None)
    assert queries.picture_of(first).result["people"] == 1
    assert not may_change(first, room.by)
    assert may_change(second, room.by)


def test_who_talks_alone_is_not_counted_as_sitting_in_the_room(room, cloud):
    from alongside.activities.live import facts
    from alongside.workshops.actions import seat_without_phone

    seat_without_phone(session=room.session, by=room.by, is_one_to_one=True)
    facts.forget(room.session.pk)  # as a commit does; an earlier test may have had a session of this number
    assert facts.session_of(room.session.pk).here == 0
    assert not list(queries.console_of(room.session).seats)


def test_a_planned_activity_takes_words_of_a_talk_but_not_of_paper(room):
    planned = room.add(kind_for("word_cloud"))
    assert may_capture(planned, room.by, CameBy.ALONE)
    assert not may_capture(planned, room.by, CameBy.POST)
