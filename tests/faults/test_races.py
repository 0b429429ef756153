"""Many at once (goal G21): no fork in the chain, nothing twice, nothing lost, on SQLite and on PostgreSQL."""

import pytest

from tests.faults.stores import found_by

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
    found = found_by("tests.faults.race", kind, tmp_path, timeout=100)
    assert found.pop("vendor") == kind
    assert found.pop("longest") < 3
    assert found == EXPECTED
