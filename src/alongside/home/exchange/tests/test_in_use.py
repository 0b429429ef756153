"""Files of a series that is in use: what was made on the pages goes out and comes in like what came from files."""

import datetime
from pathlib import Path

import pytest
from django.utils import timezone

from alongside.home.exchange import ImportRefused, export_files, import_files
from alongside.kit.access import NOBODY, Viewer
from alongside.people.models import Organisation
from alongside.projects.models import Partner, Project
from alongside.recommendations.models import Decision, Impact, KeyPoint, Recommendation, Response, Telling
from alongside.workshops.models import Pack, Series, Session, SessionState

EXAMPLES = Path(__file__).resolve().parents[5] / "examples"


def folder(name):
    return {path.name: path.read_bytes() for path in (EXAMPLES / name).iterdir()}


@pytest.fixture
def used(world):
    """Project A's series of the made-up world, with more than one of everything on one day."""
    series = Series.objects.select_related("project").get(pk=world.a.ids["series"])
    asked = Recommendation.objects.get(pk=world.a.ids["recommendation"])
    now = timezone.now()
    for outcome in ("partly", "adopted"):
        Response.objects.create(recommendation=asked, outcome=outcome, reason=outcome, made_at=now)
    for text in ("One", "Two\r\nlines"):
        Impact.objects.create(recommendation=asked, text=text, made_on=now.date(), is_change=text == "One")
        Decision.objects.create(recommendation=asked, text=text, how="team", decided_on=now.date())
    Telling.objects.create(recommendation=asked, room="A hall", told_at=now, route="in_person")
    KeyPoint.objects.create(session_id=world.a.ids["session.workers"], text="=SUM(1)", made_at=now)
    Pack.objects.create(
        round=asked.round, title="For one room", text="- a list", session_id=world.a.ids["session.workers"]
    )
    return series


def test_what_pages_made_goes_out_and_changes_nothing_coming_in(used):
    files = export_files(used)
    counts = [model.objects.count() for model in (Response, Impact, Decision, KeyPoint, Pack, Telling)]
    report = import_files(files, by=NOBODY)
    assert not report.is_news, [(f, n) for d in (report.new, report.changed) for f, n in d.items() if n]
    assert [
        model.objects.count() for model in (Response, Impact, Decision, KeyPoint, Pack, Telling)
    ] == counts
    assert export_files(used) == files


def test_no_cell_of_an_export_runs_as_a_formula(used):
    files = export_files(used)
    assert b"'=SUM(1)" in files["key-points.csv"]
    assert b",=SUM(1)" not in files["key-points.csv"]


def test_a_running_workshop_is_not_ended_by_a_file(used, world):
    files = export_files(used)
    ended = files["sessions.csv"].replace(b",running,", b",ended,")
    import_files(files | {"sessions.csv": ended}, by=NOBODY)
    assert Session.objects.get(pk=world.a.ids["session.workers"]).state == SessionState.RUNNING


def test_words_of_another_series_cannot_be_borrowed(used, world):
    stolen = str(world.b.ids["contribution.workers"])
    files = folder("homecare")
    files["contributions.csv"] = files["contributions.csv"].replace(b"c01,", f"{stolen},".encode(), 1)
    files["key-points.csv"] = files["key-points.csv"].replace(b",c01\n", f",{stolen}\n".encode(), 1)
    with pytest.raises(ImportRefused) as refused:
        import_files(files, by=NOBODY)
    assert [(one.file, one.line) for one in refused.value.problems] == [("contributions.csv", 2)]
    assert not Project.objects.filter(key="homecare-training").exists()


def test_organisations_of_others_keep_their_names(world):
    project = Project.objects.get(pk=world.b.ids["project"])
    theirs = Organisation.objects.create(key="agency-01", name="Another agency")
    Partner.objects.filter(project=project).update(organisation=theirs)
    with pytest.raises(ImportRefused, match="agency-01"):
        import_files(folder("homecare"), by=Viewer(account_id=world.a.accounts["lead"]))
    theirs.refresh_from_db()
    assert theirs.name == "Another agency"


@pytest.mark.django_db(databases=["default", "keys"])
def test_spreadsheets_of_all_kinds_are_read():
    """Windows-1252, a mark at the start, CRLF."""
    files = folder("homecare")
    files["techniques.csv"] = files["techniques.csv"].decode().replace("\n", "\r\n").encode("cp1252")
    files["rounds.csv"] = b"\xef\xbb\xbf" + files["rounds.csv"]
    import_files(files, by=NOBODY)
    series = Series.objects.get(key="homecare")
    assert export_files(series) == {
        name: text for name, text in folder("homecare").items() if name != "README.md"
    }


@pytest.mark.django_db(databases=["default", "keys"])
def test_stages_and_lists_come_in_and_go_out():
    """Votes of a later stage are about the list of the room, so the list travels with them."""
    files = folder("homecare")
    del files["README.md"]
    place = files["agenda.csv"].index(b"\n2,,1,")
    step = files["agenda.csv"][:place].count(b"\n1,,") + 1
    row = f"\n1,,{step},Do\u2019s and don\u2019ts,20,,,,dos_and_donts,What to do?,,hidden,".encode()
    files["agenda.csv"] = files["agenda.csv"][:place] + row + files["agenda.csv"][place:]
    files["lists.csv"] = (
        "round,session,step,key,heading,text,lines,contributions,notes\n"
        f"1,1,{step},a1,do,Listen first,z1,z1,\n"
        f'1,1,{step},a2,dont,Rush,z2.x,z2,"{{""answer"": ""We will.""}}"\n'
    ).encode()
    head, _newline, rest = files["contributions.csv"].partition(b"\n")
    said = (
        f'z1,1,1,{step},,2024-03-11,"{{""polarity"": ""do"", ""stage"": 0, ""text"": ""Listen""}}"\n'
        f'z2,1,1,{step},,2024-03-11,"{{""polarity"": ""dont"", ""stage"": 0, ""text"": ""Rush""}}"\n'
        f'z3,1,1,{step},,2024-03-11,"{{""picks"": [""a1""], ""stage"": 2}}"\n'
    )
    files["contributions.csv"] = head + b"\n" + said.encode() + rest
    import_files(files, by=NOBODY)
    made = export_files(Series.objects.get(key="homecare"))
    assert made["lists.csv"] == files["lists.csv"]
    assert set(made["contributions.csv"].splitlines()) == set(files["contributions.csv"].splitlines())
    assert not import_files(files, by=NOBODY).is_news


@pytest.mark.django_db(databases=["default", "keys"])
def test_the_example_comes_in_within_five_seconds():
    begun = datetime.datetime.now()
    import_files(folder("homecare"), by=NOBODY)
    assert (datetime.datetime.now() - begun).total_seconds() < 5
