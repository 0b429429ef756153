"""The tables of rules hold whatever order things are done in; and a no always says why."""

from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.kit import personal_data
from alongside.kit.access import NOBODY, may_see
from alongside.kit.errors import Refused
from alongside.kit.personal_data import Subject
from alongside.people.models import Group
from alongside.projects.queries import person_of
from alongside.workshops import actions, rules, seats
from alongside.workshops.models import Seat, SessionState

MOVES = ("start", "end", "go on")
STEPS = ("next", "back", "pause", "go on", "extend", "start 0", "start 1")


@given(st.sampled_from(SessionState.values), st.sampled_from(MOVES))
def test_every_move_leads_to_a_known_state_or_is_refused_with_a_reason(state, move):
    if (state, move) in rules.SESSION_MOVES:
        assert rules.SESSION_MOVES[state, move] in SessionState.values
    else:
        assert str(rules._NO_MOVE[move])


def do(house, move: str) -> None:
    verb = {"start": actions.start_session, "end": actions.end_session, "go on": actions.go_on_session}[move]
    verb(session=house.session, by=house.viewer())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.sampled_from(MOVES), max_size=6))
def test_a_session_follows_its_table(house, moves):
    house.session.state = state = SessionState.PLANNED
    house.session.save()
    for move in moves:
        after = rules.SESSION_MOVES.get((state, move))
        if after is None:
            with pytest.raises(Refused) as refused:
                do(house, move)
            assert refused.value.because.endswith(".")
        else:
            do(house, move)
            state = after
        house.session.refresh_from_db()
        assert house.session.state == state
        assert not (state == SessionState.ENDED and house.session.is_door_open)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(STEPS), max_size=8))
def test_at_most_one_step_runs(house, steps):
    lead, session = house.viewer(), house.session
    session.state = SessionState.RUNNING
    session.save()
    session.agenda.update(started_at=None, ended_at=None, paused_at=None)
    for step in steps:
        items = list(session.agenda.order_by("position"))
        running = next((each for each in items if each.started_at and not each.ended_at), items[0])
        {
            "next": lambda: actions.next_item(session=session, by=lead),
            "back": lambda: actions.back_item(session=session, by=lead),
            "pause": lambda now=running: actions.pause_item(item=now, by=lead),
            "go on": lambda now=running: actions.go_on(item=now, by=lead),
            "extend": lambda now=running: actions.extend_item(item=now, minutes=-30, by=lead),
            "start 0": lambda first=items[0]: actions.start_item(item=first, by=lead),
            "start 1": lambda second=items[1]: actions.start_item(item=second, by=lead),
        }[step]()
        after = list(session.agenda.all())
        assert sum(bool(each.started_at and not each.ended_at) for each in after) <= 1
        assert all(each.minutes + each.extra_minutes >= 1 for each in after)
        assert all(each.paused_at is None for each in after if each.ended_at)


def test_the_door_needs_two_facilitators_and_ways(house):
    actions.set_facilitators(session=house.session, accounts=[house.accounts["lead"]], by=house.viewer())
    with pytest.raises(Refused, match="two facilitators"):
        actions.open_door(session=house.session, by=house.viewer())
    with pytest.raises(Refused, match="two facilitators"):
        actions.start_session(session=house.session, by=house.viewer())


@pytest.mark.parametrize("who", ["payments", "auditor"])
def test_only_planners_plan(house, who):
    by = house.viewer(who)
    for work in (
        lambda: actions.new_round(series=house.series, name="X", by=by),
        lambda: actions.new_session(round=house.round, by=by),
        lambda: actions.change_session(session=house.session, by=by, name="X"),
        lambda: actions.open_door(session=house.session, by=by),
        lambda: actions.write_ways(series=house.series, clauses=[(True, "", "x")], by=by),
        lambda: actions.invite(session=house.session, partners=[], by=by),
        lambda: actions.close_round(round=house.round, by=by),
    ):
        with pytest.raises(Refused, match="Your role"):
            work()


def test_who_sees_a_session_and_its_people(house):
    seat = actions.join(session=open_door(house), secret=seats.new_secret())
    other = actions.new_session(round=house.round, by=house.viewer())
    partner = actions.register(series=house.series, group=house.workers).partner
    me = SimpleNamespace(seat_id=seat.pk, account_id=None, roles={}, has_role=NOBODY.has_role, is_team=False)
    assert may_see(me, house.session)
    assert may_see(me, house.series)
    assert may_see(me, seat)
    assert not may_see(me, other)
    assert not may_see(me, partner)
    for who, sees in (("lead", True), ("second", True), ("payments", True), ("auditor", False)):
        assert may_see(house.viewer(who), partner) is sees
        assert may_see(house.viewer(who), house.session) is sees
    assert not may_see(house.viewer("payments"), seat)
    assert not any(
        may_see(NOBODY, thing) for thing in (house.series, house.round, house.session, seat, partner)
    )


def open_door(house):
    actions.open_door(session=house.session, by=house.viewer())
    return house.session


def test_only_its_own_group_is_invited(house):
    manager = actions.register(series=house.series, group=Group.objects.get(key="managers")).partner
    with pytest.raises(Refused, match="only for workers"):
        actions.invite(session=house.session, partners=[manager], by=house.viewer())


def test_taking_part_needs_a_nod_an_agreement_and_a_running_workshop(house):
    seat = actions.join(session=open_door(house), secret=seats.new_secret())
    assert "how we work together" in rules.may_take_part(seat).because
    actions.agree_ways(seat=seat, ways=house.series.ways.get(), by=NOBODY)
    assert rules.may_take_part(seat)
    actions.leave(seat=seat, by=NOBODY)
    assert "You left" in rules.may_take_part(seat).because
    assert "letting people in" in rules.may_take_part(Seat(session=house.session)).because


def test_secrets_and_marks():
    secret, other = seats.new_secret(), seats.new_secret()
    assert seats.is_secret(secret)
    assert not seats.is_secret("short")
    assert seats.mark_for(secret, 1) != seats.mark_for(secret, 2) != seats.mark_for(other, 2)
    assert len(seats.mark_for(secret, 1)) == 32
    box = seats.seal_earlier(secret, other)
    assert other.encode() not in box
    assert seats.open_earlier(secret, box) == other
    assert seats.open_earlier(other, box) is None
    assert seats.open_earlier(secret, None) is None


def test_a_phone_and_a_person_can_take_what_is_kept_about_them_and_have_it_erased(house):
    secret = seats.new_secret()
    actions.join(session=open_door(house), secret=secret)
    phone = Subject(seat_secret=secret)
    assert "Tuesday evening" in str(personal_data.export_for(phone))
    assert personal_data.erase_for(phone)
    assert personal_data.export_for(phone) == {}
    assert Seat.objects.count() == 1

    partner = actions.register(series=house.series, group=house.workers, name="Zed").partner
    actions.record_attendance(session=house.session, came=[partner], by=house.viewer())
    person = Subject(person_id=person_of(partner))
    told = str(personal_data.export_for(person))
    assert "Zed" in told
    assert partner.code in told
    assert "The workshops you came to" in told
    personal_data.erase_for(person)
    assert "Zed" not in str(personal_data.export_for(person))
    assert partner.code not in str(personal_data.export_for(person))
    assert house.session.attendances.count() == 1
