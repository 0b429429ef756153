"""Import and export in the browser: seen first, kept after a yes, taken away by the lead alone."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alongside.home.exchange import export_files, uploads
from alongside.kit.audit.models import Entry
from alongside.kit.errors import Refused
from alongside.kit.keys.models import ItemKey
from alongside.projects.models import Role
from alongside.workshops.models import Series

EXAMPLE = Path(__file__).resolve().parents[5] / "examples" / "homecare"
FILES = {path.name: path.read_bytes() for path in EXAMPLE.iterdir()}
CHOOSE, YES = "/import/", "/import/yes/"


def as_uploads(files):
    return [SimpleUploadedFile(name, content) for name, content in files.items()]


def as_zip(files, folder="homecare/"):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        packed.writestr("__MACOSX/._series.md", b"rubbish")
        for name, content in files.items():
            packed.writestr(folder + name, content)
    return SimpleUploadedFile("homecare.zip", kept.getvalue())


@pytest.mark.parametrize("chosen", [as_uploads(FILES), [as_zip(FILES)]], ids=["files", "zip"])
def test_files_are_shown_then_kept(as_lead, chosen):
    keys = ItemKey.objects.count()
    for upload in chosen:
        upload.seek(0)
    seen = as_lead.post(CHOOSE, {"series_files": chosen}, status=200)
    assert "This is what we understood" in seen.h1
    assert "partners.csv 133 rows · 133 new" in seen.words
    assert not Series.objects.filter(key="homecare").exists()
    assert ItemKey.objects.count() == keys
    kept = as_lead.post(YES, seen.form(YES))
    series = Series.objects.get(key="homecare")
    assert kept.location == reverse("home:series", args=[series.pk])
    assert Role.objects.filter(project=series.project, role="lead").count() == 1
    assert export_files(series) == {name: content for name, content in FILES.items() if name != "README.md"}


def test_mistakes_are_listed_by_file_and_line(as_lead, world):
    wrong = FILES | {"partners.csv": FILES["partners.csv"].replace(b"W02,workers", b"W02,wrokers")}
    page = as_lead.post(CHOOSE, {"series_files": as_uploads(wrong)}, status=200)
    assert "Nothing was brought in" in page.words
    assert "partners.csv" in page.words
    assert "Line 3:" in page.words
    assert not Series.objects.filter(key="homecare").exists()


@pytest.mark.parametrize(
    ("upload", "said"),
    [
        (SimpleUploadedFile("photo.png", b"not text"), "There is no CSV or Markdown file in this."),
        (SimpleUploadedFile("series.zip", b"not a zip"), "open “series.zip”"),
    ],
)
def test_other_files_are_refused_in_a_sentence(as_lead, world, upload, said):
    assert said in as_lead.post(CHOOSE, {"series_files": [upload]}, status=200).words


def test_no_files_at_all(as_lead, world):
    assert "Choose the files first." in as_lead.post(CHOOSE, {}, status=200).words
    as_lead.post(YES, {"carried": "no base64!"})


def test_a_zip_that_would_fill_the_machine_is_not_unpacked():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("rounds.csv", b"0" * (uploads.MOST_BYTES + 1))
    with pytest.raises(Refused, match="more than one series"):
        uploads.files_in([SimpleUploadedFile("a.zip", bomb.getvalue())])


def test_only_its_lead_takes_a_series_away(as_lead, as_facilitator, as_auditor, world):
    path = reverse("home:export_zip", args=[world.a.ids["series"]])
    with zipfile.ZipFile(io.BytesIO(as_lead.get(path).response.content)) as packed:
        assert {"series.md", "rounds.csv", "sessions.csv"} <= set(packed.namelist())
    assert Entry.objects.filter(action="series exported").count() == 1
    as_lead.get(reverse("home:export_zip", args=[world.b.ids["series"]]), status=404)
    assert as_facilitator.get(path, status=404)
    assert as_auditor.get(path, status=404)


def test_a_project_of_others_is_not_changed_by_a_file(as_lead, world):
    taken = FILES["series.md"].replace(b"project_key: homecare-training", b"project_key: world-b")
    page = as_lead.post(CHOOSE, {"series_files": as_uploads(FILES | {"series.md": taken})}, status=200)
    assert "Your role in this project does not include this." in page.words
