"""Who leads, turns by a tap, and the private line: for the two alone, and gone at the end."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from alongside.activities.actions import end_workshop
from alongside.activities.registry import kind_for
from alongside.activities.tests.conftest import signed_in, viewer
from alongside.facilitation import actions, queries
from alongside.facilitation.actions.room import forget_room_later
from alongside.facilitation.models import Aside, Floor, Voice
from alongside.kit.audit import export_lines
from alongside.kit.audit.models import Entry
from alongside.kit.errors import Refused
from alongside.kit.keys.models import ItemKey


@pytest.fixture
def console(room):
    return reverse("activities:run", args=[room.session.pk])


def send(browser, name, *args, **typed):
    return browser.post(reverse(f"facilitation:{name}", args=args), typed, follow=True)


def test_the_lead_is_handed_over_in_one_tap_and_locks_nobody_out(room, laptop, lead, console):
    assert "lead leads now" in laptop.get(console).words
    assert "You lead now" in send(laptop, "hand_over", room.session.pk, to=room.account.pk).words
    other = signed_in(lead)
    assert "facilitator leads now" in other.get(console).words
    assert "You lead now" in send(laptop, "hand_over", room.session.pk, to=room.account.pk).words
    assert "Hand over to lead" in laptop.get(console).words
    room.add(kind_for("poll"))
    other.post(reverse("activities:do_session", args=[room.session.pk, "next"]), follow=True)
    assert room.session.agenda.filter(started_at__isnull=False).exists()
    assert Entry.objects.filter(action="lead handed over").count() == 1


def test_the_lead_goes_to_nobody_outside(room, laptop, stranger):
    with pytest.raises(Refused, match="holds this workshop"):
        actions.hand_over(session=room.session, to=stranger, by=room.by)
    laptop.post(reverse("facilitation:hand_over", args=[room.session.pk]), {"to": "99999"}, status=404)


def test_every_change_is_news_for_the_console(room, laptop):
    before = queries.floor_of(room.session.pk).changes
    send(laptop, "aside", room.session.pk, text="Two minutes left.")
    assert Floor.objects.get().changes == before + 1


def test_taps_show_who_has_not_had_a_say_and_never_rank(room, laptop, console):
    seats = [room.sit(name) for name in ("Red Umbrella", "Tall Daisy", "Blue Teapot", "Green Kettle")]
    assert "another way in" not in laptop.get(console).words
    for seat in (seats[2], seats[2], seats[2], seats[0]):
        send(laptop, "turn", room.session.pk, seat=seat.pk)
    words = laptop.get(console).words
    assert "Few have had a say so far" in words
    send(laptop, "turn", room.session.pk, seat=seats[1].pk)
    words = laptop.get(console).words
    assert "1 person may want another way in" in words
    assert "Ask Green Kettle if they would rather write." in words
    assert words.index("Red Umbrella") < words.index("Tall Daisy") < words.index("Blue Teapot")
    send(laptop, "turn", room.session.pk, seat=seats[0].pk, less="1")
    send(laptop, "turn", room.session.pk, seat=seats[0].pk, less="1")
    assert Voice.objects.get(seat=seats[0]).turns == 0
    send(laptop, "turn", room.session.pk, group=room.session.group_id)
    assert Voice.objects.get(group=room.session.group_id, seat=None).turns == 1


def test_turns_are_in_no_audit_line_and_gone_at_the_end(room):
    seat, before = room.sit("Red Umbrella"), Entry.objects.count()
    actions.count_turn(session=room.session, seat=seat, by=room.by)
    assert Entry.objects.count() == before
    end_workshop(session=room.session, by=room.by)
    assert not Voice.objects.exists()


def test_a_turn_of_another_room_is_not_counted(room, laptop):
    other = room.session.round.sessions.create(number=2, name="Other")
    seat = other.seats.create(token_hash="x" * 64, room_name="Far Away")
    send(laptop, "turn", room.session.pk, seat=seat.pk)
    assert not Voice.objects.filter(seat=seat).exists()


def test_the_private_line_is_for_the_two_and_leads(room, laptop, lead, stranger, console):
    send(laptop, "aside", room.session.pk, text="Blue Teapot looks tired.")
    assert "looks tired" in laptop.get(console).words
    assert "looks tired" in signed_in(lead).get(console).words
    theirs = signed_in(stranger)
    assert "looks tired" not in theirs.get(console).text
    assert "for the two who hold" in send(theirs, "aside", room.session.pk, text="Hello?").words
    assert Aside.objects.count() == 1
    assert not queries.desk_of(room.session, viewer(stranger)).messages


def test_the_private_line_is_sealed_short_and_erased_at_the_end(room):
    aside = actions.whisper(session=room.session, text="  One \n word ", by=room.by)
    assert b"word" not in bytes(Aside.objects.get().text.box)
    assert queries.desk_of(room.session, room.by).messages[0].text == "One word"
    for text, because in (("  ", "few words"), ("x" * 281, "short")):
        with pytest.raises(Refused, match=because):
            actions.whisper(session=room.session, text=text, by=room.by)
    key = Aside.objects.get(pk=aside.pk).text.key_id
    end_workshop(session=room.session, by=room.by)
    assert not Aside.objects.exists()
    assert not ItemKey.objects.filter(pk=key).exists()
    assert "word" not in str(list(export_lines()))
    room.session.refresh_from_db()
    with pytest.raises(Refused):
        actions.whisper(session=room.session, text="Late", by=room.by)


def test_the_private_line_goes_after_a_day_without_an_end(room):
    actions.whisper(session=room.session, text="Still here", by=room.by)
    forget_room_later.call(room.session.pk)
    assert Aside.objects.exists()
    Aside.objects.update(written_at=timezone.now() - timedelta(hours=25))
    forget_room_later.call(room.session.pk)
    assert not Aside.objects.exists()


def cost(browser, address):
    with CaptureQueriesContext(connection) as ours:
        browser.get(address)
    return len(ours)


def test_the_console_costs_the_same_with_a_full_desk(room, laptop, console):
    def fill(number):
        seat = room.sit(f"Red Umbrella {number}")
        actions.count_turn(session=room.session, seat=seat, by=room.by)
        actions.whisper(session=room.session, text=f"Message {number}", by=room.by)
        actions.park(session=room.session, text=f"Question {number}", by=room.by)

    fill(0)
    laptop.get(console)
    little = cost(laptop, console)
    for number in range(1, 8):
        fill(number)
    assert cost(laptop, console) == little
