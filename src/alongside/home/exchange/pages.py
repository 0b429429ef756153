"""What the pages of import and export show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.home.exchange import markdown, reading
from alongside.home.exchange.actions import import_files
from alongside.home.exchange.layout import SHEETS
from alongside.home.exchange.problems import Problem
from alongside.home.exchange.report import Report
from alongside.home.rules import may_take_away
from alongside.kit.access import Viewer
from alongside.kit.errors import NotVisible
from alongside.workshops.models import Series
from alongside.workshops.queries import get_series

FIRST = 3
MOST_PROBLEMS = 200
MOST_LINES = 6


@dataclass(frozen=True)
class Mistake:
    """One thing to mend, and every line it stands on; no line: the file as a whole."""

    what: str
    lines: Sequence[int]

    @property
    def where(self) -> str:
        """The lines as they are read: 3, 14 and 8 more."""
        shown = ", ".join(map(str, self.lines[:MOST_LINES]))
        more = len(self.lines) - MOST_LINES
        return _("{lines} and {n} more").format(lines=shown, n=more) if more > 0 else shown


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


def by_file(problems: Sequence[Problem]) -> list[tuple[str, list[Mistake]]]:
    """Problems under their files, in order; one that stands on many lines is said once, with its lines."""
    files: dict[str, dict[str, list[int]]] = {}
    for one in problems:
        files.setdefault(one.file, {}).setdefault(one.what, []).append(one.line)
    return [
        (
            file,
            [
                Mistake(what, [line for line in lines if line])
                for what, lines in list(found.items())[:MOST_PROBLEMS]
            ],
        )
        for file, found in files.items()
    ]


def series_to_export(pk: int, viewer: Viewer) -> Series:
    """A series whose whole content somebody may take away: its lead. Files hold partners' codes and words."""
    series = get_series(pk, viewer)
    if not may_take_away(series, viewer):
        raise NotVisible
    return series
