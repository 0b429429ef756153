"""Ready-made plans fit the kinds there are, and go on a run sheet whole."""

import pytest
from django.urls import reverse

from alongside.activities.models import Activity
from alongside.activities.plans import all_plans
from alongside.activities.registry import kind_for
from alongside.activities.setup_cell import setup_of

every_plan = pytest.mark.parametrize("plan", all_plans(), ids=lambda plan: plan.key)


@every_plan
def test_every_step_has_a_kind_that_takes_its_set_up(plan):
    assert 60 <= plan.minutes <= 180
    for step in plan.steps:
        assert step.title
        assert len(step.question) <= 200
        if step.kind:
            assert kind_for(step.kind)
            assert step.question
            assert setup_of(step.kind, step.setup)


@pytest.mark.django_db
@every_plan
def test_a_plan_goes_on_the_run_sheet_and_can_be_changed(plan, room, laptop):
    address = reverse("activities:use_plan", args=[room.session.pk, plan.key])
    assert plan.name in laptop.get(reverse("activities:activity_choose", args=[room.session.pk])).words
    page = laptop.get(address)
    assert plan.steps[0].title in page.words
    laptop.post(address, {})
    assert [item.title for item in room.session.agenda.order_by("position")] == [
        step.title for step in plan.steps
    ]
    made = Activity.objects.filter(session=room.session).order_by("item__position")
    assert [one.kind for one in made] == [step.kind for step in plan.steps if step.kind]
    assert all(one.is_anonymous for one in made)


@pytest.mark.django_db
def test_no_such_plan_is_not_found(room, laptop):
    laptop.get(reverse("activities:use_plan", args=[room.session.pk, "nothing"]), status=404)
