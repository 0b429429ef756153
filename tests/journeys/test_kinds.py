"""The browser's part of conformance, for every kind of activity there is.

No accessibility fault on phone, room screen, laptop and paper; nothing wider than the smallest phone; the keyboard
alone is enough; one sheet of A4 comes out of the printer.
"""

import os
import re

import pytest
from django.urls import reverse

from alongside.activities import actions
from alongside.activities.registry import all_kinds
from alongside.activities.testing import make_room
from tests.journeys.access import reads_well
from tests.journeys.conftest import Screens

# The browser runs a loop in this thread; the store is asked beside it, never inside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

every_kind = pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.key)
pytestmark = [every_kind, pytest.mark.django_db(transaction=True, databases="__all__")]


@pytest.fixture
def room():
    """A running session with somebody in it who has not answered yet."""
    made = make_room()
    made.sit("Red Umbrella")
    return made


@pytest.fixture
def devices(browser, live_server):
    """Devices of one room, on a server that shares the test's own store."""
    opened = Screens(browser, live_server.url)
    yield opened
    opened.close()
    assert not opened.troubles, "\n".join(opened.troubles)


def plain_page(devices, size):
    """A browser that gets none of our scripts; axe needs its own."""
    page = devices.open(size)
    page.route("**/*.js", lambda route: route.abort())
    return page


def phone_of(devices, room, name, size="phone"):
    page = plain_page(devices, size)
    page.context.add_cookies([{"name": "seat", "value": room.secrets[name], "url": devices.url}])
    return page


def laptop_of(devices, client, room, size="laptop"):
    """The facilitator, signed in with the second step taken."""
    client.force_login(room.account)
    session = client.session
    session["account_authentication_methods_user"] = str(room.account.pk)
    session["account_authentication_methods"] = [{"method": "mfa", "at": 1}]
    session.save()
    page = plain_page(devices, size)
    page.context.add_cookies([{"name": "sessionid", "value": session.session_key, "url": devices.url}])
    return page


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
    page = phone_of(devices, room, "Red Umbrella")
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


def test_conformance_on_the_room_screen(kind, room, devices, client):
    """Nothing yet, thirty answers, and the table; letters that can be read from afar, and none of them turned."""
    activity = opened(room, kind, 0)
    page = laptop_of(devices, client, room, "room")
    wall = reverse("activities:wall", args=[room.session.pk])
    page.goto(wall)
    reads_well(page)
    room.fill(activity, kind, 30)
    page.goto(wall)
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


def test_conformance_on_a_laptop(kind, room, devices, client):
    """Console, set-up, result, words, typing for someone, and the sheet of paper."""
    activity = opened(room, kind, 30)
    page = laptop_of(devices, client, room)
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
    page = phone_of(devices, room, "Red Umbrella", "laptop")
    page.goto(reverse("activities:answer", args=[activity.pk]))
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        here = page.evaluate("[document.activeElement.tagName, document.activeElement.name || '']")
        reached.add(here[1])
        if here[0] == "BUTTON":
            break
    fields = page.locator("form[data-answer]").locator("input:not([type=hidden]), textarea, select")
    names = set(fields.evaluate_all("all => all.map(one => one.name)"))
    assert names <= reached
    page.keyboard.press("Enter")
    page.locator(".problems").wait_for()  # it was sent, empty as it was


def test_conformance_one_sheet_of_a4(kind, room, devices, client):
    """What the printer gets is one page."""
    activity = room.add(kind)
    page = laptop_of(devices, client, room)
    page.goto(reverse("activities:paper", args=[activity.pk]))
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
