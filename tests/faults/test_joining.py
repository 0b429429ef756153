"""Goal G22: a room of forty comes in at once behind one address, and nobody gets in by trying codes."""

import pytest

from tests.faults.stores import found_by


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_forty_come_in_while_somebody_tries_codes(kind, tmp_path):
    found = found_by("tests.faults.joining", kind, tmp_path, timeout=110)
    assert found["refused"] == []
    assert found["seats"] == found["names"] == 40
    assert found["admitted"] >= 30, "those who came by link never wait"
    assert found["attacker"] == []
    assert found["problems"] == []
    assert found["late_waits"] >= 1, "after the rain of wrong codes a typed code needs a nod"
