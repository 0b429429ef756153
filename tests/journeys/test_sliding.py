"""Scales on a phone: a finger that slides takes the dot along, a press and arrow keys move it too."""

import os

import pytest
from django.urls import reverse

from alongside.activities.registry import kind_for
from alongside.activities.testing import make_room
from tests.journeys.conftest import Screens

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")


@pytest.fixture
def scale(browser, live_server):
    """The first scale on a phone."""
    room = make_room()
    room.sit("Red Umbrella")
    activity = room.open(kind_for("scale_sliders"))
    screens = Screens(browser, live_server.url)
    page = screens.open("phone")
    page.context.add_cookies([{"name": "seat", "value": room.secrets["Red Umbrella"], "url": screens.url}])
    page.goto(reverse("activities:answer", args=[activity.pk]))
    yield page.locator("[data-slide]").first
    screens.close()


def middle_of(stop):
    box = stop.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_sliding_takes_the_dot_along(scale):
    stops, mouse = scale.locator(".stop"), scale.page.mouse
    assert scale.locator("input:checked").count() == 0
    mouse.move(*middle_of(stops.nth(1)))
    mouse.down()
    mouse.move(*middle_of(stops.nth(3)), steps=4)
    mouse.move(*middle_of(stops.nth(5)), steps=4)
    mouse.up()
    assert scale.locator("input:checked").get_attribute("value") == "6"


def test_a_press_and_an_arrow_key_move_it_too(scale):
    scale.locator(".stop label").nth(2).click()
    assert scale.locator("input:checked").get_attribute("value") == "3"
    scale.page.keyboard.press("ArrowRight")
    assert scale.locator("input:checked").get_attribute("value") == "4"
