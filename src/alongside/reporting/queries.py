"""Reads of reporting: a report of a series, and the state of the audit chain."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alongside.kit.access import Viewer
from alongside.kit.audit import export_lines, head
from alongside.kit.audit.verify import check
from alongside.methods.tables import Cell
from alongside.reporting.api import Part, Report, Table
from alongside.reporting.registry import report_for
from alongside.workshops.models import Series
from alongside.workshops.queries import get_series


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in its column. `kind` is the column's: word, text or number."""

    words: Cell
    column: str
    kind: str
    href: str = ""


@dataclass(frozen=True)
class Reported:
    """A report with the series it is about and its table."""

    report: Report
    series: Series
    table: Table

    @property
    def head(self) -> list[Placed]:
        """The columns."""
        return self._placed(self.table.columns)

    @property
    def parts(self) -> list[tuple[Part, list[list[Placed]]]]:
        """Each part with its lines, every cell in its place."""
        return [(part, [self._placed(row.cells, row.href) for row in part.rows]) for part in self.table.parts]

    @property
    def total(self) -> list[Placed]:
        """The last line; empty where there is none."""
        return self._placed(self.table.total) if self.table.total else []

    def _placed(self, cells: Sequence[Cell], href: str = "") -> list[Placed]:
        columns = zip(cells, self.table.columns, self.report.widths, strict=True)
        return [
            Placed(cell, column, kind, "" if at else href) for at, (cell, column, kind) in enumerate(columns)
        ]


@dataclass(frozen=True)
class Chain:
    """The audit chain as it stands: how many entries, its newest hash, and what is wrong with it."""

    number: int
    hash: str
    problems: list[str]


def get_report(pk: int, key: str, viewer: Viewer) -> Reported:
    """One report of one series, or NotVisible."""
    report, series = report_for(key), get_series(pk, viewer)
    return Reported(report, series, report.build(series))


def check_chain() -> Chain:
    """Read the whole chain and check every link of it."""
    number, newest = head()
    return Chain(
        number, newest, [str(problem) for problem in check(export_lines(), [(number, newest)]).problems]
    )


def chain_lines() -> Iterator[str]:
    """The chain to take away, a line of JSON for each entry. What stands in an entry is left out: the chain is that
    of the whole installation, and its hashes prove it without.
    """
    return export_lines(with_content=False)
