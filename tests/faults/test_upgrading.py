"""Upgrading keeps people's records: the audit chain is the same, whole and guarded, on SQLite and on PostgreSQL."""

import pytest

from tests.faults.stores import found_by


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_audit_chain_outlives_an_upgrade(kind, tmp_path):
    assert found_by("tests.faults.upgraded", kind, tmp_path, timeout=60) == {
        "vendor": kind,
        "is_same": True,
        "entries": 301,
        "problems": [],
        "refused": [True, True, True],
    }
