"""Fixtures for every test: both stores, a page client, and people who use it.

`world` is the world of `alongside seed-world`: two projects with every role in them. `as_lead`, `as_facilitator`,
`as_payments`, `as_auditor`, `as_partner`, `as_manager` are browsers of people of its project A; `series` is the
homecare example, imported from its files.
"""

from pathlib import Path

import pytest
from django.conf import settings

from alongside.kit.languages.compiling import compile_catalogues
from alongside.kit.testing.page import PageClient

ROOT = Path(__file__).parent
# Whole files that start servers, walk at random, copy stores or make thousands of answers: kept for the full check.
SLOW = {
    "test_served",
    "test_any_order",
    "test_new_activity",
    "test_backup",
    "test_races",
    "test_many",
    "test_chain",
    "test_checking",
    "test_ready_made_on_paper",
    "test_forgetting",
    "test_contracts",
    "test_picture",
}


def pytest_configure(config: pytest.Config) -> None:
    """Have the catalogues ready, as a server has when it starts."""
    compile_catalogues(settings.LOCALE_PATHS[0])


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="leave out tests marked slow")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Whatever test touches the store may use the keys too: people's words need both."""
    if config.getoption("--quick"):
        items[:] = [item for item in items if not is_slow(item)]
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker is not None or "db" in getattr(item, "fixturenames", ()):
            kwargs = {"databases": "__all__"} | (dict(marker.kwargs) if marker else {})
            item.add_marker(pytest.mark.django_db(**kwargs), append=False)


def is_slow(item: pytest.Item) -> bool:
    return item.get_closest_marker("slow") is not None or item.path.stem in SLOW


@pytest.fixture
def page(db) -> PageClient:
    """A browser that nobody has signed in with."""
    return PageClient()


@pytest.fixture
def world(db):
    """Two projects alike, A and B, with everyone signed in; see alongside.config.world."""
    from alongside.config import world as worlds

    made = worlds.build()
    for side in (made.a, made.b):
        worlds.sign_in(side)
    return made


@pytest.fixture
def series(db):
    """The homecare example, imported from its own files."""
    from alongside.home.exchange import import_files
    from alongside.kit.access import NOBODY
    from alongside.workshops.models import Series

    folder = ROOT / "examples" / "homecare"
    import_files({path.name: path.read_bytes() for path in folder.iterdir()}, by=NOBODY)
    return Series.objects.select_related("project").get(key="homecare")


def client_with(cookie: str, value: str) -> PageClient:
    """A browser that brings one cookie."""
    browser = PageClient()
    browser.client.cookies[cookie] = value
    return browser


def role_fixture(role: str):
    @pytest.fixture(name=f"as_{role}")
    def signed_in(world) -> PageClient:
        return client_with(settings.SESSION_COOKIE_NAME, world.a.sessions[role])

    return signed_in


as_lead = role_fixture("lead")
as_facilitator = role_fixture("facilitator")
as_analyst = role_fixture("analyst")
as_payments = role_fixture("payments")
as_auditor = role_fixture("auditor")


@pytest.fixture
def as_partner(world) -> PageClient:
    """The phone of a worker in a running session of project A."""
    return client_with("seat", world.a.seats["workers"])


@pytest.fixture
def as_manager(world) -> PageClient:
    """The phone of a manager, who meets in another session of the same round."""
    return client_with("seat", world.a.seats["managers"])
