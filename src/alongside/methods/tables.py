"""Tables as files: CSV that any spreadsheet opens, in which no cell can run as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int | float | None
STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet may take for the beginning of a formula or a command (OWASP, CSV injection)."""


def safe_cell(cell: Cell) -> Cell:
    """The cell with an apostrophe in front where a spreadsheet would run it; numbers stay numbers."""
    if isinstance(cell, str) and _may_run(cell):
        return f"'{cell}"
    return "" if cell is None else cell


def opened_cell(text: str) -> str:
    """The text that `safe_cell` made safe, as it was."""
    return text[1:] if text.startswith("'") and _may_run(text[1:]) else text


def _may_run(text: str) -> bool:
    """Whether it begins a formula, with or without apostrophes in front: so that one more can always be taken off."""
    return text.lstrip("' ").startswith(STARTS_FORMULA)


def to_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A CSV file in UTF-8 with its mark, so that spreadsheets read every letter right; lines end as RFC 4180 asks."""
    kept = io.StringIO(newline="")
    writer = csv.writer(kept, lineterminator="\r\n")
    writer.writerow([safe_cell(column) for column in columns])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return kept.getvalue().encode("utf-8-sig")
