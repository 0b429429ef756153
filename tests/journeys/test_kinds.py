"""The browser's part of conformance, for every kind of activity there is.

No accessibility fault on phone, room screen, laptop and paper; nothing wider than the smallest phone; the keyboard
alone is enough; one sheet of A4 comes out of the printer.
"""

import os
import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from alongside.activities import actions, queries
from alongside.activities.registry import all_kinds
from alongside.activities.testing import make_room, next_room, sign_in
from tests.journeys.access import reads_well
from tests.journeys.conftest import Screens

# The browser runs a loop in this thread; the store is asked beside it, never inside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

every_kind = pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.key)
pytestmark = [every_kind, pytest.mark.django_db(transaction=True, databases="__all__")]


@pytest.fixture
def _django_db_helper(project):
    """In place of pytest-django's own, which empties every table after each test: a third of the time was that."""


@pytest.fixture(scope="module")
def project(django_db_setup, django_db_blocker):
    """The project whose rooms all kinds use in turn; the store is emptied once, after the last of them."""
    with django_db_blocker.unblock():
        yield make_room()
        for alias in settings.DATABASES:
            call_command("flush", database=alias, interactive=False, verbosity=0)


@pytest.fixture(scope="module")
def served(project):
    """One server for all kinds, on the test's own store."""
    running = LiveServer("localhost")
    with override_settings(ALLOWED_HOSTS=["localhost", "testserver"]):
        yield running.url
    running.stop()


@pytest.fixture(scope="module")
def sign_in_cookie(project):
    """The facilitator, signed in with the second step taken."""
    client = Client()
    sign_in(client, project.account)
    return client.session.session_key


@pytest.fixture(scope="module")
def shelf(browser, served):
    """The devices that are handed from kind to kind: one of each size, without our scripts; axe needs its own."""
    opened = Screens(browser, served)
    yield Shelf(opened)
    opened.close()


class Shelf:
    """One page of each size, opened when it is first needed."""

    def __init__(self, screens):
        self.screens, self.pages = screens, {}

    def hand_out(self, size, cookie, value):
        """The device of this size, holding this one cookie and nothing else of whoever had it before."""
        page = self.pages.get(size) or self._open(size)
        page.context.clear_cookies()
        page.context.add_cookies([{"name": cookie, "value": value, "url": self.screens.url}])
        return page

    def _open(self, size):
        page = self.pages[size] = self.screens.open(size)
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.send("Network.setBlockedURLs", {"urls": ["*.js"]})
        return page


@pytest.fixture
def room(project):
    """A running session of its own for each test, with somebody in it who has not answered yet."""
    made = next_room(project)
    made.sit("Red Umbrella")
    return made


@pytest.fixture
def devices(shelf, sign_in_cookie, room):
    """Phone and laptop of the room; no page may break, or run into the content policy."""
    yield Devices(shelf, sign_in_cookie, room)
    troubles, shelf.screens.troubles[:] = list(shelf.screens.troubles), []
    assert not troubles, "\n".join(troubles)


class Devices:
    """Whose device is whose in one room."""

    def __init__(self, shelf, sign_in_cookie, room):
        self.shelf, self.sign_in_cookie, self.room = shelf, sign_in_cookie, room

    def phone(self, size="phone"):
        """Of the person who sits in the room."""
        return self.shelf.hand_out(size, "seat", self.room.secrets["Red Umbrella"])

    def laptop(self, size="laptop"):
        """Of the facilitator."""
        return self.shelf.hand_out(size, settings.SESSION_COOKIE_NAME, self.sign_in_cookie)


def opened(room, kind, answers):
    """The activity with so many answers, shown on the wall."""
    activity = room.open(kind)
    room.fill(activity, kind, answers)
    if kind.hides_early:
        actions.close_activity(activity=activity, by=room.by)
        activity.refresh_from_db()
    actions.show_result(activity=activity, by=room.by)
    return activity


def reads_well_on_small_ones_too(page):
    """On the phone as it is, and on the smallest there is."""
    reads_well(page)
    size = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 640})
    reads_well(page)
    page.set_viewport_size(size)


def test_conformance_on_a_phone(kind, room, devices):
    """The question, what is wrong with an empty answer, the answer, and the result of thirty people."""
    activity = room.open(kind)
    page = devices.phone()
    page.goto(reverse("activities:answer", args=[activity.pk]))
    reads_well_on_small_ones_too(page)
    page.locator("form[data-answer] button.button").click()
    page.locator(".problems").wait_for()
    reads_well(page)
    room.say(activity, "Red Umbrella", kind.sample.answers[0])
    room.fill(activity, kind, 30)
    for address in (reverse("activities:answer", args=[activity.pk]), reverse("activities:my_words")):
        page.goto(address)
        reads_well(page)
    actions.close_activity(activity=activity, by=room.by)
    activity.refresh_from_db()
    actions.show_result(activity=activity, by=room.by)
    page.goto(reverse("activities:answer", args=[activity.pk]))
    reads_well_on_small_ones_too(page)


def test_conformance_on_the_room_screen(kind, room, devices):
    """Nothing yet, thirty answers in both looks, and the table; letters to be read from afar, none of them turned."""
    activity = opened(room, kind, 0)
    page = devices.laptop("room")
    wall = reverse("activities:wall", args=[room.session.pk])
    page.goto(wall)
    reads_well(page)
    room.fill(activity, kind, 30)
    page.goto(wall)
    reads_well(page)
    page.evaluate("document.documentElement.classList.remove('dark')")
    reads_well(page)
    assert min(page.locator(".on-wall").evaluate(SIZES_OF_WORDS)) >= SMALLEST
    turned = page.locator(".on-wall *").evaluate_all("all => all.map(one => getComputedStyle(one).transform)")
    assert all(matrix == "none" or matrix.startswith("matrix(1, 0, 0, 1,") for matrix in turned)
    actions.show_result(activity=activity, by=room.by, is_as_table=True)
    page.goto(wall)
    reads_well(page)


SMALLEST = 20  # pixels at 1920: counts and small print; words themselves start at 26
SIZES_OF_WORDS = """box => [...box.querySelectorAll("*")]
  .filter(one => !one.closest(".hidden, table") && [...one.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .map(one => parseFloat(getComputedStyle(one).fontSize))"""


def test_conformance_on_a_laptop(kind, room, devices):
    """Console, set-up, result, words, typing for someone, and the sheet of paper."""
    activity = opened(room, kind, 30)
    page = devices.laptop()
    names = ("result", "paper", "words", "type_for")
    addresses = [reverse(f"activities:{name}", args=[activity.pk]) for name in names]
    addresses.append(reverse("activities:run", args=[room.session.pk]))
    addresses.append(reverse("activities:activity_new", args=[room.session.pk, kind.key]))
    for address in addresses:
        page.goto(address)
        reads_well(page)


def test_conformance_keyboard_alone(kind, room, devices):
    """Everything in the form and its button is reached by the tab key, and the key press sends it."""
    activity = room.open(kind)
    page = devices.phone("laptop")
    page.goto(reverse("activities:answer", args=[activity.pk]))
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        here = page.evaluate("[document.activeElement.tagName, document.activeElement.name || '']")
        reached.add(here[1])
        if here[0] == "SUMMARY":
            page.keyboard.press("Enter")  # what is folded opens
        if here[0] == "BUTTON":
            break
    fields = page.locator("form[data-answer]").locator("input:not([type=hidden]), textarea, select")
    names = set(fields.evaluate_all("all => all.map(one => one.name)"))
    assert names <= reached
    page.keyboard.press("Enter")
    page.locator(".problems").wait_for()  # it was sent, empty as it was


def test_conformance_one_sheet_of_a4(kind, room, devices):
    """What the printer gets is one page."""
    activity = room.add(kind)
    page = devices.laptop()
    page.goto(reverse("activities:paper", args=[activity.pk]))
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_conformance_at_later_stages(kind, room, devices):
    """Phone and room screen at every stage; then the list with its notes, and what the result prints."""
    if not kind.stages:
        pytest.skip("a kind without stages")
    activity = room.open(kind)
    room.fill(activity, kind, 12)
    for slot in range(1, len(kind.stages)):
        activity = gone_on(room, kind, activity, slot)
        page = devices.phone()
        page.goto(reverse("activities:answer", args=[activity.pk]))
        reads_well_on_small_ones_too(page)
        if kind.stages[slot].answer_form is not None:
            room.fill(activity, kind, 12)
        actions.show_result(activity=activity, by=room.by)
        screen = devices.laptop("room")
        screen.goto(reverse("activities:wall", args=[room.session.pk]))
        reads_well(screen)
    page = devices.laptop()
    names = ["listing"] * kind.makes_list + ["printed"] * bool(kind.prints)
    for name in names:
        page.goto(reverse(f"activities:{name}", args=[activity.pk]))
        reads_well(page)


def gone_on(room, kind, activity, slot):
    """The activity one stage further, with the sample's list where people answer about one."""
    if kind.stages[slot].needs_list and kind.sample.listed and activity.board is None:
        actions.make_list(activity=activity, items=kind.sample.listed, lines=[], by=room.by)
    return actions.next_stage(activity=activity, by=room.by, lines=queries.lines_of(activity))
