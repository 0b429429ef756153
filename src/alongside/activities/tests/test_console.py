"""The console: what both facilitators see, and every button on it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from alongside.activities import actions, queries
from alongside.activities.models import Activity
from alongside.activities.registry import kind_for
from alongside.kit.audit.models import Entry
from alongside.workshops.models import Seat, Session


@pytest.fixture
def console(room):
    return reverse("activities:run", args=[room.session.pk])


def press(laptop, name, *args):
    """A button on the console: back to the console after it, with whatever there is to say."""
    return laptop.post(reverse(f"activities:{name}", args=args), follow=True)


def test_a_session_from_start_to_end_by_buttons_alone(room, laptop, console):
    first, second = room.add(kind_for("open_notes")), room.add(kind_for("poll"))
    Session.objects.update(state="planned", started_at=None)
    assert "Start the workshop" in laptop.get(console).words
    assert "Close answers" in press(laptop, "do_session", room.session.pk, "start").words
    press(laptop, "do_item", first.item_id, "pause")
    assert "paused" in laptop.get(console).words
    press(laptop, "do_item", first.item_id, "resume")
    press(laptop, "do_item", first.item_id, "longer")
    assert "left of 17 minutes" in laptop.get(console).words
    press(laptop, "do_session", room.session.pk, "next")
    second.refresh_from_db()
    assert second.state == "open"
    press(laptop, "do_activity", second.pk, "close")
    press(laptop, "do_activity", second.pk, "picture")
    press(laptop, "do_activity", second.pk, "table")
    second.refresh_from_db()
    assert second.is_as_table
    press(laptop, "do_activity", second.pk, "question")
    press(laptop, "do_session", room.session.pk, "back")
    press(laptop, "do_item", second.item_id, "go")
    assert "has ended" in press(laptop, "do_session", room.session.pk, "end").words
    press(laptop, "do_session", room.session.pk, "reopen")


def test_a_no_stands_on_the_console(room, laptop):
    poll = room.open(kind_for("poll"))
    assert "no one is swayed" in press(laptop, "do_activity", poll.pk, "picture").words


def test_unknown_verbs_are_not_found(room, laptop):
    activity = room.add(kind_for("poll"))
    for name, pk in (
        ("do_session", room.session.pk),
        ("do_item", activity.item_id),
        ("do_activity", activity.pk),
    ):
        laptop.post(reverse(f"activities:{name}", args=[pk, "explode"]), status=404)


def test_people_by_room_name_and_those_at_the_door(room, laptop, console):
    room.sit("Red Umbrella")
    room.sit("Tall Daisy", admitted_at=None)
    page = laptop.get(console)
    assert "Red Umbrella" in page.words
    assert "Let in" in page.words
    press(laptop, "admit", Seat.objects.get(room_name="Tall Daisy").pk)
    assert "Let in" not in laptop.get(console).words
    press(laptop, "do_session", room.session.pk, "seat")
    assert Seat.objects.filter(is_without_phone=True).count() == 1


def test_who_has_answered_is_known_only_where_names_show(room, laptop, console):
    room.sit("Red Umbrella")
    for is_anonymous in (True, False):
        activity = room.open(kind_for("word_cloud"), is_anonymous=is_anonymous)
        room.say(activity, "Red Umbrella", {"w1": "safe"})
        assert ("Has answered" in laptop.get(console).words) is not is_anonymous


def test_notes_are_shared(room, laptop, console):
    laptop.post(console, {"notes": "After a death: straight to the next call."})
    assert "straight to the next call" in laptop.get(console).text


def test_two_who_write_notes_at_once_lose_nothing(room, laptop, console):
    before = laptop.get(console).form(console)["before"]
    laptop.post(console, {"notes": "From A.\r\nTwo lines.", "before": before})
    laptop.post(console, {"notes": "From B.", "before": before})
    room.session.refresh_from_db()
    assert room.session.notes == "From A.\nTwo lines.\n\nFrom B."


def test_times_of_steps_to_come_follow_the_present_one(room):
    start = timezone.now() - timedelta(minutes=20)
    for minutes in (10, 10, 10):
        room.add(kind_for("poll"), minutes=minutes)
    items = list(room.session.agenda.order_by("position"))
    items[0].started_at, items[0].ended_at = start, start + timedelta(minutes=12)
    items[1].started_at = start + timedelta(minutes=12)
    for item in items:
        item.save()
    lines = queries.console_of(room.session).lines
    assert [line.state for line in lines] == ["done", "now", "next"]
    assert lines[0].took == 12
    assert lines[2].at == lines[1].ends_at
    assert lines[1].seconds_left == pytest.approx(120, abs=3)
    assert lines[1].used_up == 12


def test_a_clock_that_ran_over_or_stands(room):
    activity = room.open(kind_for("poll"), minutes=5)
    item = activity.item
    item.started_at = timezone.now() - timedelta(minutes=7)
    item.save()
    now = queries.console_of(room.session).now
    assert now.is_over
    assert now.clock.startswith("+2:0")
    item.paused_at = item.started_at + timedelta(minutes=1)
    item.save()
    now = queries.console_of(room.session).now
    assert now.clock == "4:00"
    assert now.ends_at is None


def test_an_activity_is_added_changed_and_taken_off(room, laptop):
    address = reverse("activities:activity_new", args=[room.session.pk, "poll"])
    form = laptop.get(address).form()
    laptop.post(address, form, status=422)
    typed = form | {
        "question": "Where do we start?",
        "names": "no",
        "setup-options": "a\nb",
        "setup-most": "1",
    }
    shown = laptop.post(address, typed | {"preview": "1"}, status=200)
    assert "Where do we start?" in shown.words
    assert not Activity.objects.exists()
    laptop.post(address, typed)
    activity = Activity.objects.get()
    edit = reverse("activities:activity_edit", args=[activity.pk])
    again = laptop.get(edit).form()
    assert again["setup-options"] == "a\nb"
    laptop.post(edit, again | {"question": "Where shall we start?", "minutes": "7"})
    activity.refresh_from_db()
    assert (activity.question, activity.item.minutes) == ("Where shall we start?", 7)
    laptop.post(reverse("activities:activity_remove", args=[activity.pk]))
    assert not Activity.objects.exists()


def test_words_come_off_the_wall_by_hand(room, laptop):
    room.sit("Red Umbrella")
    cloud = room.open(kind_for("word_cloud"))
    row = room.say(cloud, "Red Umbrella", {"w1": "rude", "w2": "safe"})
    part = queries.parts_of(cloud)[0].part.key
    for address in (
        reverse("activities:hide_part", args=[cloud.pk, part]),
        reverse("activities:hide", args=[row.pk]),
    ):
        laptop.get(address)
        laptop.post(address, {"because": ""}, status=422)
        laptop.post(address, {"because": "It hurts somebody."})
        assert "Put it up again" in laptop.get(reverse("activities:words", args=[cloud.pk])).words
        laptop.post(address)
    laptop.get(reverse("activities:hide_part", args=[cloud.pk, "nothing"]), status=404)


def test_the_wall_in_each_of_its_states(room, laptop):
    wall = reverse("activities:wall", args=[room.session.pk])
    assert "You need no account." in laptop.get(wall).words
    poll = room.open(kind_for("poll"))
    page = laptop.get(wall)
    assert "Answers show when" in page.words
    assert "KTWX-RDMH" in page.words
    assert "No phone?" in page.words
    room.fill(poll, kind_for("poll"), 6)
    actions.close_activity(activity=poll, by=room.by)
    poll.refresh_from_db()
    actions.show_result(activity=poll, by=room.by)
    assert "6 people answered." in laptop.get(wall).words
    actions.end_workshop(session=room.session, by=room.by)
    Session.objects.update(is_door_open=False)
    assert "The door is shut." in laptop.get(wall).words


def test_phone_states(room, phone):
    room.sit("Red Umbrella")
    activity = room.add(kind_for("open_notes"))
    address, browser = reverse("activities:answer", args=[activity.pk]), phone("Red Umbrella")
    assert "We start in a moment." in browser.get(address).words
    actions.go_to(item=activity.item, by=room.by)
    open_page = browser.get(address)
    assert "Your note goes on the wall. Your name does not." in open_page.words
    actions.pause_activity(activity=activity, by=room.by)
    assert "We have paused." in browser.get(address).words
    late = open_page.form(address) | {"note": "Too late"}
    assert "Too late" in browser.post(address, late, status=409).text
    actions.close_activity(activity=activity, by=room.by)
    assert "This is closed now." in browser.get(address).words


def test_my_words_with_nothing_said(room, phone):
    room.sit("Red Umbrella")
    assert "not written anything" in phone("Red Umbrella").get(reverse("activities:my_words")).words


def titles(room):
    return list(room.session.agenda.order_by("position").values_list("pk", flat=True))


def test_steps_to_come_are_put_in_another_order_while_it_runs(room, laptop, console):
    items = [room.add(kind_for("poll")).item for _ in range(4)]
    actions.go_to(item=items[0], by=room.by)
    first, second, third, fourth = (item.pk for item in items)
    press(laptop, "do_item", third, "up")
    assert titles(room) == [first, third, second, fourth]
    press(laptop, "do_item", third, "up")
    assert titles(room)[:2] == [first, third]
    place = reverse("activities:do_item", args=[fourth, "place"])
    laptop.post(place, {"place": "0"}, follow=True)
    assert titles(room) == [first, fourth, third, second]
    press(laptop, "do_item", fourth, "down")
    assert titles(room) == [first, third, fourth, second]
    assert "has begun" in press(laptop, "do_item", first, "down").words
    assert f"step-{third}" in laptop.get(console).text
    lines = queries.console_of(room.session).lines
    assert [line.place for line in lines] == [None, 0, 1, 2]
    assert lines[3].at == lines[2].at + timedelta(minutes=lines[2].length)


def test_a_step_left_out_is_passed_by_and_can_be_taken_back_in(room, laptop):
    items = [room.add(kind_for("poll")).item for _ in range(3)]
    actions.go_to(item=items[0], by=room.by)
    assert "Take it back in" in press(laptop, "do_item", items[1].pk, "skip").words
    lines = queries.console_of(room.session).lines
    assert lines[1].state == "skipped"
    assert lines[2].at == lines[0].ends_at
    assert Entry.objects.filter(action="step left out").count() == 1
    press(laptop, "do_item", items[1].pk, "unskip")
    assert queries.console_of(room.session).lines[1].state == "next"
    press(laptop, "do_item", items[1].pk, "skip")
    assert actions.go_on_to_next(session=room.session, by=room.by) == items[2]
    assert "has begun" in press(laptop, "do_item", items[0].pk, "skip").words


def test_the_room_sees_the_time_left_unless_it_is_put_away(room, laptop, phone):
    room.sit("Red Umbrella")
    activity = room.open(kind_for("poll"))
    assert "data-clock" in laptop.get(reverse("activities:wall", args=[room.session.pk])).text
    assert "data-clock" in phone("Red Umbrella").get(reverse("activities:answer", args=[activity.pk])).text
    for verb, is_shown in (("clock-off", False), ("clock-on", True)):
        press(laptop, "do_session", room.session.pk, verb)
        assert Session.objects.get().is_clock_shown is is_shown


def test_the_room_screen_is_light_or_dark_as_the_facilitators_say(room, laptop):
    wall = reverse("activities:wall", args=[room.session.pk])
    room.open(kind_for("poll"))
    assert 'class="wall dark" data-look="machine"' in laptop.get(wall).text
    press(laptop, "do_session", room.session.pk, "wall-light")
    assert 'class="wall" data-look="light"' in laptop.get(wall).text
    assert Entry.objects.filter(action="room screen looks otherwise").count() == 1
    address = reverse("activities:do_session", args=[room.session.pk, "wall-dark"])
    assert laptop.post(address, {"back": "wall"}).location == wall
    assert 'class="wall dark" data-look="dark"' in laptop.get(wall).text
    laptop.post(reverse("activities:do_session", args=[room.session.pk, "wall-pink"]), status=404)
