"""What every stage of every kind with stages must keep; the first stage is in test_conformance.py like any kind."""

import json
from uuid import UUID

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise

from alongside.activities import actions, board, queries
from alongside.activities.kept import pack, unpack
from alongside.activities.models import Activity, ActivityState
from alongside.activities.registry import all_kinds
from alongside.activities.tests.conforming import answers_of, as_posted, plain_tally, setup_of

STAGES = [(kind, slot) for kind in all_kinds() for slot in range(1, len(kind.stages))]
LATER = [(kind, slot) for kind, slot in STAGES if kind.stages[slot].answer_form is not None]


def named(value):
    return value.key if hasattr(value, "key") else str(value)


every_stage = pytest.mark.parametrize(("kind", "slot"), STAGES, ids=named)
every_answer = pytest.mark.parametrize(("kind", "slot"), LATER, ids=named)


@pytest.mark.parametrize("kind", [kind for kind in all_kinds() if kind.stages], ids=named)
def test_conformance_stages_of_a_kind(kind):
    """Each has a name and says what to do; the first one's form is the kind's own; lists are made of something."""
    assert kind.stages[0].answer_form is kind.answer_form
    assert kind.is_one_each == kind.stages[0].is_one_each
    assert all(
        isinstance(part, Promise) for stage in kind.stages for part in (stage.name, stage.say, stage.sent)
    )
    assert len({stage.key for stage in kind.stages}) == len(kind.stages)
    needs = any(stage.needs_list for stage in kind.stages)
    assert not needs or (kind.lines is not None and kind.sample.listed)
    assert not kind.stages[0].needs_list


@every_answer
def test_conformance_later_sample(kind, slot):
    """Twelve good answers at least; an empty one is refused with a sentence; each reads in plain words."""
    answers = answers_of(kind, slot)
    assert len(answers) >= 12
    for answer in answers:
        assert json.loads(json.dumps(answer)) == answer
        assert kind.as_text(answer, setup_of(kind, slot)).strip()
        assert unpack(pack(answer, kind.schema)) == answer
    form = kind.stages[slot].answer_form({}, setup=setup_of(kind, slot))
    assert not form.is_valid()
    assert all(str(error).endswith(".") for errors in form.errors.values() for error in errors)


@every_stage
@pytest.mark.parametrize("count", [0, 1, 30])
def test_conformance_later_pictures(kind, slot, count):
    """Wall, result and table draw all that was given up to a stage; taking it out again leaves what was there."""
    given = [answer for at in range(slot + 1) for answer in _answers(kind, at)[:count]]
    tally = plain_tally(kind, given, slot)
    result = tally.result()
    assert json.loads(json.dumps(result)) == result
    table = kind.table(result, setup_of(kind, slot))
    assert all(len(row) == len(table.columns) for row in table.rows)
    activity = Activity(
        pk=7, kind=kind.key, question="?", setup=setup_of(kind, slot), stage=slot, is_shown=True
    )
    picture = queries.picture_of(activity, result)
    for template in (picture.wall_template, picture.result_template):
        assert render_to_string(template, {**picture.context(), "is_shown": True}).strip()
    for number, answer in enumerate(given):
        tally.remove(str(number), answer)
    nothing = plain_tally(kind, [], slot).result()
    assert sorted(map(str, kind.table(tally.result(), setup_of(kind, slot)).rows)) == sorted(
        map(str, kind.table(nothing, setup_of(kind, slot)).rows)
    )


def _answers(kind, slot):
    return answers_of(kind, slot) if kind.stages[slot].answer_form is not None else []


@pytest.mark.django_db
@every_stage
def test_conformance_later_pages(kind, slot, room, laptop, phone):
    """Phone, wall, console, paper, result and the page for the list at every stage; answers without a script."""
    seat_name = "Red Umbrella"
    room.sit(seat_name)
    activity = _at(kind, slot, room)
    browser, address = phone(seat_name), reverse("activities:answer", args=[activity.pk])
    for page in ("result", "paper", "words", "listing" if kind.lines else "result"):
        laptop.get(reverse(f"activities:{page}", args=[activity.pk]))
    laptop.get(reverse("activities:wall", args=[room.session.pk]))
    console = laptop.get(reverse("activities:run", args=[room.session.pk])).words
    assert str(kind.stages[slot].name) in console
    is_fixed = any(stage.needs_list for stage in kind.stages[: slot + 1])
    assert ("make the list" in console) is (kind.makes_list and not is_fixed)
    page = browser.get(address)
    assert str(kind.stages[slot].say) in page.words
    if kind.stages[slot].answer_form is None:
        assert "Now we talk" in page.words
        return
    laptop.get(reverse("activities:type_for", args=[activity.pk]))
    answer = kind.sample.later[slot][0]
    browser.post(address, page.form(address) | as_posted(kind, answer, slot=slot))
    assert str(kind.stages[slot].sent) in browser.get(address).words
    browser.get(f"{address}?again")
    [mine] = [one for one in queries.list_said(activity) if one.contribution.slot == slot]
    assert mine.text == kind.as_text(answers_of(kind, slot)[0], board.given(activity))


@pytest.mark.django_db
@every_answer
def test_conformance_later_early_answers(kind, slot, room):
    """Where a stage hides early answers, they are in no picture until the group goes on."""
    if not kind.stages[slot].hides_early:
        pytest.skip("answers of this stage show as they come")
    activity = _at(kind, slot, room)
    before = queries.tally_of(activity).result()
    room.fill(activity, kind, 5)
    assert queries.tally_of(activity).result() == before
    activity.state = ActivityState.CLOSED
    assert queries.tally_of(activity).result() != before


def _at(kind, slot, room):
    """An activity of the kind with the sample's answers and list, at a stage."""
    activity = room.open(kind)
    room.fill(activity, kind, 12)
    while activity.stage < slot:
        if kind.sample.listed and activity.board is None and kind.stages[activity.stage + 1].needs_list:
            activity = actions.make_list(activity=activity, items=kind.sample.listed, lines=[], by=room.by)
        activity = actions.next_stage(activity=activity, by=room.by, lines=queries.lines_of(activity))
    return activity


@pytest.mark.django_db
def test_the_list_keeps_what_it_stands_on_and_loses_what_is_taken_back(room):
    """Like with like; the words behind each item are known; taking words back takes them off the list too."""
    kind = next(kind for kind in all_kinds() if kind.lines and kind.stages)
    activity = room.open(kind)
    for name, answer in zip(("Red Umbrella", "Blue Boat", "Green Hat"), kind.sample.answers, strict=False):
        room.sit(name)
        room.say(activity, name, answer)
    first, second, third = queries.lines_of(activity)
    items = [
        {"key": "", "text": "Both", "heading": first.heading, "of": [first.key, second.key]},
        {"key": "", "text": "Alone", "heading": third.heading, "of": [third.key]},
    ]
    activity = actions.make_list(activity=activity, items=items, lines=[first, second, third], by=room.by)
    both, _alone = board.list_of(activity)
    assert set(both["from"]) == {*first.sources, *second.sources}
    assert "Both" not in str(Activity.objects.filter(pk=activity.pk).values())
    for line in (first, third):
        row = queries.get_contribution(UUID(line.sources[0]), room.by)
        actions.take_back(contribution=row, by=room.by)
    [kept] = board.list_of(Activity.objects.get(pk=activity.pk))
    assert kept["text"] == "Both"
    assert kept["from"] == list(second.sources)
