"""A room for tests of activities, the facilitator's laptop, and partners' phones."""

import pytest

from alongside.activities.testing import make_room
from alongside.config.world import Side, sign_in
from alongside.kit.testing.page import PageClient


@pytest.fixture
def room(db):
    """A running session; see alongside.activities.testing."""
    return make_room()


@pytest.fixture
def laptop(room):
    """The facilitator's browser."""
    side = Side("r", accounts={"facilitator": room.account.pk})
    sign_in(side)
    browser = PageClient()
    browser.client.cookies["sessionid"] = side.sessions["facilitator"]
    return browser


@pytest.fixture
def phone(room):
    """A function that gives the phone of somebody in the room."""

    def of(name):
        browser = PageClient()
        browser.client.cookies["seat"] = room.secrets[name]
        return browser

    return of
