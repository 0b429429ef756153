"""Pages and files of the reports: in the world of every role, with nothing yet, and with hostile words."""

import io
import zipfile
from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from django.urls import reverse

from alongside.kit.access import NOBODY
from alongside.kit.audit import append_only, record
from alongside.kit.audit.models import Entry
from alongside.projects.models import Technique
from alongside.recommendations.models import Recommendation
from alongside.reporting.registry import all_reports

KEYS = [report.key for report in all_reports()]


def address(key, world, ending=""):
    return reverse(f"reporting:{key}{ending}", args=[world.a.ids["series"]])


def test_there_are_three_reports_in_their_order():
    assert KEYS == ["attendance", "techniques", "impact"]


@pytest.mark.parametrize("key", KEYS)
def test_each_report_has_a_page_that_names_its_bases(as_lead, world, key):
    page = as_lead.get(address(key, world))
    assert "What these figures count" in page.words
    assert [link for link in page.links() if link.endswith(".csv")] == [address(key, world, "_csv")]
    assert [link for link in page.links() if link.endswith(".xlsx")] == [address(key, world, "_xlsx")]


@pytest.mark.parametrize("key", KEYS)
def test_a_series_with_nothing_in_it_says_so(as_lead, world, key):
    from alongside.workshops.models import Series

    Technique.objects.all().delete()
    empty = Series.objects.create(project_id=world.a.ids["project"], key="new", name="New")
    page = as_lead.get(reverse(f"reporting:{key}", args=[empty.pk]))
    assert not page.all("table")


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("ending", ["", "_csv", "_xlsx"])
def test_others_projects_are_not_there(as_lead, world, key, ending):
    as_lead.get(reverse(f"reporting:{key}{ending}", args=[world.b.ids["series"]]), status=404)


@pytest.mark.parametrize("key", KEYS)
def test_more_lines_cost_no_more_queries(as_lead, world, key):
    few = len(as_lead.get(address(key, world)).queries)
    asked = Recommendation.objects.get(pk=world.a.ids["recommendation"])
    for number in range(2, 20):
        Recommendation.objects.create(
            round=asked.round, number=number, title="T", text="t", made_on=asked.made_on
        )
        Technique.objects.create(
            project_id=world.a.ids["project"], principle="power", position=number, text="t"
        )
    assert len(as_lead.get(address(key, world)).queries) == few


def test_no_cell_of_a_file_runs(as_lead, world):
    bad = '=HYPERLINK("http://evil.example","x")'
    Recommendation.objects.filter(pk=world.a.ids["recommendation"]).update(text=bad)
    csv = as_lead.get(address("impact", world, "_csv")).response.content.decode("utf-8-sig")
    assert "'=HYPERLINK" in csv
    assert ",=HYPERLINK" not in csv
    book = zipfile.ZipFile(io.BytesIO(as_lead.get(address("impact", world, "_xlsx")).response.content))
    sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/")]
    assert all(b"<f>" not in sheet and b"hyperlink" not in sheet.lower() for sheet in sheets)


def test_the_record_is_whole_and_can_be_taken_away(as_auditor, world):
    from django.db import transaction

    from alongside.kit.access import NOBODY
    from alongside.kit.audit import record
    from alongside.kit.audit.verify import check

    with transaction.atomic():
        record("something done", "thing:1", by=NOBODY, content={"secret": "words"})
    page = as_auditor.get(reverse("reporting:audit"))
    assert "None was changed" in page.words
    saved = as_auditor.get(reverse("reporting:audit_file")).response
    lines = b"".join(saved.streaming_content).decode()
    assert check(lines.splitlines()).problems == []
    assert "words" not in lines


def test_a_changed_record_is_noticed(as_auditor, world):
    """The store refuses; whoever can switch that off, as its owner can, is noticed by the chain."""
    with transaction.atomic():
        record("something done", "thing:1", by=NOBODY)
    with connection.cursor() as cursor:
        append_only.take_down(None, SimpleNamespace(connection=connection, execute=cursor.execute))
    Entry.objects.update(action="something else")
    assert "changed or taken out" in as_auditor.get(reverse("reporting:audit")).words
