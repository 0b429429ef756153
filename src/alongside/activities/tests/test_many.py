"""Many answers: what is drawn anew with each of them stays small, and all of them can still be read."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from alongside.activities import actions, queries
from alongside.activities.api import ROWS_SHOWN
from alongside.activities.models import Activity
from alongside.activities.registry import all_kinds, kind_for
from alongside.activities.tests.conforming import answers_of, plain_tally


def drawn(kind, template):
    """How many things a picture of two thousand answers is made of."""
    answers = [answer for _ in range(67) for answer in answers_of(kind)]
    activity = Activity(pk=7, kind=kind.key, question="?", setup=kind.sample.setup, is_shown=True)
    picture = queries.picture_of(activity, plain_tally(kind, answers).result())
    html = render_to_string(template or picture.result_template, {**picture.context(), "is_shown": True})
    return html.count("<li") + html.count("<tr")


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.key)
def test_conformance_many(kind):
    """Two thousand answers make no longer a picture on the wall than a hundred would."""
    assert drawn(kind, "activities/parts/on_wall.html") <= 200


@pytest.mark.parametrize(
    "key", ["open_notes", "closing_reflection", "dos_and_donts", "importance_circles", "poll", "word_cloud"]
)
def test_phones_get_no_more_than_they_can_show(key):
    """The same on phones, which get the whole picture anew with each answer."""
    assert drawn(kind_for(key), "") <= 200


@pytest.fixture
def many(room):
    """Notes enough for two pieces."""
    activity = room.open(kind_for("open_notes"))
    room.sit("Red Umbrella")
    for number in range(130):
        room.say(activity, "Red Umbrella", {"note": f"Note {number}."})
    actions.show_result(activity=activity, by=room.by)
    return activity


def test_everything_comes_in_pieces(many, room, laptop):
    wall = laptop.get(reverse("activities:wall", args=[room.session.pk]))
    [rest] = [one for one in wall.all("section") if one.get("id") == "wall-rest"]
    address = reverse("activities:rows", args=[many.pk])
    assert rest.get("data-pieces") == address
    first = laptop.client.get(f"{address}?from=0").content.decode()
    second = laptop.client.get(f"{address}?from=100").content.decode()
    assert first.count("<li") == 100
    assert 'data-next="100"' in first
    assert second.count("<li") == 30
    assert 'data-next=""' in second
    assert "Note 129." in second
    assert laptop.client.get(f"{address}?from=x").content.decode().count("<li") == 100


def test_pages_of_the_team_are_paged(many, laptop):
    for name in ("result", "words"):
        address = reverse(f"activities:{name}", args=[many.pk])
        first, second = laptop.get(address).text, laptop.get(f"{address}?page=2").text
        assert "Note 70." in first
        assert "Note 70." not in second
        assert "Note 129." in second
    table = laptop.get(reverse("activities:result", args=[many.pk])).words
    assert f"The first {ROWS_SHOWN} are here." in table
