"""A room for tests of activities, the facilitator's laptop, and partners' phones."""

import pytest

from alongside.activities.registry import all_kinds
from alongside.activities.testing import make_room, sign_in
from alongside.activities.tests.looked_at import changed_kinds, standing_for_the_rest
from alongside.kit.access import Viewer
from alongside.kit.testing.page import PageClient
from alongside.people.models import Account
from alongside.projects.rules import roles_of


def pytest_collection_modifyitems(config, items):
    """A quick check asks every kind what needs no store; of pages it asks the kinds at work, and some for the rest."""
    if not config.getoption("--quick"):
        return
    chosen = changed_kinds() | standing_for_the_rest(all_kinds())
    items[:] = [item for item in items if not is_left_out(item, chosen)]


def is_left_out(item, chosen):
    """A test of pages for a kind that nobody works on, and that another one stands for."""
    kind = item.callspec.params.get("kind") if hasattr(item, "callspec") else None
    return kind is not None and "room" in item.fixturenames and getattr(kind, "key", kind) not in chosen


@pytest.fixture
def room(db):
    """A running session; see alongside.activities.testing."""
    return make_room()


def signed_in(account):
    """A browser signed in with the second step taken."""
    browser = PageClient()
    sign_in(browser.client, account)
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
