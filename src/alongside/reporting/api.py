"""What a report is made of. Each folder under `reports/` builds one table from a series; the pages do the rest."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise

from alongside.methods.tables import Cell
from alongside.workshops.models import Series

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. `href` leads from its first cell to the thing itself."""

    cells: Sequence[Cell]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that belong together, such as those of one round; `title` is empty where a table has one part only."""

    rows: Sequence[Row]
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A whole table. `parts_are` names what its parts are ("Round"), as files need it for a column."""

    columns: Sequence[str]
    parts: Sequence[Part]
    parts_are: str = ""
    total: Sequence[Cell] = ()
    bases: Sequence[str] = ()
    """What the figures count, in sentences: “77 visits by 40 people.”"""
    nothing_yet: Text = ""

    @property
    def is_empty(self) -> bool:
        """No line at all."""
        return not any(part.rows for part in self.parts)

    def flat(self) -> tuple[list[str], list[list[Cell]]]:
        """Columns and rows for a file: what heads a part on the page is a first column there. Totals are left out."""
        lead = [self.parts_are] if self.parts_are else []
        return [*lead, *self.columns], list(self._flat_rows())

    def _flat_rows(self) -> Iterator[list[Cell]]:
        for part in self.parts:
            yield from ([*([part.title] if self.parts_are else []), *row.cells] for row in part.rows)


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `stage` is its place in the menu of a series; `position` its place among the reports."""

    key: str
    name: Text
    title: Text
    build: Callable[[Series], Table]
    position: int
    stage: str = "plan"
    widths: Sequence[str] = field(default=())
    """A word for each column: `word`, `text` or `number`; files and pages set widths by it."""

    @property
    def address(self) -> str:
        """The name of its page's address."""
        return f"reporting:{self.key}"
