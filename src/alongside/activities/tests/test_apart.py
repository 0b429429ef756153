"""Break-out groups: who is where, what each group sees, and that nobody knows afterwards which group said what."""

import pytest
from django.urls import reverse

from alongside.activities import actions, queries
from alongside.activities.live import facts, who
from alongside.activities.live.state import paint, who_listens
from alongside.activities.live.tallies import Tallies
from alongside.activities.models import Contribution
from alongside.activities.registry import kind_for
from alongside.kit.access import Viewer
from alongside.kit.errors import Refused
from alongside.people.models import Group
from alongside.workshops import actions as workshops
from alongside.workshops.models import Seat, Session
from alongside.workshops.queries import groups_of
from alongside.workshops.seats import new_secret

NOTES, POLL = kind_for("open_notes"), kind_for("poll")


def sat(room, count, **facts_of_seat):
    return [room.sit(f"Red Hat {len(room.secrets) + 1}", **facts_of_seat) for _ in range(count)]


def fresh(room):
    room.session = Session.objects.select_related("round__series__project", "group").get(pk=room.session.pk)
    return room.session


def apart(room, split="mixed", size=3):
    workshops.split_up(session=room.session, split=split, size=size, by=room.by)
    workshops.go_apart(session=room.session, by=room.by)
    return groups_of(fresh(room))


def say(room, activity, seat, text):
    return room.say(activity, seat.room_name, {"note": text})


@pytest.mark.django_db
def test_a_split_is_suggested_and_moved_by_hand_also_for_people_without_a_phone(room):
    sat(room, 6)
    seat = workshops.seat_without_phone(session=room.session, by=room.by)
    workshops.split_up(session=room.session, split="mixed", size=4, by=room.by)
    one, two = groups_of(fresh(room))
    assert sorted([len(one.seats), len(two.seats)]) == [3, 4]
    assert [one.group.name, two.group.name] == ["Oak", "Ash"]
    assert any(seat == each for group in (one, two) for each in group.seats)
    other = next(each for each in (one, two) if seat not in each.seats)
    workshops.move_to_group(seat=Seat.objects.get(pk=seat.pk), number=other.group.number, by=room.by)
    assert seat in groups_of(room.session)[other.group.number - 1].seats
    assert not room.session.is_apart


@pytest.mark.django_db
def test_groups_by_role_hold_one_role(room):
    managers = Group.objects.create(key="m", name="Managers", one="manager", shape="managers")
    sat(room, 4)
    sat(room, 3, group=managers)
    groups = apart(room, "role", 4)
    assert sorted(len({seat.group_id for seat in each.seats}) for each in groups) == [1, 1]
    late = workshops.seat_without_phone(session=fresh(room), by=room.by)
    late.group = managers
    assert late.group_id == managers.pk


@pytest.mark.django_db
def test_whoever_comes_late_goes_to_the_smallest_group(room):
    sat(room, 5)
    before = apart(room)
    smallest = min(before, key=lambda each: len(each.seats))
    late = workshops.join(session=fresh(room), secret=new_secret())
    assert late.break_out_id == smallest.group.pk


@pytest.mark.django_db
def test_people_choose_and_a_full_group_says_so(room):
    seats = sat(room, 7)
    workshops.split_up(session=room.session, split="choice", size=4, by=room.by)
    assert [len(each.seats) for each in groups_of(fresh(room))] == [0, 0]
    for seat in seats[:6]:
        workshops.choose_group(seat=_again(seat), number=1, by=Viewer(seat_id=seat.pk))
    with pytest.raises(Refused, match="full"):
        workshops.choose_group(seat=_again(seats[6]), number=1, by=Viewer(seat_id=seats[6].pk))
    workshops.go_apart(session=room.session, by=room.by)
    assert _again(seats[6]).break_out.number == 2


def _again(seat):
    return Seat.objects.select_related("session__round__series__project", "break_out").get(pk=seat.pk)


@pytest.mark.django_db
def test_a_group_sees_its_own_words_only_and_afterwards_nobody_knows_whose_they_were(room, phone):
    sat(room, 6)
    activity = room.open(NOTES)
    one, two = apart(room)
    mine, theirs = one.seats[0], two.seats[0]
    say(room, activity, mine, "Oak says this")
    say(room, activity, theirs, "Ash says that")
    address = reverse("activities:answer", args=[activity.pk])
    page = phone(mine.room_name).get(address)
    assert "Your group : Oak" in page.words or "Your group: Oak" in page.words
    assert "Oak says this" in page.text
    assert "Ash says that" not in page.text
    assert f"/live/{room.session.pk}/room.1/" in page.text
    assert dict(Contribution.objects.values_list("apart", "activity_id")) == {1: activity.pk, 2: activity.pk}
    actions.bring_back(session=room.session, by=room.by)
    fresh(room)
    assert set(Contribution.objects.values_list("apart", flat=True)) == {0}
    page = phone(mine.room_name).get(address)
    assert "Ash says that" in page.text
    assert "Your group" not in page.words
    assert len(queries.list_said(activity)) == 2


@pytest.mark.django_db
def test_the_live_room_shows_each_group_its_own_and_the_whole_room_nothing_until_all_are_back(room):
    sat(room, 6)
    activity = room.open(NOTES)
    one, two = apart(room)
    say(room, activity, one.seats[0], "Oak says this")
    say(room, activity, two.seats[0], "Ash says that")
    facts.forget(room.session.pk)
    tallies, known = Tallies(), facts.session_of(room.session.pk)
    oak, ash, everybody = (paint(known, name, tallies) for name in ("stage.1", "room.2", "stage"))
    assert ("Oak says this" in oak, "Ash says that" in oak) == (True, False)
    assert ("Oak says this" in ash, "Ash says that" in ash) == (False, True)
    assert "says" not in everybody
    assert who_listens(known, "room.1") == {seat.pk for seat in one.seats}
    actions.bring_back(session=room.session, by=room.by)
    facts.forget(room.session.pk)
    tallies.look_again(room.session.pk)
    known = facts.session_of(room.session.pk)
    everybody = paint(known, "stage", tallies)
    assert "Oak says this" in everybody
    assert "Ash says that" in everybody
    assert "says" not in paint(known, "room.1", tallies)


@pytest.mark.django_db
def test_a_phone_cannot_listen_to_another_group(room):
    sat(room, 6)
    one, two = apart(room)
    facts.forget(room.session.pk)
    cookie = f"seat={room.secrets[one.seats[0].room_name]}".encode()
    assert who.seat_in(cookie, room.session.pk, 1)
    assert who.seat_in(cookie, room.session.pk, 2) is None
    assert who.seat_in(cookie, room.session.pk)
    token = who.wall_token(room.session.pk, 1)
    assert who.screen_in(token, room.session.pk, 1)
    assert who.screen_in(token, room.session.pk, 2) is None
    assert who.screen_in(token, room.session.pk) is None
    assert two


@pytest.mark.django_db
def test_numbers_wait_until_everybody_is_back(room, phone):
    """A group that knew its own total could take it from the total of all."""
    seats = sat(room, 6)
    activity = room.open(POLL)
    one, _two = apart(room)
    for seat in seats:
        room.say(activity, seat.room_name, {"picks": ["1"]})
    actions.close_activity(activity=activity, by=room.by)
    activity.refresh_from_db()
    actions.show_result(activity=activity, by=room.by)
    facts.forget(room.session.pk)
    known, tallies = facts.session_of(room.session.pk), Tallies()
    assert '"html":""' in paint(known, "stage.1", tallies)
    page = phone(one.seats[0].room_name).get(reverse("activities:answer", args=[activity.pk]))
    assert "6 people answered" not in page.words


@pytest.mark.django_db
def test_the_pages_of_groups_from_making_them_to_coming_back(room, laptop, phone):
    sat(room, 6)
    activity = room.open(NOTES)
    page, wall = (
        reverse("activities:groups", args=[room.session.pk]),
        reverse("activities:wall", args=[room.session.pk]),
    )
    assert "No groups yet" in laptop.get(page).words
    laptop.post(page, {"how": "mixed", "size": "3"})
    assert "Suggested groups" in laptop.get(page).words
    laptop.post(reverse("activities:do_groups", args=[room.session.pk, "go"]))
    assert "People are in their groups" in laptop.get(page).words
    assert "Oak" in laptop.get(wall).words
    assert "Bring everybody back" in laptop.get(reverse("activities:run", args=[room.session.pk])).words
    one, two = groups_of(fresh(room))
    say(room, activity, one.seats[0], "Oak says this")
    mine, theirs = (
        reverse("activities:group_wall", args=[who.wall_token(room.session.pk, n)]) for n in (1, 2)
    )
    outside = phone(two.seats[0].room_name)
    assert "Oak says this" in outside.get(mine).words
    assert "Oak says this" not in outside.get(theirs).words
    assert "Oak says this" not in laptop.get(wall).words
    laptop.post(reverse("activities:move_to_group", args=[one.seats[1].pk]), {"group": "2"})
    laptop.post(reverse("activities:do_groups", args=[room.session.pk, "back"]))
    assert "We are together" in outside.get(mine).words
    assert "Oak says this" in laptop.get(wall).words
    laptop.post(reverse("activities:do_groups", args=[room.session.pk, "forget"]))
    outside.get(mine, status=404)


@pytest.mark.django_db
def test_typing_for_somebody_in_a_group_goes_to_that_group(room):
    sat(room, 5)
    seat = workshops.seat_without_phone(session=room.session, by=room.by)
    activity = room.open(NOTES)
    apart(room)
    seat = _again(seat)
    actions.capture_for(
        activity=activity, answer={"note": "By phone"}, by=room.by, is_read_back=True, seat=seat
    )
    assert Contribution.objects.get().apart == seat.break_out.number


@pytest.mark.django_db
def test_ending_the_workshop_brings_everybody_back_and_forgets_the_groups(room):
    sat(room, 6)
    activity = room.open(NOTES)
    one, _two = apart(room)
    say(room, activity, one.seats[0], "Oak says this")
    actions.end_workshop(session=room.session, by=room.by)
    assert set(Contribution.objects.values_list("apart", flat=True)) == {0}
    assert not fresh(room).is_apart
    assert not Seat.objects.filter(break_out__isnull=False).exists()


@pytest.mark.django_db
def test_a_partner_chooses_on_the_phone_without_javascript(room, phone):
    [seat] = sat(room, 1)
    sat(room, 5)
    workshops.split_up(session=room.session, split="choice", size=3, by=room.by)
    mine = phone(seat.room_name)
    where = reverse("workshops:choose_group")
    assert mine.get(reverse("workshops:seat"), status=302).location == where
    assert "Oak: 0 people so far" in mine.get(where).words
    mine.post(where, {"group": "2"})
    assert _again(seat).break_out.name == "Ash"
    assert mine.get(reverse("workshops:seat"), status=302).location != where
