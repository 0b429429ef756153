"""Getting in: the front door, the demo links, an empty start."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.access import reads_well
from tests.journeys.conftest import Screens


@pytest.mark.parametrize("size", ["phone", "laptop", "narrow"])
def test_the_doors_read_well(screens, size):
    page = screens.open(size)
    for path in (
        "/",
        "/accounts/login/",
        "/accounts/login/code/",
        "/privacy/",
        "/no-such-page/",
        "/offline/",
    ):
        page.goto(path)
        reads_well(page)


@pytest.mark.parametrize("role", ["lead", "facilitator", "payments", "auditor"])
def test_everyone_of_the_team_begins_with_their_day(screens, server, role):
    page = screens.open("laptop")
    page.goto(server.sign_ins[role])
    expect(page).to_have_url(re.compile("/day/"))
    reads_well(page)
    for link in pages_of(page):
        page.goto(link)
        reads_well(page)


def pages_of(page):
    """Where the links of this page lead within Alongside, each once; not the way out."""
    links = [link.get_attribute("href") or "" for link in page.locator("header a, main a").all()]
    return [link for link in dict.fromkeys(links) if link.startswith("/") and "logout" not in link][:12]


def test_an_empty_start_leads_through_first_set_up(browser, empty_server):
    screens = Screens(browser, empty_server.url)
    page = screens.open("laptop")
    log = (empty_server.data / "server.log").read_text(encoding="utf-8")
    page.goto(re.search(r"/setup/\?key=\S+", log).group(0))
    reads_well(page)
    page.get_by_label("Your organisation").fill("A small charity")
    page.get_by_label("Your project").fill("Getting about")
    page.get_by_label("Your e-mail address").fill("lead@example.org")
    page.get_by_role("button", name="Set it up and sign me in").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    reads_well(page)
    page.goto("/setup/")
    expect(page.get_by_role("button", name="Set it up")).to_have_count(0)
    screens.close()
    assert not screens.troubles
