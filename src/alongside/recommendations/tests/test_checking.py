"""Did I get that right? Held up to the room, answered from phones, marked with the count."""

import pytest
from django.urls import reverse

from alongside.activities.actions import end_workshop
from alongside.activities.tests.conftest import laptop, phone, room  # noqa: F401
from alongside.facilitation.actions import put_away
from alongside.kit.audit.models import Entry
from alongside.kit.errors import Refused
from alongside.kit.personal_data import Subject, erase_for, export_for
from alongside.recommendations import actions
from alongside.recommendations.models import Check, KeyPoint
from alongside.workshops.models import Seat
from alongside.workshops.queries import where_to


@pytest.fixture
def point(room):  # noqa: F811
    room.sit("Red Umbrella")
    room.sit("Tall Daisy")
    return actions.add_key_point(
        session=room.session, text="After a death: straight to the next call.", by=room.by
    )


def seat_of(name):
    return Seat.objects.select_related("session__round__series__project").get(room_name=name)


def test_from_the_console_to_phones_and_back(room, laptop, phone, point):  # noqa: F811
    run = reverse("activities:run", args=[room.session.pk])
    laptop.post(reverse("recommendations:hold_up", args=[point.pk]), follow=True)
    wall = laptop.get(reverse("activities:wall", args=[room.session.pk])).words
    assert "Did I get that right?" in wall
    assert "straight to the next call" in wall
    page = reverse("recommendations:is_it_right", args=[point.pk])
    assert where_to(seat_of("Red Umbrella")) == page
    mine, theirs = phone("Red Umbrella"), phone("Tall Daisy")
    mine.post(page, {}, status=422)
    mine.post(page, {"right": "not_quite", "words": "Sometimes."})
    mine.post(page, {"right": "yes"})
    theirs.post(page, {"right": "not_quite", "words": "Not after each death."})
    assert "You said: that is right." in mine.get(page).words
    words = laptop.get(run).words
    assert "1 said right, 1 not quite." in words
    assert "Not after each death." in words
    assert "Sometimes." not in words
    laptop.post(reverse("recommendations:checked", args=[point.pk]), follow=True)
    point.refresh_from_db()
    assert (point.said_right, point.said_not_quite) == (1, 1)
    assert point.read_back_at is not None
    listed = laptop.get(reverse("recommendations:key_points", args=[room.session.pk])).words
    assert "1 said right, 1 not quite" in listed
    assert mine.get(page, follow=True).words.count("Did we get that right?") == 0
    assert "already" in laptop.post(reverse("recommendations:checked", args=[point.pk]), follow=True).words


def test_better_words_begin_the_count_anew(room, point):  # noqa: F811
    actions.hold_up_point(point=point, by=room.by)
    say = {"point": point, "seat": seat_of("Red Umbrella"), "secret": room.secrets["Red Umbrella"]}
    actions.check_point(**say, is_right=False, words="Often.")
    actions.hold_up_point(point=point, by=room.by, text="Often straight to the next call.")
    assert KeyPoint.objects.get().text.startswith("Often")
    assert not Check.objects.exists()


def test_only_while_it_is_up_and_only_in_its_room(room, point):  # noqa: F811
    say = {
        "point": point,
        "seat": seat_of("Red Umbrella"),
        "secret": room.secrets["Red Umbrella"],
        "is_right": True,
    }
    with pytest.raises(Refused, match="not on the wall"):
        actions.check_point(**say)
    actions.hold_up_point(point=point, by=room.by)
    put_away(session=room.session, by=room.by)
    with pytest.raises(Refused):
        actions.check_point(**say)
    end_workshop(session=room.session, by=room.by)
    point.refresh_from_db()
    with pytest.raises(Refused, match="while the workshop runs"):
        actions.hold_up_point(point=KeyPoint.objects.select_related("session").get(), by=room.by)


def test_no_name_is_kept_and_ones_own_answer_goes_when_asked(room, point):  # noqa: F811
    secret = room.secrets["Red Umbrella"]
    actions.hold_up_point(point=point, by=room.by)
    actions.check_point(
        point=point, seat=seat_of("Red Umbrella"), secret=secret, is_right=False, words="Sometimes."
    )
    assert Entry.objects.get(action="key point checked").who == "nobody"
    assert "Sometimes." in str(export_for(Subject(seat_secret=secret)))
    assert "Sometimes." not in str(export_for(Subject(seat_secret=room.secrets["Tall Daisy"])))
    erase_for(Subject(seat_secret=secret))
    assert not Check.objects.exists()
