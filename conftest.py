"""Fixtures for every test: both stores, a page client, and people who use it.

The people are made by the product's own actions and the example's own files; nothing is mocked.
"""

import pytest

from alongside.kit.testing.page import PageClient


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever test touches the store may use the keys too: people's words need both."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker is not None or "db" in getattr(item, "fixturenames", ()):
            kwargs = {"databases": "__all__"} | (dict(marker.kwargs) if marker else {})
            item.add_marker(pytest.mark.django_db(**kwargs), append=False)


@pytest.fixture
def page(db) -> PageClient:
    """A browser that nobody has signed in with."""
    return PageClient()
