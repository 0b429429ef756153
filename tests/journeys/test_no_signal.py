"""A phone in a hall with bad signal: nothing typed is lost, nothing arrives twice, nobody retypes."""

import json
import os
import subprocess
import sys
import time

import pytest

from tests.guards.source import ROOT
from tests.journeys.conftest import Screens, start, stop

WORKSHOPS = 13  # one for each story


@pytest.fixture(scope="module")
def venue(tmp_path_factory):
    """One server in which several workshops run, each with an open word cloud and seats for two phones."""
    data = tmp_path_factory.mktemp("venue") / "data"
    data.mkdir(mode=0o700)
    rooms = run(data, "benchmarks.made_room", "2", str(WORKSHOPS))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALONGSIDE_DEMO", "yes")
        served = start(data, "--empty")
    yield served, data, rooms
    stop(served)


@pytest.fixture
def hall(venue, browser):
    """A workshop that nobody has used yet."""
    served, data, rooms = venue
    screens = Screens(browser, served.url)
    yield Hall(screens, rooms.pop(), data)
    screens.close()
    assert not screens.troubles, "\n".join(screens.troubles)


def run(data, module, *words):
    env = os.environ | {"DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "alongside.config.settings"}
    done = subprocess.run(
        [sys.executable, "-m", module, *words], env=env, capture_output=True, text=True, check=True, cwd=ROOT
    )
    return json.loads(done.stdout)


class Hall:
    def __init__(self, screens, made, data):
        self.screens, self.made, self.data = screens, made, data

    def phone(self, number=0):
        """A phone that opens its own link and lands on the question."""
        page = self.screens.open("phone")
        page.goto(f"/me/{self.made['secrets'][number]}/")
        page.goto(f"/seat/answer/{self.made['activity']}/")
        return page

    def laptop(self):
        page = self.screens.open("laptop")
        page.goto(self.made["sign_in"])
        page.goto(f"/sessions/{self.made['session']}/run/")
        return page

    def kept(self):
        return run(self.data, "benchmarks.made_room", "count", str(self.made["activity"]))


def write(page, word):
    page.get_by_label("Your first word").fill(word)


def send(page):
    page.locator("form[data-answer] button.button").first.click()


def status(page):
    return page.locator("[data-status]")


def test_an_answer_goes_out_in_the_background_and_every_screen_shows_it(hall):
    mine, other = hall.phone(0), hall.phone(1)
    write(mine, "listened to")
    send(mine)
    mine.wait_for_selector('form[data-is="sent"]')
    other.get_by_text("listened to").first.wait_for(state="attached")
    assert hall.kept() == {"kept": 1, "standing": 1, "lines": 1}


def test_what_is_sent_without_signal_waits_on_the_phone_and_goes_once(hall):
    phone = hall.phone()
    write(phone, "kept here")
    phone.context.set_offline(True)
    send(phone)
    phone.wait_for_selector('form[data-is="kept"]')
    assert "kept on this phone" in status(phone).inner_text().lower()
    phone.context.set_offline(False)
    phone.wait_for_selector('form[data-is="sent"]')
    assert hall.kept()["kept"] == 1


def test_a_draft_survives_a_reload(hall):
    phone = hall.phone()
    write(phone, "half a thou")
    phone.reload()
    assert phone.get_by_label("Your first word").input_value() == "half a thou"
    assert hall.kept()["kept"] == 0


def test_a_locked_screen_loses_nothing(hall):
    """The browser freezes the page, as phones do behind a locked screen, and drops it; then it is opened again."""
    phone = hall.phone()
    write(phone, "in my pocket")
    cdp = phone.context.new_cdp_session(phone)
    cdp.send("Page.setWebLifecycleState", {"state": "frozen"})
    cdp.send("Page.setWebLifecycleState", {"state": "active"})
    assert phone.get_by_label("Your first word").input_value() == "in my pocket"
    context, address = phone.context, phone.url
    phone.close()
    again = context.new_page()
    again.goto(address)
    assert again.get_by_label("Your first word").input_value() == "in my pocket"
    send(again)
    again.wait_for_selector('form[data-is="sent"]')
    assert hall.kept() == {"kept": 1, "standing": 1, "lines": 1}


KEPT_KEYS = "() => Object.keys(localStorage).filter((key) => key.startsWith('alongside:'))"


def test_a_draft_is_gone_once_it_is_sent(hall):
    phone = hall.phone()
    write(phone, "said once")
    assert phone.evaluate(KEPT_KEYS)
    send(phone)
    phone.wait_for_selector('form[data-is="sent"]')
    assert phone.evaluate(KEPT_KEYS) == []


def test_clearing_the_phone_leaves_no_draft_and_no_cookie(hall):
    """Also on plain http, where a browser pays no heed to Clear-Site-Data."""
    phone = hall.phone()
    write(phone, "nobody else’s business")
    assert phone.evaluate(KEPT_KEYS)
    phone.goto("/seat/leave/?lang=cy")
    phone.locator("form[data-clear] button").click()
    phone.wait_for_url("**/cleared/")
    assert phone.evaluate(KEPT_KEYS) == []
    left = {cookie["name"] for cookie in phone.context.cookies()} - {"csrftoken", "sessionid"}
    assert not left, left
    phone.go_back()
    assert "nobody else" not in phone.content()


def test_a_reply_lost_on_its_way_back_does_not_double_the_answer(hall):
    """The server has it, the phone does not know: it sends again, also from a fresh page, and it counts once."""
    phone = hall.phone()
    lost = []

    def lose_the_reply(route):
        route.fetch()
        lost.append(1)
        route.abort()

    phone.route("**/live/answer/**", lose_the_reply)
    write(phone, "only once")
    send(phone)
    phone.wait_for_selector('form[data-is="kept"]')
    phone.wait_for_timeout(2500)
    assert len(lost) > 1
    phone.unroute_all(behavior="wait")  # a try may be on its way
    phone.reload()
    phone.wait_for_function(f"() => ({KEPT_KEYS})().length === 0")
    assert hall.kept() == {"kept": 1, "standing": 1, "lines": 1}


def test_an_unsent_answer_survives_a_closed_tab(hall):
    phone = hall.phone()
    write(phone, "from before")
    phone.context.set_offline(True)
    send(phone)
    phone.wait_for_selector('form[data-is="kept"]')
    context = phone.context
    phone.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(f"/seat/answer/{hall.made['activity']}/")
    again.wait_for_selector('form[data-is="sent"], .notice')
    again.wait_for_timeout(500)
    assert hall.kept()["kept"] == 1


def test_the_group_moves_on_but_nobody_loses_what_they_type(hall):
    typing, idle, laptop = hall.phone(0), hall.phone(1), hall.laptop()
    write(typing, "not finished ye")
    laptop.get_by_role("button", name="Close answers").click()
    typing.locator("[data-moved]").wait_for(state="visible")
    assert typing.get_by_label("Your first word").input_value() == "not finished ye"
    idle.wait_for_function("() => !document.querySelector('form[data-answer]')")
    send(typing)
    typing.wait_for_selector('form[data-is="back"]')
    assert "closed" in status(typing).inner_text()
    assert typing.get_by_label("Your first word").input_value() == "not finished ye"


def test_a_page_made_for_an_earlier_moment_catches_up(hall):
    """A page that was on its way while the group went on, on a phone that was led to that moment once already."""
    phone, laptop, wait = hall.phone(0), hall.laptop(), "/seat/wait/"
    laptop.get_by_role("button", name="Close answers").click()
    phone.wait_for_function("() => !document.querySelector('form[data-answer]')")
    phone.goto(wait)
    old = phone.content()
    laptop.get_by_role("button", name="Open again").click()
    phone.wait_for_selector("form[data-answer]")
    phone.evaluate(f"sessionStorage.setItem('alongside:led', '{hall.made['activity']},open,0,running|1')")
    phone.route(f"**{wait}", lambda route: route.fulfill(body=old, content_type="text/html"))
    phone.goto(wait)
    phone.wait_for_selector("form[data-answer]", timeout=15_000)


def test_the_wall_and_the_run_sheet_follow(hall):
    laptop = hall.laptop()
    wall = laptop.context.new_page()
    wall.goto(f"/sessions/{hall.made['session']}/wall/")
    phone = hall.phone()
    write(phone, "proud")
    send(phone)
    wall.get_by_text("proud").first.wait_for()
    assert wall.locator('[data-count="answered"]').first.inner_text() == "1"
    laptop.locator("[data-timer]").wait_for()
    before = laptop.locator("[data-timer]").inner_text()
    laptop.wait_for_function(
        f"() => document.querySelector('[data-timer]').textContent !== {json.dumps(before)}"
    )
    hall.phone(1)
    wall.wait_for_function("() => document.querySelector('[data-count=here]').textContent === '2'")


def test_without_scripts_the_form_is_sent_as_a_page(hall):
    page = hall.screens.open("phone", script=False)
    page.goto(f"/me/{hall.made['secrets'][0]}/")
    page.goto(f"/seat/answer/{hall.made['activity']}/")
    write(page, "plain")
    send(page)
    page.wait_for_url("**?sent")
    assert hall.kept() == {"kept": 1, "standing": 1, "lines": 1}


def test_joining_and_answering_costs_little_data(hall):
    """All that comes over the air for the way in and the question: pages, styles, scripts, font."""
    page = hall.screens.open("phone")
    cdp = page.context.new_cdp_session(page)
    cdp.send("Network.enable")
    sizes = []
    cdp.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(f"/me/{hall.made['secrets'][0]}/")
    page.goto(f"/seat/answer/{hall.made['activity']}/")
    page.wait_for_timeout(1000)
    assert 10_000 < sum(sizes) <= 60 * 1024, sum(sizes)


def test_a_server_killed_in_the_middle_of_a_vote_is_back_before_anybody_minds(browser, tmp_path):
    """Killed, started again on the same data: what was sent meanwhile arrives by itself, once."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (made,) = run(data, "benchmarks.made_room", "2", "1")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALONGSIDE_DEMO", "yes")
        server = start(data, "--empty")
        port = server.url.rsplit(":", 1)[1]
        screens = Screens(browser, server.url)
        phone = Hall(screens, made, data).phone()
        server.process.kill()
        server.process.wait()
        write(phone, "between two servers")
        send(phone)
        phone.wait_for_selector('form[data-is="kept"]')
        begun = time.monotonic()
        patch.setenv("PORT", port)
        again = start(data, "--empty", port=int(port))
        is_up = time.monotonic()
        phone.wait_for_selector('form[data-is="sent"]', timeout=20_000)
        sent = time.monotonic()
    kept = run(data, "benchmarks.made_room", "count", str(made["activity"]))
    screens.close()
    stop(again)
    print(f"back after {is_up - begun:.2f} s, the answer {sent - is_up:.2f} s later")
    assert kept == {"kept": 1, "standing": 1, "lines": 1}
    assert is_up - begun < 6, "2 s on a machine that is not busy with tests"
    assert sent - is_up < 2.5, f"the phone took {sent - is_up:.1f} s to notice"
