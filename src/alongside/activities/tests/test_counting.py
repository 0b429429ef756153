"""Counts that are open move in steps of five people, on pages and in the live room alike."""

import pytest

from alongside.activities import actions, queries
from alongside.activities.live.tallies import Running
from alongside.activities.models import Activity
from alongside.activities.registry import all_kinds
from alongside.activities.tests.test_conformance_stages import _at

COUNTED = [
    (kind, slot)
    for kind in all_kinds()
    for slot in range(max(len(kind.stages), 1))
    if kind.stage(slot).is_counted and not kind.stage(slot).hides_early
]


def test_there_is_a_stage_to_try():
    assert COUNTED


def test_kinds_that_count_picks_say_so():
    assert all(kind.is_counted for kind in all_kinds() if kind.picks and not kind.stages)


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "slot"), COUNTED, ids=lambda value: getattr(value, "key", value))
def test_an_open_count_moves_in_steps_of_five(kind, slot, room):
    activity = _at(kind, slot, room)
    live = Running(activity)
    before = queries.tally_of(activity).result()
    assert live.result() == before
    answers = list(kind.sample.later[slot]) if slot else list(kind.sample.answers)
    names = [f"Red Hat {number}" for number in range(6)]
    for number, name in enumerate(names):
        room.sit(name)
        room.say(activity, name, answers[number % len(answers)])
        live.look_again()
        now = queries.tally_of(activity).result()
        assert live.result() == now == Running(activity).result()
        assert (now == before) is (number < 4)
    at_five = queries.tally_of(activity).result()
    for _again in range(6):
        room.say(activity, names[0], answers[-1])
    live.look_again()
    assert live.result() == queries.tally_of(activity).result() == at_five
    actions.close_activity(activity=activity, by=room.by)
    closed = Activity.objects.get(pk=activity.pk)
    live.use(closed)
    assert live.result() == queries.tally_of(closed).result() != at_five


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "slot"), COUNTED, ids=lambda value: getattr(value, "key", value))
def test_what_is_taken_back_goes_at_once(kind, slot, room):
    activity = _at(kind, slot, room)
    answers = list(kind.sample.later[slot]) if slot else list(kind.sample.answers)
    said = []
    for number in range(5):
        room.sit(f"Red Hat {number}")
        said.append(room.say(activity, f"Red Hat {number}", answers[number % len(answers)]))
    live, full = Running(activity), queries.tally_of(activity).result()
    actions.take_back(contribution=said[0], by=room.by)
    live.look_again()
    assert live.result() == queries.tally_of(activity).result() != full
