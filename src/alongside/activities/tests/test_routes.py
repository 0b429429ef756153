"""Words typed for somebody keep the way they came; the result counts the ways, and names nobody by them."""

import pytest
from django.urls import reverse

from alongside.activities.models import CameBy, Contribution
from alongside.activities.registry import kind_for


@pytest.fixture
def typed(room, laptop):
    """A function: a card typed in from the console, which came in some way."""

    def type_in(activity, **facts):
        page = reverse("activities:type_for", args=[activity.pk])
        return laptop.post(page, {"note": "Phone us first", "is_read_back": "on"} | facts, follow=True)

    return type_in


def test_the_way_it_came_is_kept_and_counted(room, laptop, typed):
    room.sit("Red Umbrella")
    notes = room.open(kind_for("open_notes"))
    room.say(notes, "Red Umbrella", {"note": "From my own phone"})
    for came_by in ("line", "post", "post"):
        assert "Their words are kept" in typed(notes, came_by=came_by).words
    assert sorted(Contribution.objects.exclude(came_by="").values_list("came_by", flat=True)) == [
        "line",
        "post",
        "post",
    ]
    words = laptop.get(reverse("activities:result", args=[notes.pk])).words
    assert "Of 4: 1 from people’s own phones, 1 on the phone line, 2 by post or on paper." in words
    assert "(by post" not in words


def test_where_names_show_the_words_say_how_they_came(room, laptop, typed):
    seat = room.sit("Red Umbrella", is_without_phone=True)
    notes = room.open(kind_for("open_notes"), is_anonymous=False)
    typed(notes, came_by="line", seat=seat.pk)
    assert "(on the phone line)" in laptop.get(reverse("activities:result", args=[notes.pk])).words


def test_read_back_comes_first_and_no_way_means_in_the_room(room, laptop, typed):
    notes = room.open(kind_for("open_notes"))
    page = reverse("activities:type_for", args=[notes.pk])
    laptop.post(page, {"note": "Not read back", "came_by": "post"}, status=422)
    typed(notes)
    assert Contribution.objects.get().came_by == CameBy.ROOM


def test_typing_for_somebody_begins_with_their_seat(room, laptop):
    seat = room.sit("Red Umbrella")
    notes = room.open(kind_for("open_notes"))
    page = laptop.get(reverse("activities:type_for", args=[notes.pk]) + f"?seat={seat.pk}")
    assert f'<option value="{seat.pk}" selected>' in page.text
