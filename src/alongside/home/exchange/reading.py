"""Reading the CSV files: every cell checked, every reference followed, every problem with its line."""

import csv
import datetime
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.home.exchange.layout import SHEETS, Column, Holds, Refers, Sheet
from alongside.home.exchange.problems import Problem
from alongside.methods.tables import opened_cell

MOST_ROWS = 50_000
KEY = re.compile(r"[a-z0-9][a-z0-9-]*\Z")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a sheet: its number in the file, and each cell as what it holds (None when empty)."""

    line: int
    cells: Mapping[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.cells[column]

    def text(self, column: str) -> str:
        """The cell as text, empty when there is none."""
        return str(self.cells[column] or "")


Sheets = dict[str, list[Row]]


def read_sheets(files: Mapping[str, bytes], problems: list[Problem]) -> Sheets:
    """Every sheet's rows by file name; problems are added to the list, in the order of the files."""
    sheets = {sheet.file: _rows(sheet, files.get(sheet.file), problems) for sheet in SHEETS}
    for sheet in SHEETS:
        _check_keys(sheet, sheets[sheet.file], problems)
        for refers in sheet.refers:
            _check_reference(sheet, refers, sheets, problems)
    return sheets


def text_of(content: bytes) -> str:
    """The text of a file: UTF-8, with or without its mark, else Windows-1252 as older spreadsheets write it."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _rows(sheet: Sheet, content: bytes | None, problems: list[Problem]) -> list[Row]:
    if content is None:
        if sheet.is_needed:
            problems.append(
                Problem(sheet.file, 0, _("This file is missing. Add it, even with its first line only."))
            )
        return []
    lines = list(_lines(text_of(content), sheet.file, problems))
    if not lines or not _has_right_columns(sheet, lines[0][1], problems):
        return []
    if len(lines) > MOST_ROWS:
        problems.append(
            Problem(sheet.file, 0, _("More than %(most)d rows. Split the series.") % {"most": MOST_ROWS})
        )
        return []
    head = [name.strip() for name in lines[0][1]]
    return [
        _row(sheet, head, number, cells, problems)
        for number, cells in lines[1:]
        if any(map(str.strip, cells))
    ]


def _lines(text: str, file: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """(line number, cells); a row whose quotes do not close is a problem."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error:
        problems.append(
            Problem(file, begins, _("The quotation marks do not match. Close each one that is opened."))
        )


def _has_right_columns(sheet: Sheet, head: list[str], problems: list[Problem]) -> bool:
    names = [name.strip() for name in head]
    known = {column.name for column in sheet.columns}
    found = len(problems)
    for name in names:
        if name not in known:
            asked = ", ".join(column.name for column in sheet.columns)
            what = _("There is no column “%(name)s” here. The columns are: %(asked)s.")
            problems.append(Problem(sheet.file, 1, what % {"name": name, "asked": asked}))
        elif names.count(name) > 1 and names.index(name) == len(names) - 1 - names[::-1].index(name):
            problems.append(Problem(sheet.file, 1, _("The column “%(name)s” stands twice.") % {"name": name}))
    for column in sheet.columns:
        if column.is_needed and column.name not in names:
            problems.append(
                Problem(sheet.file, 1, _("The column “%(name)s” is missing.") % {"name": column.name})
            )
    return len(problems) == found


def _row(sheet: Sheet, head: list[str], line: int, cells: list[str], problems: list[Problem]) -> Row:
    if len(cells) != len(head):
        what = _("%(found)d cells, but the first line names %(asked)d columns.")
        problems.append(Problem(sheet.file, line, what % {"found": len(cells), "asked": len(head)}))
    given = dict(zip(head, cells, strict=False))
    values = {}
    for column in sheet.columns:
        try:
            values[column.name] = _value(column, given.get(column.name, "").strip())
        except ValueError as wrong:
            values[column.name] = None
            problems.append(Problem(sheet.file, line, f"{column.name}: {wrong}"))
    return Row(line, values)


def _value(column: Column, cell: str) -> Any:
    """The cell as what its column holds; ValueError says what to write instead."""
    cell = opened_cell(cell)
    if not cell:
        if column.is_needed:
            raise ValueError(_("write something here; it may not be empty."))
        return [] if column.holds is Holds.LIST else None
    if column.one_of and cell not in column.one_of:
        asked = ", ".join(column.one_of)
        raise ValueError(_("“%(cell)s” is not one of: %(asked)s.") % {"cell": cell[:40], "asked": asked})
    if len(cell) > column.longest:
        raise ValueError(
            _("this has %(n)d letters; keep to %(most)d.") % {"n": len(cell), "most": column.longest}
        )
    return _READ[column.holds](cell)


def _text(cell: str) -> str:
    if "\0" in cell:
        raise ValueError(_("there is a sign here that cannot be kept. Type the words again."))
    return cell


def _key(cell: str) -> str:
    if not KEY.match(cell):
        raise ValueError(_("“%(cell)s”: use small letters, digits and dashes.") % {"cell": cell[:40]})
    return cell


def _number(cell: str) -> int:
    if not cell.isascii() or not cell.isdigit() or len(cell) > 6:
        raise ValueError(_("“%(cell)s” is not a whole number.") % {"cell": cell[:40]})
    return int(cell)


def _day(cell: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(cell)
    except ValueError:
        raise ValueError(
            _("“%(cell)s” is not a day. Write it as 2024-03-31.") % {"cell": cell[:40]}
        ) from None


def _time(cell: str) -> datetime.datetime:
    try:
        return timezone.make_aware(datetime.datetime.strptime(cell, "%Y-%m-%d %H:%M"))  # noqa: DTZ007
    except ValueError:
        what = _("“%(cell)s” is not a day with a time. Write it as 2024-03-31 18:30.")
        raise ValueError(what % {"cell": cell[:40]}) from None


def _yes_no(cell: str) -> bool:
    if cell not in {"yes", "no"}:
        raise ValueError(_("write yes or no."))
    return cell == "yes"


_READ: dict[Holds, Callable[[str], Any]] = {
    Holds.TEXT: _text,
    Holds.KEY: _key,
    Holds.NUMBER: _number,
    Holds.DAY: _day,
    Holds.TIME: _time,
    Holds.YES_NO: _yes_no,
    Holds.LIST: str.split,
}


def _check_keys(sheet: Sheet, rows: list[Row], problems: list[Problem]) -> None:
    if not sheet.key:
        return
    first: dict[tuple, int] = {}
    for row in rows:
        key = tuple(row[column] for column in sheet.key)
        if key in first:
            what = _("The same %(columns)s as on line %(line)d. Keep one of the two.")
            named = {"columns": " + ".join(sheet.key), "line": first[key]}
            problems.append(Problem(sheet.file, row.line, what % named))
        first.setdefault(key, row.line)


def _check_reference(sheet: Sheet, refers: Refers, sheets: Sheets, problems: list[Problem]) -> None:
    known = {tuple(str(row[column]) for column in refers.to) for row in sheets[refers.file]}
    for row in sheets[sheet.file]:
        for wanted in _wanted(row, refers):
            if wanted not in known and not (refers.may_be_empty and not any(wanted)):
                what = _("%(columns)s “%(wanted)s” is not in %(file)s.")
                named = {
                    "columns": " + ".join(refers.columns),
                    "wanted": " ".join(wanted),
                    "file": refers.file,
                }
                problems.append(Problem(sheet.file, row.line, what % named))


def _wanted(row: Row, refers: Refers) -> list[tuple[str, ...]]:
    cells = [row[column] for column in refers.columns]
    if isinstance(cells[0], list):
        return [(str(item),) for item in cells[0]]
    if any(cell is None for cell in cells) and not refers.may_be_empty:
        return []  # already a problem of its own
    return [tuple("" if cell is None else str(cell) for cell in cells)]
