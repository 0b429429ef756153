"""What a result says about how we work becomes the series' ways of working, for any kind that says so."""

import pytest
from django.urls import reverse

from alongside.activities import actions, queries
from alongside.activities.registry import all_kinds
from alongside.kit.errors import Refused
from alongside.workshops.queries import newest_ways

pytestmark = pytest.mark.django_db
KIND = next(kind for kind in all_kinds() if kind.as_ways is not None)
OTHER = next(kind for kind in all_kinds() if kind.as_ways is None)


@pytest.fixture
def settled(room):
    """An activity whose list all were asked about, closed."""
    activity = room.open(KIND)
    room.fill(activity, KIND, 12)
    activity = actions.make_list(activity=activity, items=KIND.sample.listed, lines=[], by=room.by)
    while activity.stage + 1 < len(KIND.stages):
        activity = actions.next_stage(activity=activity, by=room.by)
    room.fill(activity, KIND, 12)
    return actions.close_activity(activity=activity, by=room.by)


def test_one_press_makes_a_new_version_and_says_who_set_it(room, settled, laptop):
    result = reverse("activities:result", args=[settled.pk])
    page = laptop.get(result)
    assert "Make it our ways of working" in page.words
    assert "Version 1 stays as it was." in page.words
    laptop.post(reverse("activities:adopt_ways", args=[settled.pk]))
    newest = newest_ways(room.session.round.series)
    assert newest.version == 2
    assert [clause.text for clause in newest.clauses.all()] == [item["text"] for item in KIND.sample.listed]
    assert "of 12 said yes to the list" in newest.made_with
    assert "Blue Teapot" not in newest.made_with
    assert "These are your ways of working now." in laptop.get(result).words


def test_pressing_twice_makes_one_version(room, settled):
    clauses = KIND.as_ways(queries.picture_of(settled).result, {})
    actions.adopt_ways(activity=settled, clauses=clauses, set_by="12 people", by=room.by)
    with pytest.raises(Refused, match="These are your ways of working now"):
        actions.adopt_ways(activity=settled, clauses=clauses, set_by="12 people", by=room.by)


def test_not_before_there_is_a_list_and_answers_are_closed(room, laptop):
    activity = room.open(KIND)
    address = reverse("activities:adopt_ways", args=[activity.pk])
    result = reverse("activities:result", args=[activity.pk])
    assert "Make the list first." in laptop.get(result).words
    laptop.post(address)
    actions.make_list(activity=activity, items=KIND.sample.listed, lines=[], by=room.by)
    assert "Close answers first" in laptop.get(result).words
    laptop.post(address)
    assert newest_ways(room.session.round.series).version == 1


def test_kinds_that_say_nothing_about_it_offer_nothing(room, laptop):
    activity = room.open(OTHER)
    assert "ways of working" not in laptop.get(reverse("activities:result", args=[activity.pk])).words
    laptop.post(reverse("activities:adopt_ways", args=[activity.pk]), status=404)


def test_a_new_one_begins_with_the_ways_of_working_there_are(room, laptop):
    kind = next(kind for kind in all_kinds() if kind.begins_with_ways is not None)
    form = laptop.get(reverse("activities:activity_new", args=[room.session.pk, kind.key])).form()
    standing = newest_ways(room.session.round.series).clauses.all()
    assert form["setup-dos"].split("\n") == [clause.text for clause in standing if clause.is_do]
    assert form["setup-donts"] == ""
