"""Goal G22: a room of forty comes in at once behind one address, and nobody gets in by trying codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.stores import store, why_no_postgres

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_forty_come_in_while_somebody_tries_codes(kind, tmp_path):
    if kind == "postgresql" and (why := why_no_postgres()):
        pytest.skip(why)
    with store(kind, tmp_path) as environment:
        run = subprocess.run(
            [sys.executable, "-m", "tests.faults.joining"],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=110,
        )
    assert run.returncode == 0, run.stderr[-2000:]
    found = json.loads(run.stdout.splitlines()[-1])
    assert found["refused"] == []
    assert found["seats"] == found["names"] == 40
    assert found["admitted"] >= 30, "those who came by link never wait"
    assert found["attacker"] == []
    assert found["problems"] == []
    assert found["late_waits"] >= 1, "after the rain of wrong codes a typed code needs a nod"
