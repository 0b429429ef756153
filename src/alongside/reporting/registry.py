"""The reports there are: every folder under `reports/`. Nobody imports one by its name."""

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path

from alongside.kit.errors import NotVisible
from alongside.reporting.api import Report

FOLDER = Path(__file__).parent / "reports"


@cache
def all_reports() -> tuple[Report, ...]:
    """Every report, in the order in which they are shown."""
    names = [found.name for found in pkgutil.iter_modules([str(FOLDER)]) if found.ispkg]
    reports = [import_module(f"alongside.reporting.reports.{name}.report").REPORT for name in names]
    return tuple(sorted(reports, key=lambda report: report.position))


def report_for(key: str) -> Report:
    """The report with this key."""
    for report in all_reports():
        if report.key == key:
            return report
    raise NotVisible(key)
