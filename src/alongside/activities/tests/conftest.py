"""A room for tests of activities, the facilitator's laptop, and partners' phones."""

import time

import pytest

from alongside.activities.testing import make_room
from alongside.kit.access import Viewer
from alongside.kit.testing.page import PageClient
from alongside.people.models import Account
from alongside.projects.rules import roles_of


@pytest.fixture
def room(db):
    """A running session; see alongside.activities.testing."""
    return make_room()


def signed_in(account):
    """A browser signed in with the second step taken."""
    browser = PageClient()
    browser.client.force_login(account)
    session = browser.client.session
    session["account_authentication_methods_user"] = str(account.pk)
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session.save()
    return browser


def viewer(account):
    """An account as the door sees it."""
    return Viewer(account_id=account.pk, roles=roles_of(account.pk))


@pytest.fixture
def laptop(room):
    """The facilitator's browser."""
    return signed_in(room.account)


@pytest.fixture
def lead(room):
    """The lead, who holds the room too."""
    return Account.objects.get(email="lead@room.example")


@pytest.fixture
def stranger(room):
    """A facilitator of the project who does not hold this session."""
    account = Account.objects.create_user("third@room.example", "third")
    account.roles.create(project=room.session.round.series.project, role="facilitator")
    return account


@pytest.fixture
def phone(room):
    """A function that gives the phone of somebody in the room."""

    def of(name):
        browser = PageClient()
        browser.client.cookies["seat"] = room.secrets[name]
        return browser

    return of
