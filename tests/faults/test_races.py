"""Many at once (goal G21): no fork in the chain, nothing twice, nothing lost, on SQLite and on PostgreSQL."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.stores import store, why_no_postgres

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = {
    "entries": 8 * 40,
    "problems": [],
    "mails": 40,
    "readable": 40,
    "keys": 40,
    "troubles": [],
    "refused": [True, True, True],
    "sealed": True,
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_eight_writers_forty_rounds(kind, tmp_path):
    if kind == "postgresql" and (why := why_no_postgres()):
        pytest.skip(why)
    with store(kind, tmp_path) as environment:
        run = subprocess.run(
            [sys.executable, "-m", "tests.faults.race"],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=100,
        )
    assert run.returncode == 0, run.stderr[-2000:]
    found = json.loads(run.stdout.splitlines()[-1])
    assert found.pop("vendor") == kind
    assert found.pop("longest") < 3
    assert found == EXPECTED
