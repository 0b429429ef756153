"""The front door, first set-up, the demo, a day's work, the series so far."""

import pytest

from alongside.home import demo, dots, setting_up
from alongside.kit.access import NOBODY
from alongside.kit.testing.page import PageClient
from alongside.people.models import Account, Group
from alongside.projects.actions import make_project
from alongside.projects.models import Role
from alongside.workshops.queries import RoundCount


def test_the_front_door(page):
    front = page.get("/")
    assert front.h1 == "Say it once. See what changes because of you"
    assert front.form("/join/") == {"code": ""}
    assert "What we keep" in page.get("/privacy/").h1


@pytest.fixture
def data(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


GIVEN = {"organisation": "A trust", "project": "Care", "email": "lead@example.org", "shown_as": "Lead"}


def test_first_set_up(page, data):
    assert "the terminal shows" in page.get("/setup/", status=403).words
    path = setting_up.set_up_path()
    assert (data / "setup.token").stat().st_mode & 0o077 == 0
    assert "Please write something here." in page.post(path, {}, status=200).words
    page.post(path, GIVEN)
    assert Role.objects.get().role == "lead"
    assert Group.objects.count() == 4
    assert setting_up.set_up_path() == ""
    assert not (data / "setup.token").exists() or Account.objects.exists()
    assert "set up already" in PageClient().get(path, status=403).words
    PageClient().post(path, {**GIVEN, "email": "other@example.org"}, status=403)
    assert Account.objects.count() == 1


def test_a_wrong_key_sets_nothing_up(page, data):
    setting_up.set_up_path()
    page.post("/setup/?key=wrong", GIVEN, status=403)
    assert not Account.objects.exists()


def test_demo_links_are_for_demos_only(page, data, settings):
    make_project(key="demo", name="Demo", by=NOBODY)
    demo.start_demo()
    paths = [path for _who, path in demo.sign_in_paths()]
    assert paths
    page.get(paths[0], status=302)
    assert page.get("/day/").h1 == "My day"
    settings.IS_DEMO = False
    PageClient().get(paths[0], status=404)
    PageClient().get("/demo/in/wrong/", status=404)


def test_a_day_and_a_series(as_lead, as_auditor, as_partner, world):
    assert as_lead.get("/day/").h1 == "My day"
    series = world.a.ids["series"]
    assert as_lead.get(f"/series/{series}/").h1 == "The series so far"
    as_auditor.get(f"/series/{series}/")
    as_lead.get(f"/series/{world.b.ids['series']}/", status=404)
    as_partner.get(f"/series/{series}/", status=302)


def test_each_reply_and_visit_is_one_dot():
    rounds = [RoundCount(1, 1, "Ideas", 30, 19, 19, (10, 6, 3)), RoundCount(2, 2, "Findings", 3, 5, 1, (5,))]
    picture = dots.drawn(rounds)
    kinds = [[dot.kind for dot in column.dots] for column in picture.columns]
    assert [kinds[0].count(kind) for kind in ("new", "back", "chalk")] == [19, 0, 11]
    assert [kinds[1].count(kind) for kind in ("new", "back", "chalk")] == [1, 4, 0]
    assert len({(dot.x, dot.y) for column in picture.columns for dot in column.dots}) == 35
    assert picture.columns[0].came == "19 of 30 came"
    assert picture.columns[1].came == "5 came"
    assert "Round 1: 30 said yes, 19 came" in picture.said
    assert dots.drawn([]).columns == []
