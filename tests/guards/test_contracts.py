"""Each import contract is seen to fail: a bad import is planted in a copy and must be found."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.guards.source import ROOT, SOURCE

KIND = "activities/kinds/planted"
REPORT = "reporting/reports/planted"
# What is planted where, and the contract that must break.
PLANTED = {
    "a low capability looks up": ("people/planted.py", "import alongside.home.apps", "capabilities"),
    "a new folder nobody placed": ("unplaced/__init__.py", "", "capabilities"),
    "a rule reads a query": ("people/rules.py", "import alongside.people.queries", "inside"),
    "a page reaches a model": ("home/views.py", "import alongside.people.models", "views"),
    "a method reaches Django": ("methods/planted.py", "import django", "methods"),
    "a tally reaches Django": (f"{KIND}/tally.py", "import django", "tallies"),
    "a kind leans on another": (
        f"{KIND}/forms.py",
        "import alongside.activities.kinds.other.tally",
        "kinds-independent",
    ),
    "a kind reads models": (f"{KIND}/forms.py", "import alongside.activities.models", "kinds-see"),
    "a kind reads the audit": (f"{KIND}/forms.py", "import alongside.kit.audit.models", "kinds-see"),
    "the core names a kind": (
        "activities/planted.py",
        f"import alongside.{KIND.replace('/', '.')}.tally",
        "kinds-unnamed",
    ),
    "a report leans on another": (
        f"{REPORT}/report.py",
        "import alongside.reporting.reports.other.report",
        "reports-independent",
    ),
    "the core names a report": (
        "reporting/planted.py",
        f"import alongside.{REPORT.replace('/', '.')}.report",
        "reports-unnamed",
    ),
    "another names a kind": (
        "home/planted.py",
        f"import alongside.{KIND.replace('/', '.')}.tally",
        "kinds-unnamed",
    ),
}
OTHER = "activities/kinds/other"
STUBS = (
    "activities/kinds/__init__.py",
    f"{KIND}/__init__.py",
    f"{KIND}/tally.py",
    f"{OTHER}/__init__.py",
    f"{OTHER}/tally.py",
    f"{REPORT}/__init__.py",
    f"{REPORT}/report.py",
    "reporting/reports/other/__init__.py",
    "reporting/reports/other/report.py",
    "people/queries.py",
)


def lint(folder, contract):
    """Run one contract on the source below a folder; returns its exit code and words."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
    ]
    options = ["--config", str(ROOT / "contracts.ini"), "--no-cache", "--contract", contract]
    # The copy goes first on the path; site-packages' own link to the source comes after it.
    environment = os.environ | {"PYTHONPATH": str(folder)}
    return subprocess.run(
        [*command, *options], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The product's source, in a place where it may be broken."""
    folder = tmp_path_factory.mktemp("planted")
    unwanted = shutil.ignore_patterns("__pycache__", "static", "templates", "locale", "migrations")
    shutil.copytree(SOURCE, folder / "alongside", ignore=unwanted)
    for stub in STUBS:
        write(folder, stub, "")
    return folder


def write(folder, name, line):
    path = folder / "alongside" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.write_text((before or "") + f"\n{line}\n", encoding="utf-8")
    return path, before


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED.keys())
def test_each_contract_breaks_when_it_should(copy, planted):
    name, line, contract = planted
    path, before = write(copy, name, line)
    try:
        result = lint(copy, contract)
    finally:
        path.unlink() if before is None else path.write_text(before, encoding="utf-8")
        if name.endswith("__init__.py") and before is None:
            path.parent.rmdir()
    assert result.returncode == 1, result.stdout + result.stderr
    assert "BROKEN" in result.stdout, result.stdout + result.stderr
