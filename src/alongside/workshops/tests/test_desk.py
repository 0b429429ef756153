"""The team's desk: every page reads well for whom it is, and the buttons do what they say."""

import pytest

from alongside.kit.testing.page import PageClient
from alongside.kit.verdict import no
from alongside.workshops import actions, events
from alongside.workshops.models import AgendaItem, Pack, Round, Series, Session
from alongside.workshops.tests.conftest import desk_of


def test_every_page_of_the_desk(desk, open_house):
    actions.register(series=open_house.series, group=open_house.workers)
    actions.make_register_link(series=open_house.series, by=open_house.viewer())
    pack = actions.write_pack(
        round=open_house.round,
        title="Before",
        text="# Hello\n\n- one",
        reading_minutes=5,
        by=open_house.viewer(),
    )
    series, round, session = open_house.series.pk, open_house.round.pk, open_house.session.pk
    item = AgendaItem.objects.first().pk
    for path in (
        "/series/", "/series/new/", f"/series/{series}/", f"/series/{series}/rounds/", f"/series/{series}/edit/",
        f"/series/{series}/ways/", f"/series/{series}/rounds/new/", f"/rounds/{round}/", f"/rounds/{round}/edit/",
        f"/rounds/{round}/sessions/new/", f"/rounds/{round}/pack/", f"/packs/{pack.pk}/edit/", f"/packs/{pack.pk}/",
        f"/sessions/{session}/plan/", f"/sessions/{session}/edit/", f"/agenda/{item}/",
        f"/sessions/{session}/invitations/", f"/sessions/{session}/attendance/", f"/sessions/{session}/notes/",
        f"/sessions/{session}/guide/", f"/sessions/{session}/poster/", "/day/",
        f"/projects/{open_house.project.pk}/", f"/projects/{open_house.project.pk}/team/",
        f"/projects/{open_house.project.pk}/partners/",
    ):  # fmt: skip
        assert desk.get(path).title


def test_from_nothing_to_an_open_door(desk, house):
    desk.post("/series/new/", {"name": "Second", "project": house.project.pk})
    series = Series.objects.get(name="Second")
    assert "No rounds yet" in desk.get(f"/series/{series.pk}/rounds/").words
    desk.post(f"/series/{series.pk}/rounds/new/", {"name": "First"})
    round = Round.objects.get(series=series)
    desk.post(f"/rounds/{round.pk}/sessions/new/", {"name": "Evening", "mode": "online", "minutes": 60})
    session = Session.objects.get(round=round)
    assert "two facilitators" in desk.get(f"/sessions/{session.pk}/plan/").words
    accounts = [house.accounts["lead"].pk, house.accounts["second"].pk]
    desk.post(f"/sessions/{session.pk}/facilitators/", {"first": accounts[0], "second": accounts[1]})
    assert "Write down how you work together first" in desk.get(f"/sessions/{session.pk}/plan/").words
    desk.post(f"/series/{series.pk}/ways/", {"dos": "listen\nwait", "donts": "shout"})
    desk.post(f"/sessions/{session.pk}/agenda/", {"title": "Hello", "minutes": 10})
    desk.post(f"/sessions/{session.pk}/door/", {"do": "open"})
    session.refresh_from_db()
    assert session.is_door_open
    assert len(session.join_code) == 8
    assert series.ways.get().clauses.count() == 3


def test_the_same_person_cannot_be_both(desk, house):
    both = house.accounts["lead"].pk
    said = desk.post(
        f"/sessions/{house.session.pk}/facilitators/", {"first": both, "second": both}, follow=True
    )
    assert "Pick two different people" in said.words


def test_the_agenda_moves_and_shrinks(desk, house):
    hello, talk = AgendaItem.objects.order_by("position")
    desk.post(f"/agenda/{talk.pk}/move/", {"do": "up"})
    assert list(house.session.agenda.values_list("title", flat=True)) == ["Talk", "Hello"]
    desk.post(f"/agenda/{hello.pk}/remove/")
    assert list(house.session.agenda.values_list("title", flat=True)) == ["Talk"]


def test_a_round_says_what_is_owed_before_it_closes(desk, house, monkeypatch):
    monkeypatch.setattr(events, "_close_checks", [lambda _round: [no("Recommendation 3 has no answer yet.")]])
    page = desk.get(f"/rounds/{house.round.pk}/")
    assert "1 workshop has not ended yet." in page.words
    assert "Recommendation 3 has no answer yet." in page.words
    refused = desk.post(f"/rounds/{house.round.pk}/close/", follow=True)
    assert "Recommendation 3 has no answer yet." in refused.words
    monkeypatch.setattr(events, "_close_checks", [])
    actions.start_session(session=house.session, by=house.viewer())
    actions.end_session(session=house.session, by=house.viewer())
    assert "The round is closed" in desk.post(f"/rounds/{house.round.pk}/close/", follow=True).words


def test_inviting_and_writing_down_who_came(desk, house):
    partners = [actions.register(series=house.series, group=house.workers).partner for _ in range(3)]
    asked = desk.post(
        f"/sessions/{house.session.pk}/invitations/",
        {"partners": [each.pk for each in partners[:2]]},
        status=200,
    )
    assert "2 partners are asked" in asked.words
    assert "/i/" in asked.words
    desk.post(f"/sessions/{house.session.pk}/attendance/", {"partners": [partners[0].pk]})
    assert list(house.session.attendances.values_list("partner__code", flat=True)) == ["W01"]
    desk.post(f"/sessions/{house.session.pk}/attendance/", {"partners": [partners[1].pk, partners[2].pk]})
    assert list(house.session.attendances.values_list("partner__code", flat=True)) == ["W02", "W03"]


def test_a_contact_opens_only_with_a_reason(desk, house):
    registration = actions.register(series=house.series, group=house.workers, name="Zed Canary", phone="0700")
    path = f"/partners/{registration.partner.pk}/contact/"
    assert "Zed" not in desk.get(path).words
    assert "Please write something here." in desk.post(path, {"because": " "}, status=200).words
    assert "Zed Canary" in desk.post(path, {"because": "to ring about Tuesday"}, status=200).words


def test_what_the_other_roles_meet(house, settings):
    settings.IS_DEMO = True
    partner = actions.register(series=house.series, group=house.workers, name="Zed").partner
    pack = actions.write_pack(round=house.round, title="P", text="T", reading_minutes=5, by=house.viewer())
    plan, contact = f"/sessions/{house.session.pk}/plan/", f"/partners/{partner.pk}/contact/"
    payments, auditor = desk_of(house, "payments"), desk_of(house, "auditor")
    payments.get(plan, status=404)
    payments.get(f"/packs/{pack.pk}/", status=404)
    payments.get(f"/sessions/{house.session.pk}/attendance/")
    for path in (
        plan,
        contact,
        f"/sessions/{house.session.pk}/attendance/",
        f"/projects/{house.project.pk}/partners/",
    ):
        auditor.get(path, status=404)
    auditor.get(f"/series/{house.series.pk}/")
    PageClient().get(plan, status=302)


def test_the_pages_cost_the_same_with_ten_times_as_much(desk, house):
    overview, session = f"/series/{house.series.pk}", f"/sessions/{house.session.pk}"
    paths = (f"{overview}/", f"{overview}/rounds/", f"{session}/attendance/", f"{session}/plan/", "/day/")
    first = actions.register(series=house.series, group=house.workers).partner
    actions.record_attendance(session=house.session, came=[first], by=house.viewer())
    before = [len(desk.get(path).queries) for path in paths]
    for at in range(6):
        round = actions.new_round(series=house.series, name=f"R{at}", by=house.viewer())
        session = actions.new_session(round=round, by=house.viewer(), starts_at=house.session.starts_at)
        partner = actions.register(series=house.series, group=house.workers).partner
        actions.record_attendance(session=session, came=[partner], by=house.viewer())
        actions.add_agenda_item(session=house.session, title=f"S{at}", by=house.viewer())
    assert [len(desk.get(path).queries) for path in paths] == before
    assert Pack.objects.count() == 0


@pytest.mark.parametrize("path", ["plan", "guide", "invitations"])
def test_things_that_are_not_there(desk, house, path):
    desk.get(f"/sessions/99999/{path}/", status=404)


def test_a_guide_tells_the_time_or_after_how_many_minutes(desk, house):
    guide = f"/sessions/{house.session.pk}/guide/"
    assert "after 10 min" not in desk.get(guide).words
    Session.objects.update(starts_at=None)
    assert "after 10 min" in desk.get(guide).words


def test_no_link_on_a_page_leads_to_a_closed_door(house, settings):
    settings.IS_DEMO = True
    actions.open_door(session=house.session, by=house.viewer())
    project, series, round = house.project.pk, house.series.pk, house.round.pk
    starts = ("/day/", "/series/", f"/series/{series}/", f"/series/{series}/rounds/", f"/rounds/{round}/",
              f"/projects/{project}/", f"/projects/{project}/team/")  # fmt: skip
    for who in ("lead", "second", "payments", "auditor"):
        browser = desk_of(house, who)
        links = {link.split("#")[0].split("?")[0] for path in starts for link in browser.get(path).links()}
        ours = [
            link
            for link in links
            if link.startswith(("/series", "/rounds", "/sessions", "/projects", "/day"))
        ]
        assert ours
        shut = [link for link in ours if browser.client.get(link).status_code == 404]
        assert not shut, f"{who}: {shut}"
