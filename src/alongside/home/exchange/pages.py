"""What the pages of import and export show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from alongside.home.exchange import markdown, reading
from alongside.home.exchange.actions import import_files
from alongside.home.exchange.layout import SHEETS
from alongside.home.exchange.problems import Problem
from alongside.home.exchange.report import Report
from alongside.kit.access import Viewer
from alongside.kit.errors import NotVisible
from alongside.workshops.models import Series
from alongside.workshops.queries import get_series

FIRST = 3
MOST_PROBLEMS = 200


@dataclass(frozen=True)
class SeenFile:
    """One file as it was understood: its columns, how many rows, the first few of them."""

    file: str
    rows: int
    new: int
    changed: int
    columns: Sequence[str]
    first: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Preview:
    """A whole series as it was understood, before anything is kept."""

    name: str
    project: str
    report: Report
    files: Sequence[SeenFile]


def preview(files: Mapping[str, bytes], viewer: Viewer) -> Preview:
    """Rehearse the import and say what would come of it. Raises what `import_files` raises."""
    report = import_files(files, by=viewer, is_rehearsal=True)
    unread: list[Problem] = []
    about = markdown.read_series(files, unread)
    sheets = reading.read_sheets(files, unread)
    seen = [
        SeenFile(
            sheet.file,
            len(sheets[sheet.file]),
            report.new.get(sheet.file, 0),
            report.changed.get(sheet.file, 0),
            [column.name for column in sheet.columns],
            [[_shown(row[column.name]) for column in sheet.columns] for row in sheets[sheet.file][:FIRST]],
        )
        for sheet in SHEETS
        if sheet.file in files
    ]
    facts = about.facts if about else {}
    return Preview(facts.get("name", ""), facts.get("project", ""), report, seen)


def _shown(value: object) -> str:
    """A cell as it is read back to a person."""
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(map(str, value))
    return str(value)


def by_file(problems: Sequence[Problem]) -> list[tuple[str, list[Problem]]]:
    """Problems under their files, in order; the first two hundred are plenty to begin with."""
    return [(file, list(found)) for file, found in groupby(problems[:MOST_PROBLEMS], lambda one: one.file)]


def series_to_export(pk: int, viewer: Viewer) -> Series:
    """A series whose whole content somebody may take away: its lead. Files hold partners' codes and words."""
    series = get_series(pk, viewer)
    if not viewer.has_role(series.project_id, "lead"):
        raise NotVisible
    return series
