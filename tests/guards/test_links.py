"""Every link on every page leads somewhere for the very person who sees it: nobody is shown a shut door."""

from collections import Counter, deque
from urllib.parse import urlsplit

import pytest
from conftest import client_with
from django.conf import settings
from django.urls import resolve

from alongside.kit.testing import checks

EACH = 2  # pages of one address that are opened
ENDS = {"account_logout", "mail"}
STARTS = {"partner": "/seat/", "manager": "/seat/"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "who", ["lead", "facilitator", "analyst", "payments", "auditor", "partner", "manager"]
)
def test_no_link_leads_to_a_shut_door(world, who):
    """From their first page on, every link answers with a page or leads on to one."""
    browser, start = browser_of(world, who)
    opened, waiting, seen, shut = Counter(), deque([(start, "")]), set(), []
    while waiting:
        path, found_on = waiting.popleft()
        address = resolve(path.partition("?")[0]).view_name
        if path in seen or opened[address] >= EACH or address in ENDS:
            continue
        seen.add(path)
        opened[address] += 1
        response = browser.client.get(path, follow=True)
        if response.status_code != 200:
            shut.append(f"{found_on} links to {path}: {response.status_code}")
        waiting.extend((link, path) for link in links_of(response))
    assert not shut, "\n".join(shut)
    assert len(opened) >= 3


def browser_of(world, who):
    """A browser of somebody of project A, and where they begin."""
    if who in world.a.sessions:
        return client_with(settings.SESSION_COOKIE_NAME, world.a.sessions[who]), "/day/"
    room = {"partner": "workers", "manager": "managers"}[who]
    return client_with("seat", world.a.seats[room]), STARTS[who]


def links_of(response):
    """The links of a page that stay with us, without their anchors; files are opened, not read."""
    if response.streaming or not response.headers.get("Content-Type", "").startswith("text/html"):
        return []
    tree = checks.parse(response.content.decode())
    found = [urlsplit(link.get("href", "")) for link in tree.iter("a")]
    return [
        one.path + (f"?{one.query}" if one.query else "")
        for one in found
        if not one.netloc and one.path.startswith("/") and one.scheme in {"", "http", "https"}
    ]
