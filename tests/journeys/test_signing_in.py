"""Getting in: the front door, the demo links, an empty start."""

import pytest

from tests.journeys.access import reads_well


@pytest.mark.parametrize("size", ["phone", "laptop", "narrow"])
def test_the_sign_in_page_reads_well(screens, size):
    page = screens.open(size)
    page.goto("/accounts/login/")
    reads_well(page)
