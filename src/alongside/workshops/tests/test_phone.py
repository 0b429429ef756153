"""A partner's phone: coming in, agreeing, waiting, leaving, coming back."""

import re

import pytest

from alongside.kit.testing.page import PageClient
from alongside.methods import codes
from alongside.people.models import Person
from alongside.workshops import actions, seats
from alongside.workshops.models import Agreement, Registration, Seat, Series, Session
from alongside.workshops.queries import find_seat_id, held_seats


def come_in(page: PageClient, session, **more: str):
    """Take a seat by link; the page after it."""
    link = f"/j/{session.link_token}/"
    form = page.get(link).form()
    return page.post(link, {**form, **more}, follow=True)


def secret_of(page: PageClient) -> str:
    return page.client.cookies["seat"].value


def test_the_whole_way_in_by_link(page, open_house):
    arrived = come_in(page, open_house.session)
    assert arrived.h1 == "What to expect"
    assert "You can stop any time" in arrived.words
    assert "give everyone time" in arrived.words
    agreed = page.post("/seat/expect/", arrived.form(), follow=True)
    assert agreed.h1 == "You are in"
    seat = Seat.objects.get()
    assert seat.room_name in agreed.words
    assert seat.agreed_ways.version == 1
    assert seat.group == open_house.workers
    assert secret_of(page) not in str(list(Seat.objects.values()))


@pytest.mark.parametrize("pay", ["£55 for the workshop", "This one is not paid.", ""])
def test_stopping_promises_no_pay_that_nobody_promised(page, open_house, pay):
    Series.objects.update(pay=pay)
    words = come_in(page, open_house.session).words
    assert "We still pay" not in words
    assert ("If we pay for this, you still get paid for the time you gave." in words) is bool(pay)


def test_waiting_names_the_start_only_when_there_is_one(page, open_house):
    page.post("/seat/expect/", come_in(page, open_house.session).form(), follow=True)
    Session.objects.update(state="planned")
    assert "We start:" in page.get("/seat/wait/").words
    Session.objects.update(starts_at=None)
    waiting = page.get("/seat/wait/").words
    assert "We start soon." in waiting
    assert "not fixed" not in waiting


def test_by_typed_code_in_any_dress(page, open_house):
    shown = codes.formatted(open_house.session.join_code)
    for typed in (shown, shown.lower(), shown.replace("-", " ")):
        door = page.get("/join/", status=200) and page.get(f"/join/?code={typed}")
        assert door.h1 == "Come in"
    path = f"/join/?code={shown}"
    arrived = page.post(path, page.get(path).form(), follow=True)
    assert arrived.h1 == "What to expect"


def test_nothing_is_chosen_in_advance(page, open_house):
    actions.change_session(session=open_house.session, group=None, by=open_house.viewer())
    door = page.get(f"/j/{open_house.session.link_token}/")
    assert not [item for item in door.all("input") if item.get("checked") is not None]
    assert "Worker" in door.words
    come_in(page, open_house.session, group=str(open_house.workers.pk))
    assert Seat.objects.get().group == open_house.workers


def test_another_name_on_asking(page, open_house):
    names = {page.get(f"/j/{open_house.session.link_token}/").form()["room_name"] for _ in range(6)}
    assert len(names) > 1


def test_a_taken_name_gives_another(page, open_house):
    come_in(page, open_house.session)
    taken = Seat.objects.get().room_name
    come_in(PageClient(), open_house.session, room_name=taken)
    assert Seat.objects.count() == 2


def test_the_same_send_twice_is_one_seat(page, open_house):
    link = f"/j/{open_house.session.link_token}/"
    form = page.get(link).form()
    page.post(link, form)
    PageClient().post(link, form)
    assert Seat.objects.count() == 1


def test_already_in_leads_straight_back(page, open_house):
    come_in(page, open_house.session)
    assert page.get(f"/j/{open_house.session.link_token}/", status=302).location == "/seat/"


def test_a_shut_door_says_when_it_opens(page, house):
    for path in (f"/j/{house.session.link_token}/", f"/join/?code={house.session.join_code}"):
        assert "The door opens" in page.get(path).h1


def test_an_ended_workshop_says_thank_you(page, open_house):
    actions.start_session(session=open_house.session, by=open_house.viewer())
    actions.end_session(session=open_house.session, by=open_house.viewer())
    assert "ended" in page.get(f"/j/{open_house.session.link_token}/").h1


def test_a_wrong_code_is_kind(page, open_house):
    wrong = page.get("/join/?code=AAAA-AAAA")
    assert "No room has this code" in wrong.words
    assert wrong.title.startswith("Please look again")
    assert "8 letters" in page.get("/join/?code=12").words


@pytest.mark.parametrize("path", ["/j/nothing/", "/me/nothing/", "/i/nothing/", "/register/nothing/"])
def test_links_that_do_not_work(page, db, path):
    assert page.get(path, status=404).h1 == "This link does not work"


def test_pages_of_a_seat_need_one(page, db):
    for path in ("/seat/", "/seat/expect/", "/seat/wait/", "/seat/link/", "/seat/leave/", "/seat/break/"):
        assert page.get(path, status=302).location == "/"


def test_my_link_brings_the_seat_to_another_phone(page, open_house):
    come_in(page, open_house.session)
    mine = page.get("/seat/link/")
    link = next(item.get("value") for item in mine.all("input") if item.get("id") == "own-link")
    other = PageClient()
    other.get(re.sub(r"^https?://[^/]+", "", link), status=302)
    assert secret_of(other) == secret_of(page)
    assert find_seat_id(secret_of(other)) == Seat.objects.get().pk


def test_a_break_leaving_and_coming_back(page, open_house):
    come_in(page, open_house.session)
    assert page.get("/seat/break/").h1 == "Take your time"
    assert page.get("/seat/leave/").h1 == "Stop for today?"
    assert page.post("/seat/leave/", follow=True).h1 == "You left the workshop"
    assert Seat.objects.get().left_at
    assert page.post("/seat/come-back/", follow=True).h1 == "What to expect"
    assert Seat.objects.get().left_at is None


def test_clear_this_phone(page, open_house):
    come_in(page, open_house.session)
    cleared = page.post("/seat/clear/")
    assert "storage" in cleared.response["Clear-Site-Data"]
    assert page.client.cookies["seat"].value == ""
    assert page.get(cleared.location).h1 == "This phone is clear"
    assert page.get("/seat/", status=302).location == "/"


def test_a_new_version_is_asked_again(page, open_house):
    arrived = come_in(page, open_house.session)
    actions.write_ways(series=open_house.series, clauses=[(True, "", "new")], by=open_house.viewer())
    again = page.post("/seat/expect/", arrived.form(), status=200)
    assert "changed how we work together" in again.words
    assert Seat.objects.get().agreed_at is None
    page.post("/seat/expect/", again.form())
    assert Seat.objects.get().agreed_ways.version == 2


def test_one_phone_in_two_workshops_keeps_both(page, open_house):
    come_in(page, open_house.session)
    first = secret_of(page)
    lead = open_house.viewer()
    later = actions.new_session(round=open_house.round, by=lead, name="Second")
    actions.set_facilitators(session=later, accounts=list(open_house.accounts.values())[:2], by=lead)
    actions.open_door(session=later, by=lead)
    come_in(page, later)
    held = held_seats(secret_of(page))
    assert [each.session_id for each in held] == [later.pk, open_house.session.pk]
    assert held[1].secret == first
    assert seats.mark_for(held[1].secret, 3) == seats.mark_for(first, 3)
    assert len(held_seats(first)) == 1


def test_when_wrong_codes_rain_typed_codes_wait_for_a_nod(page, open_house, monkeypatch):
    monkeypatch.setattr("alongside.workshops.actions.joining.typed_codes_need_a_nod", lambda: True)
    path = f"/join/?code={open_house.session.join_code}"
    lobby = page.post(path, page.get(path).form(), follow=True)
    assert lobby.h1 == "Nearly in"
    assert 'data-nod="/seat/"' in lobby.text
    assert "data-live" not in lobby.text  # the room is not heard from the lobby
    come_in(PageClient(), open_house.session)
    waiting = Seat.objects.get(admitted_at=None)
    assert Seat.objects.exclude(admitted_at=None).count() == 1
    actions.let_in(seat=waiting, by=open_house.viewer())
    assert page.get("/seat/", follow=True).h1 == "What to expect"


def test_the_invitation_is_answered_and_changed(page, house):
    registration = actions.register(
        series=house.series, group=house.workers, name="Zed", email="zed@example.org", reached_by="email"
    )
    asked = actions.invite(
        session=house.session, partners=[registration.partner], by=house.viewer(), base="http://x"
    )
    assert asked[0].is_mailed
    path = asked[0].path
    assert page.get(path).h1 == "Would you like to come?"
    assert page.post(path, {"answer": "yes"}, follow=True).h1.startswith("You said yes")
    assert Agreement.objects.count() == 1
    assert page.post(path, {"answer": "no"}, follow=True).h1.startswith("Not this time")
    assert Agreement.objects.count() == 0
    calendar = page.get(f"{path}workshop.ics").text
    assert "BEGIN:VEVENT\r\n" in calendar
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    assert "Zed" not in calendar


def test_inviting_again_makes_the_old_link_useless(page, house):
    partner = actions.register(series=house.series, group=house.workers).partner
    first = actions.invite(session=house.session, partners=[partner], by=house.viewer())[0]
    actions.invite(session=house.session, partners=[partner], by=house.viewer())
    assert not first.is_mailed
    page.get(first.path, status=404)


def test_registering(page, house):
    actions.make_register_link(series=house.series, by=house.viewer())
    path = f"/register/{house.series.register_token}/"
    wrong = page.post(path, {"group": house.workers.pk, "reached_by": "email"}, status=200)
    assert "so that we can reach you" in wrong.words
    done = page.post(
        path,
        {"group": house.workers.pk, "reached_by": "phone", "phone": "0700", "name": "Zed Canary"},
        follow=True,
    )
    assert done.h1 == "Thank you. We have it"
    registration = Registration.objects.get()
    assert registration.partner.code == "W01"
    assert len(registration.partner.pseudonym) == 64
    assert b"Canary" not in bytes(Person.objects.get().name.box)
