"""A rehearsal: one tap from the plan, people who answer every kind, and nothing left afterwards."""

import pytest
from django.urls import reverse

from alongside.activities import actions as activities
from alongside.activities import queries as words
from alongside.activities.models import Activity, Contribution
from alongside.activities.registry import all_kinds, kind_for
from alongside.activities.tests.conftest import laptop, phone, room, signed_in, stranger, viewer  # noqa: F401
from alongside.facilitation.actions import park, whisper
from alongside.kit.access import NOBODY
from alongside.kit.audit import export_lines, head, verify
from alongside.kit.errors import Refused
from alongside.kit.keys.models import ItemKey
from alongside.projects.models import Project
from alongside.recommendations.actions import add_key_point
from alongside.rehearsals import actions, people
from alongside.rehearsals.models import Rehearsal
from alongside.safeguarding.actions import tell
from alongside.safeguarding.models import Concern
from alongside.workshops.models import Seat, Series, Session
from alongside.workshops.queries import open_door_session


@pytest.fixture
def planned(room):  # noqa: F811
    """A planned session with a step of each of two kinds."""
    Session.objects.update(state="planned", started_at=None, is_door_open=False)
    room.session.refresh_from_db()
    room.add(kind_for("poll"))
    room.add(kind_for("open_notes"))
    return room.session


def begun(planned, by):
    rehearsal = actions.begin(session=planned, by=by)
    return Rehearsal.objects.select_related(
        "session__round__series__project", "of__round__series__project"
    ).get(pk=rehearsal.pk)


def counts():
    return {
        model: model.objects.count() for model in (Project, Series, Session, Seat, Activity, Contribution)
    }


def test_one_tap_from_the_plan_marked_on_every_screen_and_gone_in_one(planned, laptop, room):  # noqa: F811
    before, keys = counts(), ItemKey.objects.count()
    plan = reverse("workshops:plan", args=[planned.pk])
    assert reverse("rehearsals:begin", args=[planned.pk]) in laptop.get(plan).text
    page = laptop.post(reverse("rehearsals:begin", args=[planned.pk]), follow=True)
    assert "Rehearsal. The people are simulated." in page.words
    rehearsal = Rehearsal.objects.get()
    copied = rehearsal.session_id
    assert Seat.objects.filter(session=copied).count() == 8
    laptop.post(reverse("activities:do_session", args=[copied, "start"]), follow=True)
    assert people.say_next(copied)
    for address in ("activities:run", "activities:wall", "workshops:plan"):
        assert "Rehearsal" in laptop.get(reverse(address, args=[copied])).words
    done = laptop.post(reverse("rehearsals:finish", args=[copied]), follow=True)
    assert "Everything in it is deleted" in done.words
    assert counts() == before
    assert ItemKey.objects.count() == keys
    assert verify.check(export_lines(), [head()]).problems == []


def test_phones_see_that_it_is_a_rehearsal(planned, room):  # noqa: F811
    from alongside.kit.testing.page import PageClient

    rehearsal = begun(planned, room.by)
    activities.start_workshop(session=rehearsal.session, by=viewer(room.account))
    browser = PageClient()
    browser.client.cookies["seat"] = rehearsal.secrets[0]
    assert "Rehearsal. Nothing here counts" in browser.get(reverse("workshops:seat"), follow=True).words


def test_nobody_is_led_to_a_rehearsal_from_the_front_door(planned, room):  # noqa: F811
    rehearsal = begun(planned, room.by)
    Session.objects.filter(pk=rehearsal.session_id).update(is_door_open=True, link_token="x" * 32)
    assert open_door_session() is None


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.key)
def test_people_answer_every_kind_in_each_of_its_stages(planned, room, kind):  # noqa: F811
    room.add(kind)
    rehearsal = begun(planned, room.by)
    by = viewer(room.account)
    copied = rehearsal.session
    activities.start_workshop(session=copied, by=by)
    item = copied.agenda.order_by("-position").first()
    activities.go_to(item=item, by=by)
    for stage in range(max(len(kind.stages), 1)):
        activity = Activity.objects.get(item=item)
        said = 0
        while people.say_next(copied.pk):
            said += 1
        asks = kind.stage(stage).answer_form is not None
        assert said == (8 if asks else 0)
        if stage + 1 < len(kind.stages):
            activities.next_stage(activity=activity, by=by, lines=words.lines_of(activity))


def test_answers_fit_another_set_up_than_the_samples(planned, room):  # noqa: F811
    for kind, setup in (
        ("poll", {"options": ["Yes", "No"], "most": 1}),
        ("dot_vote", {"options": ["a", "b", "c"]}),
    ):
        activity = room.add(kind_for(kind), setup=setup)
        found = [people.answer_for(Activity.objects.get(pk=activity.pk), number) for number in range(8)]
        assert all(found)


def test_everything_done_in_it_goes_but_a_safety_note_is_real(planned, room):  # noqa: F811
    rehearsal = begun(planned, room.by)
    copied, by = rehearsal.session, viewer(room.account)
    activities.start_workshop(session=copied, by=by)
    people.say_next(copied.pk)
    park(session=copied, text="Later?", by=by)
    whisper(session=copied, text="Good.", by=by)
    add_key_point(session=copied, text="A point", by=by)
    tell(session=copied, what="This is real.", is_danger_now=False, is_told=True, by=by)
    activities.end_workshop(session=copied, by=by)
    actions.clear_away.call(rehearsal.pk)
    actions.clear_away.call(rehearsal.pk)
    assert not Project.objects.filter(is_rehearsal=True).exists()
    assert Concern.objects.get().project_id == planned.round.series.project_id


def test_a_second_rehearsal_takes_the_place_of_the_first(planned, room):  # noqa: F811
    begun(planned, room.by)
    begun(planned, room.by)
    assert Rehearsal.objects.count() == 1
    assert Project.objects.filter(is_rehearsal=True).count() == 1


def test_only_a_planned_workshop_with_steps_is_rehearsed_and_only_once_deep(planned, room):  # noqa: F811
    rehearsal = begun(planned, room.by)
    with pytest.raises(Refused, match="rehearsal already"):
        actions.begin(session=rehearsal.session, by=viewer(room.account))
    planned.agenda.all().delete()
    with pytest.raises(Refused, match="Plan a step"):
        actions.begin(session=planned, by=room.by)
    Session.objects.filter(pk=planned.pk).update(state="running")
    planned.refresh_from_db()
    with pytest.raises(Refused, match="before it starts"):
        actions.begin(session=planned, by=room.by)
    with pytest.raises(Refused):
        actions.begin(session=planned, by=NOBODY)


def test_others_do_not_see_it(planned, room, stranger):  # noqa: F811
    rehearsal = begun(planned, room.by)
    signed_in(stranger).post(reverse("rehearsals:finish", args=[rehearsal.session_id]), status=404)
    signed_in(stranger).get(reverse("activities:run", args=[rehearsal.session_id]), status=404)


def test_a_row_that_points_at_a_real_project_deletes_nothing(planned, room):  # noqa: F811
    rehearsal = begun(planned, room.by)
    Project.objects.update(is_rehearsal=False)
    with pytest.raises(ValueError, match="not a rehearsal"):
        actions.clear_away.call(rehearsal.pk)
    assert Rehearsal.objects.exists()
