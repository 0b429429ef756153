"""A report as a file: CSV for any program, XLSX for spreadsheets. No cell in either can run as a formula."""

import io

import xlsxwriter
from django.utils.translation import gettext as _

from alongside.methods.tables import Cell, to_csv
from alongside.reporting.queries import Reported

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = {"number": 14, "word": 24, "text": 60}


def name_of(reported: Reported, ending: str) -> str:
    """The file's name: homecare-attendance.csv."""
    return f"{reported.series.key}-{reported.report.key}.{ending}"


def as_csv(reported: Reported) -> bytes:
    """The table alone."""
    return to_csv(*reported.table.flat())


def as_xlsx(reported: Reported) -> bytes:
    """The table, and on a second sheet what its figures count and where they come from."""
    kept = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(kept, options) as book:
        _table_sheet(book, reported)
        _notes_sheet(book, reported)
    return kept.getvalue()


def _table_sheet(book: xlsxwriter.Workbook, reported: Reported) -> None:
    sheet = book.add_worksheet(str(reported.report.name)[:31])
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 2})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    columns, rows = reported.table.flat()
    for at, width in enumerate(_widths(reported, len(columns))):
        sheet.set_column(at, at, width)
    for across, column in enumerate(columns):
        sheet.write_string(0, across, str(column), head)
    for down, row in enumerate(rows, 1):
        for across, cell in enumerate(row):
            _write(sheet, down, across, cell, body)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _widths(reported: Reported, columns: int) -> list[int]:
    """A width for each column; the one that names the part comes first."""
    known = [WIDTHS[word] for word in reported.report.widths]
    return [WIDTHS["word"]] * (columns - len(known)) + known


def _write(sheet: xlsxwriter.worksheet.Worksheet, down: int, across: int, cell: Cell, look: object) -> None:
    """Numbers as numbers, everything else as text that is never read as a formula."""
    if isinstance(cell, int | float):
        sheet.write_number(down, across, cell, look)
    elif cell:
        sheet.write_string(down, across, str(cell), look)


def _notes_sheet(book: xlsxwriter.Workbook, reported: Reported) -> None:
    sheet = book.add_worksheet(_("What is counted"))
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 100)
    source = reported.series.project.source
    for down, line in enumerate(
        [reported.series.name, str(reported.report.title), *reported.table.bases, source]
    ):
        if line:
            sheet.write_string(down, 0, line, wrap)
