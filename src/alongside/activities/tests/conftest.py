"""A room for tests of activities, the facilitator's laptop, and partners' phones."""

import time

import pytest

from alongside.activities.testing import make_room
from alongside.kit.testing.page import PageClient


@pytest.fixture
def room(db):
    """A running session; see alongside.activities.testing."""
    return make_room()


@pytest.fixture
def laptop(room):
    """The facilitator's browser, signed in with the second step taken."""
    browser = PageClient()
    browser.client.force_login(room.account)
    session = browser.client.session
    session["account_authentication_methods_user"] = str(room.account.pk)
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session.save()
    return browser


@pytest.fixture
def phone(room):
    """A function that gives the phone of somebody in the room."""

    def of(name):
        browser = PageClient()
        browser.client.cookies["seat"] = room.secrets[name]
        return browser

    return of
