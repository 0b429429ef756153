"""The whole way of a partner in Welsh and in Urdu: in their words, from the right side, nothing on top of another."""

import os
import re

import pytest
from django.urls import reverse

from alongside.activities import actions
from alongside.activities.registry import all_kinds
from alongside.activities.testing import make_room
from alongside.kit.access import Viewer
from alongside.kit.languages import direction_of
from alongside.people.models import Group
from alongside.projects.models import Partner
from alongside.workshops import actions as workshop_actions
from alongside.workshops.models import Invitation, Session
from alongside.workshops.seats import hash_of, new_secret
from tests.journeys.access import reads_well
from tests.journeys.conftest import Screens

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")
in_both = pytest.mark.parametrize("language", ["cy", "ur"])
LETTERS = {"cy": re.compile(r"[A-Za-zÀ-ÿŵŷ]{3}"), "ur": re.compile(r"[\u0600-\u06ff]{3}")}

# Two texts that stand beside each other in one box must not lie on top of each other.
OVERLAPS = """() => {
  const seen = [...document.querySelectorAll('h1, h2, h3, p, li, label, legend, dt, dd, .button, summary, td, th')]
    .filter((one) => one.checkVisibility() && !one.closest('.hidden, .skip') && one.textContent.trim());
  const boxes = seen.map((one) => [one, one.getBoundingClientRect()]).filter(([, box]) => box.width > 2);
  const found = [];
  for (const [a, boxA] of boxes) for (const [b, boxB] of boxes) {
    if (a === b || a.contains(b) || b.contains(a)) continue;
    const across = Math.min(boxA.right, boxB.right) - Math.max(boxA.left, boxB.left);
    const down = Math.min(boxA.bottom, boxB.bottom) - Math.max(boxA.top, boxB.top);
    if (across > 3 && down > 3) found.push(a.textContent.trim().slice(0, 40) + ' / ' + b.textContent.trim().slice(0, 40));
  }
  return found;
}"""


@pytest.fixture
def room():
    made = make_room()
    made.sit("Red Umbrella")
    return made


@pytest.fixture
def devices(browser, live_server):
    opened = Screens(browser, live_server.url)
    yield opened
    opened.close()
    assert not opened.troubles, "\n".join(opened.troubles)


class Phone:
    """A phone in one language: each page it opens is looked at."""

    def __init__(self, devices, language, secret=None):
        self.language, self.page = language, devices.open("phone")
        self.page.context.add_cookies([{"name": "language", "value": language, "url": devices.url}])
        # without our scripts: what the facilitators do meanwhile does not lead the page on
        self.page.route("**/static/**/*.js", lambda route: route.abort())
        if secret:
            self.page.context.add_cookies([{"name": "seat", "value": secret, "url": devices.url}])

    def look(self, path=""):
        if path:
            self.page.goto(path)
        html = self.page.locator("html")
        assert html.get_attribute("lang") == self.language, self.page.url
        assert html.get_attribute("dir") == direction_of(self.language), self.page.url
        assert LETTERS[self.language].search(self.page.locator(".foot").inner_text()), self.page.url
        reads_well(self.page)
        assert not self.page.evaluate(OVERLAPS), self.page.url
        return self.page


def words_left_in_english(page):
    """Words of our own pages that stand in English: whatever the catalogue knows as a sentence of its own."""
    from alongside.config.languages import kept_whole, of_kinds

    english = {
        each.msgid for each in (*kept_whole(), *of_kinds()) if len(each.msgid) > 12 and "%" not in each.msgid
    }
    return [line for line in page.locator("body").inner_text().splitlines() if line.strip() in english]


@in_both
def test_the_way_in_the_seat_and_the_way_out(language, devices, room):
    """Front door, code, room name, what to expect, waiting, own link, break, leaving, coming back."""
    session = Session.objects.get(pk=room.session.pk)
    door = session if session.join_code else _opened(session, room)
    phone = Phone(devices, language)
    for path in ("/", reverse("home:privacy"), reverse("workshops:join"), f"/join/?code={door.join_code}"):
        assert not words_left_in_english(phone.look(path)), path
    page = phone.page
    page.locator("main form button.button").last.click()
    phone.look()
    assert page.url.endswith(reverse("workshops:expect"))
    page.locator("main form button.button").click()
    seen = [
        "workshops:wait",
        "workshops:my_link",
        "workshops:pause",
        "workshops:leave",
        "activities:my_words",
    ]
    for name in (*seen, "recommendations:because"):
        assert not words_left_in_english(phone.look(reverse(name))), name
    page.goto(reverse("workshops:leave"))
    page.locator('form[action$="/leave/"] button').click()
    assert not words_left_in_english(phone.look())
    page.locator("form[data-clear] button").click()
    page.wait_for_url("**/cleared/")


def _opened(session, room):
    """The door shut and opened anew, so that it has a code."""
    workshop_actions.close_door(session=session, by=room.by)
    workshop_actions.open_door(session=session, by=room.by)
    return Session.objects.get(pk=session.pk)


@in_both
def test_letters_errors_and_what_is_gone(language, devices, room):
    """An invitation, the form for those who are interested, with mistakes in it, and links that lead nowhere."""
    series = room.session.round.series
    series.register_token = new_secret()
    series.save()
    partner = Partner.objects.create(project=series.project, code="W01", group=Group.objects.get())
    token = new_secret()
    Invitation.objects.create(session=room.session, partner=partner, token_hash=hash_of(token))
    phone = Phone(devices, language)
    for path in (f"/i/{token}/", f"/register/{series.register_token}/", "/offline/"):
        assert not words_left_in_english(phone.look(path)), path
    page = phone.page
    page.goto(f"/register/{series.register_token}/")
    page.locator("main form button.button").click()
    page.locator(".problems").wait_for()
    assert not words_left_in_english(phone.look())


@in_both
@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.key)
def test_every_kind(language, kind, devices, room):
    """The question, what is wrong with an empty answer, the answer on the wall, own words and taking them back."""
    activity = room.open(kind)
    phone = Phone(devices, language, room.secrets["Red Umbrella"])
    page = phone.look(reverse("activities:answer", args=[activity.pk]))
    said = room.say(activity, "Red Umbrella", kind.sample.answers[0])
    room.fill(activity, kind, 12)
    phone.look(reverse("activities:my_words"))
    phone.look(reverse("activities:take_back", args=[said.pk]))
    actions.close_activity(activity=activity, by=room.by)
    activity.refresh_from_db()
    actions.show_result(activity=activity, by=room.by)
    phone.look(reverse("activities:answer", args=[activity.pk]))
    assert page.locator("h1").get_attribute("lang") == "en-gb"


def test_a_language_is_chosen_without_scripts_and_stays_with_the_phone(devices, room):
    """A plain link; the next page is in it too; the own link carries it to another phone; clearing forgets it."""
    page = devices.open("phone", script=False)
    page.goto("/")
    page.get_by_role("link", name="اردو").first.click()
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.goto("/join/")
    assert page.locator("html").get_attribute("lang") == "ur"
    page.goto(f"/me/{room.secrets['Red Umbrella']}/")
    page.goto(reverse("workshops:my_link"))
    link = page.locator("#own-link").input_value()
    assert link.endswith("?lang=ur")
    other = devices.open("phone", script=False)
    other.goto(link[link.index("/me/") :])
    assert other.locator("html").get_attribute("lang") == "ur"
    page.goto(reverse("workshops:leave"))
    page.locator("form[data-clear] button").click()
    page.goto("/")
    assert page.locator("html").get_attribute("lang") == "en-gb"


def test_words_from_the_right_stay_so_on_an_english_page(devices, room):
    """Urdu on an English wall and phone runs from the right; English beside it from the left."""
    kind = next(each for each in all_kinds() if each.key == "open_notes")
    activity = room.open(kind)
    room.say(activity, "Red Umbrella", {"note": "سب سے پہلے سنیں!"})
    actions.show_result(activity=activity, by=Viewer(account_id=room.account.pk, roles=room.by.roles))
    page = devices.open("phone")
    page.context.add_cookies([{"name": "seat", "value": room.secrets["Red Umbrella"], "url": devices.url}])
    page.goto(reverse("activities:my_words"))
    ways = "one => [one.getAttribute('dir'), getComputedStyle(one).direction]"
    assert page.locator(".own-words .quote").first.evaluate(ways) == ["auto", "rtl"]
