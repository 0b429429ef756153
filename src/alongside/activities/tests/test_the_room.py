"""Cards held up to the room, parked questions, and the chair."""

import pytest
from django.urls import reverse

from alongside.activities import actions as activities
from alongside.activities.registry import kind_for
from alongside.facilitation import actions, queries
from alongside.facilitation.models import Chairing, Parked
from alongside.kit.audit.models import Entry
from alongside.kit.errors import Refused
from alongside.kit.personal_data import Subject, erase_for, export_for
from alongside.workshops.models import Seat, Session
from alongside.workshops.queries import where_to


def press(browser, name, *args, **typed):
    return browser.post(reverse(name, args=args), typed, follow=True)


def whole(seat):
    return Seat.objects.select_related("session__round__series__project").get(pk=seat.pk)


# ---- Cards ----


def test_a_break_stops_the_step_and_calls_wall_and_phones(room, laptop, phone):
    seat, poll = room.sit("Red Umbrella"), room.open(kind_for("poll"))
    assert "We take a short break" not in laptop.get(reverse("activities:wall", args=[room.session.pk])).words
    page = press(laptop, "activities:do_session", room.session.pk, "break")
    assert "On the wall now: A short break" in page.words
    poll.refresh_from_db()
    assert poll.state == "paused"
    assert "We take a short break" in laptop.get(reverse("activities:wall", args=[room.session.pk])).words
    assert where_to(whole(seat)) == reverse("facilitation:on_break")
    browser = phone("Red Umbrella")
    assert "We take a short break" in browser.get(reverse("workshops:seat"), follow=True).words
    press(laptop, "activities:do_session", room.session.pk, "go-on")
    poll.refresh_from_db()
    assert poll.state == "open"
    assert where_to(whole(seat)) == reverse("activities:answer", args=[poll.pk])
    assert browser.get(reverse("facilitation:on_break"), follow=True).words.count("short break") == 0


def test_quiet_is_for_the_wall_alone(room, laptop):
    seat, poll = room.sit("Red Umbrella"), room.open(kind_for("poll"))
    assert "Two minutes of quiet" in press(laptop, "facilitation:card", room.session.pk, "quiet").words
    assert where_to(whole(seat)) == reverse("activities:answer", args=[poll.pk])
    assert "Two minutes of quiet" in laptop.get(reverse("activities:wall", args=[room.session.pk])).words
    press(laptop, "facilitation:card", room.session.pk, "away")
    assert "Two minutes of quiet" not in laptop.get(reverse("activities:wall", args=[room.session.pk])).words
    laptop.post(reverse("facilitation:card", args=[room.session.pk, "break-in"]), status=404)


# ---- Parked questions ----


def test_anyone_of_the_two_parks_and_ticks_off_with_what_was_said(room, laptop):
    pk = room.session.pk
    assert "Who pays?" in press(laptop, "facilitation:parked", pk, text="Who pays?", from_console="1").words
    assert "Parked questions" in press(laptop, "facilitation:card", pk, "parked").words
    assert "Who pays?" in laptop.get(reverse("activities:wall", args=[pk])).words
    parked = Parked.objects.get()
    settle = reverse("facilitation:settle", args=[parked.pk])
    laptop.post(settle, {"said": ""}, status=422)
    laptop.post(settle, {"said": "The agency does."}, follow=True)
    page = laptop.get(reverse("facilitation:parked", args=[pk]))
    assert "The agency does." in page.words
    with pytest.raises(Refused, match="already"):
        actions.settle(parked=parked, said="Again", session=room.session, by=room.by)
    laptop.post(settle, {"back": "1"}, follow=True)
    parked.refresh_from_db()
    assert parked.said is None
    assert Entry.objects.filter(action="question ticked off").count() == 1
    assert "Who pays?" not in str(list(Entry.objects.values_list("content", flat=True)))


def test_a_partner_parks_without_a_name_reads_the_answer_and_takes_it_back(room, phone, laptop):
    room.sit("Red Umbrella")
    room.sit("Tall Daisy")
    mine, theirs = phone("Red Umbrella"), phone("Tall Daisy")
    page = reverse("facilitation:park")
    mine.post(page, {"text": ""}, status=422)
    assert "Nobody can tell whose it is" in mine.post(page, {"text": "Is it safe?"}, follow=True).words
    parked = Parked.objects.get()
    assert parked.parked_by_id is None
    assert Entry.objects.get(action="question parked").who == "nobody"
    assert "Is it safe?" not in theirs.get(page).words
    actions.settle(parked=parked, said="Yes, and here is why.", session=room.session, by=room.by)
    assert "Yes, and here is why." in mine.get(page).words
    theirs.post(reverse("facilitation:take_back", args=[parked.pk]), status=404)
    mine.post(reverse("facilitation:take_back", args=[parked.pk]))
    assert not Parked.objects.exists()


def test_parked_from_a_phone_is_exported_and_erased_with_ones_own_data(room):
    seat = whole(room.sit("Red Umbrella"))
    secret = room.secrets["Red Umbrella"]
    actions.park(session=seat.session, seat=seat, secret=secret, text="Is it safe?", by=room.by)
    assert "Is it safe?" in str(export_for(Subject(seat_secret=secret)))
    erase_for(Subject(seat_secret=secret))
    assert not Parked.objects.exists()


def later(room, number, **facts):
    series = room.session.round.series
    round, _new = series.rounds.get_or_create(number=number, name=f"Round {number}")
    return round.sessions.create(number=facts.pop("n", 1), name="Later", **facts)


def test_what_stays_open_is_carried_to_the_next_round_of_the_same_group(room, laptop):
    kept = actions.park(session=room.session, text="Who pays?", by=room.by)
    done = actions.park(session=room.session, text="Who decides?", by=room.by)
    actions.settle(parked=done, said="You do.", session=room.session, by=room.by)
    following = later(room, 2, group=room.session.group)
    apart = later(room, 2, n=2)
    plan = laptop.get(reverse("workshops:plan", args=[following.pk])).words
    assert "1 parked question waits" in plan
    assert "parked question" not in laptop.get(reverse("workshops:plan", args=[apart.pk])).words
    assert [each.text for each in queries.parked_of(following)] == ["Who pays?"]
    laptop.post(
        reverse("facilitation:settle", args=[kept.pk]), {"said": "We do.", "in": following.pk}, follow=True
    )
    assert "We do." in laptop.get(reverse("facilitation:parked", args=[following.pk])).words
    laptop.get(reverse("facilitation:settle", args=[kept.pk]) + f"?in={apart.pk}", status=404)


def test_the_list_has_an_end(room, monkeypatch):
    monkeypatch.setattr("alongside.facilitation.rules.MOST_PARKED", 1)
    actions.park(session=room.session, text="One", by=room.by)
    for text, because in (("Two", "full"),):
        with pytest.raises(Refused, match=because):
            actions.park(session=room.session, text=text, by=room.by)


# ---- The chair ----


def test_a_partner_holds_the_chair_with_only_what_a_chair_needs(room, laptop, phone):
    seat = room.sit("Red Umbrella")
    room.sit("Tall Daisy")
    first, second = room.open(kind_for("poll")), room.add(kind_for("open_notes"))
    press(laptop, "facilitation:chair", room.session.pk, "give", seat=seat.pk)
    assert where_to(whole(seat)) == reverse("activities:chair")
    browser = phone("Red Umbrella")
    page = browser.get(reverse("activities:chair"))
    assert "Go on to" in page.words
    assert "Take something off the wall" not in page.words
    press(browser, "activities:chair", do="pause")
    first.refresh_from_db()
    assert first.state == "paused"
    press(browser, "activities:chair", do="pause")
    press(browser, "activities:chair", do="next")
    second.refresh_from_db()
    assert second.state == "open"
    assert Entry.objects.filter(action="activity opened", who=f"seat {seat.pk}").exists()
    press(browser, "activities:chair", do="back")
    assert Chairing.objects.get().taken_back_at is not None
    assert where_to(whole(seat)) != reverse("activities:chair")


def test_who_does_not_hold_the_chair_cannot_press_its_buttons(room, phone):
    room.open(kind_for("poll"))
    seat, other = room.sit("Red Umbrella"), room.sit("Tall Daisy")
    actions.give_chair(seat=whole(seat), by=room.by)
    press(phone("Tall Daisy"), "activities:chair", do="next")
    assert room.session.agenda.filter(ended_at__isnull=False).count() == 0
    with pytest.raises(Refused):
        activities.go_on_as_chair(seat=whole(other), by=room.by)
    with pytest.raises(Refused):
        actions.take_chair_back(session=room.session, by=type(room.by)(seat_id=other.pk))
    actions.give_chair(seat=whole(other), by=room.by)
    with pytest.raises(Refused, match="somebody else"):
        activities.go_on_as_chair(seat=whole(seat), by=room.by)


def test_the_roster_counts_without_names(room, laptop):
    for name in ("Red Umbrella", "Tall Daisy"):
        actions.give_chair(seat=whole(room.sit(name)), by=room.by)
    actions.take_chair_back(session=room.session, by=room.by)
    page = laptop.get(reverse("facilitation:parked", args=[room.session.pk]))
    assert "2 partners" in page.words
    assert "Tall Daisy" not in page.words


def test_the_chair_needs_a_phone_and_a_running_workshop(room):
    with pytest.raises(Refused, match="needs a phone"):
        actions.give_chair(seat=whole(room.sit("Red Umbrella", is_without_phone=True)), by=room.by)
    Session.objects.update(state="planned")
    with pytest.raises(Refused, match="Start"):
        actions.give_chair(seat=whole(room.sit("Tall Daisy")), by=room.by)


def test_the_end_puts_card_and_chair_away(room):
    actions.give_chair(seat=whole(room.sit("Red Umbrella")), by=room.by)
    actions.hold_up(session=room.session, card="quiet", by=room.by)
    activities.end_workshop(session=room.session, by=room.by)
    floor = queries.floor_of(room.session.pk)
    assert (floor.card, floor.chair_id, floor.leader_id) == ("", None, None)
    assert Chairing.objects.get().taken_back_at is not None
