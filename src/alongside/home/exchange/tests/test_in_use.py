"""Files of a series that is in use: what was made on the pages goes out and comes in like what came from files."""

import datetime
import io
import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from alongside.activities.models import Contribution, GivenPicture, Translation
from alongside.home.exchange import ImportRefused, export_files, import_files, uploads
from alongside.kit.access import NOBODY, Viewer
from alongside.kit.pictures import cleaned
from alongside.kit.words import open_words
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


PICTURE = "6d1f6a10-0000-4000-8000-00000000000a"


def photo(**facts):
    """A photo that knows where it was taken."""
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "zqaplaceqz"
    Image.new("RGB", (400, 300), "navy").save(out, "JPEG", **({"exif": exif} | facts))
    return out.getvalue()


def with_a_picture(**words):
    """The example with a memory that has a picture, and the picture's file."""
    files = folder("homecare")
    del files["README.md"]
    place = files["agenda.csv"].index(b"\n2,,1,")
    step = files["agenda.csv"][:place].count(b"\n1,,") + 1
    row = f"\n1,,{step},Story weaving,45,,,,story_weaving,Which moment?,,hidden,".encode()
    files["agenda.csv"] = files["agenda.csv"][:place] + row + files["agenda.csv"][place:]
    answer = {
        "memory": "",
        "picture": PICTURE,
        "picture_alt": "A door",
        "picture_may_see": "project",
        "picture_rights": "mine",
        "stage": 0,
    }
    cell = json.dumps(answer | words, sort_keys=True).replace('"', '""')
    head, _newline, rest = files["contributions.csv"].partition(b"\n")
    said = f'z1,1,1,{step},,2024-03-11,"{cell}"\n'.encode()
    files["contributions.csv"] = head + b"\n" + said + rest
    return files


@pytest.mark.django_db(databases=["default", "keys"])
def test_pictures_go_out_and_come_in_byte_for_byte():
    files = with_a_picture()
    files[f"picture-{PICTURE}.jpg"] = cleaned(photo()).large
    assert import_files(files, by=NOBODY).is_news
    series = Series.objects.get(key="homecare")
    made = export_files(series)
    assert made[f"picture-{PICTURE}.jpg"] == files[f"picture-{PICTURE}.jpg"]
    assert b"A door" in made["contributions.csv"]
    assert GivenPicture.objects.get().may_see == "project"
    assert not import_files(made, by=NOBODY).is_news
    again = uploads.files_in([SimpleUploadedFile("all.zip", uploads.zipped(made))])
    assert again == made


@pytest.mark.django_db(databases=["default", "keys"])
def test_a_picture_from_elsewhere_is_made_clean():
    files = with_a_picture() | {f"picture-{PICTURE}.jpg": photo()}
    import_files(files, by=NOBODY)
    kept = export_files(Series.objects.get(key="homecare"))[f"picture-{PICTURE}.jpg"]
    assert b"zqaplaceqz" in photo()
    assert b"zqaplaceqz" not in kept


@pytest.mark.django_db(databases=["default", "keys"])
@pytest.mark.parametrize(
    ("content", "file", "said"),
    [
        (None, "contributions.csv", "not among the files"),
        (b"<svg onload=alert(1)>", f"picture-{PICTURE}.jpg", "JPEG, PNG or WebP"),
    ],
)
def test_a_picture_that_is_missing_or_none_is_said(content, file, said):
    files = with_a_picture() | ({f"picture-{PICTURE}.jpg": content} if content else {})
    with pytest.raises(ImportRefused) as refused:
        import_files(files, by=NOBODY)
    assert [one.file for one in refused.value.problems] == [file]
    assert said in refused.value.problems[0].what
    assert not Series.objects.filter(key="homecare").exists()


@pytest.mark.django_db(databases=["default", "keys"])
def test_the_photo_of_a_sheet_does_not_leave(used, world):
    GivenPicture.objects.update(is_sheet=True)
    assert not [name for name in export_files(used) if name.endswith(".jpg")]


@pytest.mark.django_db(databases=["default", "keys"])
def test_the_example_comes_in_within_five_seconds():
    begun = datetime.datetime.now()
    import_files(folder("homecare"), by=NOBODY)
    assert (datetime.datetime.now() - begun).total_seconds() < 5


def test_the_language_of_words_and_their_translation_go_along(used):
    """They come back into an empty store, with who translated; a second time nothing is new."""
    one = Contribution.objects.filter(activity__session__round__series=used, replaced_at=None).first()
    Contribution.objects.filter(pk=one.pk).update(language="ur")
    Translation.objects.create(
        contribution=one, language="en-gb", words="Listen first", translator="partner", made_at=timezone.now()
    )
    files = export_files(used)
    assert f"{one.key or one.pk},ur,en-gb,Listen first,partner" in files["translations.csv"].decode()
    Translation.objects.all().delete()
    Contribution.objects.filter(pk=one.pk).update(language="en-gb")
    import_files(files, by=NOBODY)
    one.refresh_from_db()
    assert one.language == "ur"
    assert open_words(Translation.objects.get(contribution=one).words) == "Listen first"
    assert not import_files(files, by=NOBODY).is_news
    assert export_files(used) == files


def test_a_machine_is_no_translator(used):
    one = Contribution.objects.filter(activity__session__round__series=used, replaced_at=None).first()
    rows = f"contribution,said_in,language,words,translated_by\n{one.key or one.pk},ur,en-gb,Hello,machine\n"
    with pytest.raises(ImportRefused) as refused:
        import_files(export_files(used) | {"translations.csv": rows.encode()}, by=NOBODY)
    assert any("translated_by" in str(problem) for problem in refused.value.problems)


@pytest.mark.django_db(databases=["default", "keys"])
def test_where_a_workshop_went_another_way_goes_out_and_comes_in():
    """Steps stay the same step of the guide, also where one workshop changed it; what differed is said."""
    import_files(folder("homecare"), by=NOBODY)
    series = Series.objects.get(key="homecare")
    first, second, *_rest = Session.objects.filter(round__series=series, round__number=2).order_by("number")
    assert second.follows_id == first.pk
    item = second.agenda.get(position=2)
    item.minutes = 45
    item.save()
    second.deviations.create(
        item=item, guide_key=item.guide_key, what="length", step=item.title, minutes=-5, because="Late", made_at=timezone.now()
    )  # fmt: skip
    files = export_files(series)
    assert b"shared_step" in files["agenda.csv"]
    moved = {
        name: text.replace(b"homecare-training", b"elsewhere").replace(b"key: homecare", b"key: elsewhere")
        for name, text in files.items()
    }
    import_files(moved, by=NOBODY)
    again = Series.objects.exclude(pk=series.pk).get()
    made = export_files(again)
    assert made["agenda.csv"] == files["agenda.csv"]
    assert made["deviations.csv"] == files["deviations.csv"]
    assert set(
        Session.objects.filter(round__series=again, follows=None).values_list("number", flat=True)
    ) == {1}
