"""A phone gives a picture: made small there, kept there without signal, sent once, and gone when it is taken back."""

import io
import sqlite3

import pytest
from PIL import Image

from tests.journeys.access import reads_well
from tests.journeys.conftest import Screens, start, stop
from tests.journeys.test_no_signal import Hall, run

WORKSHOPS = 6  # one for each story


@pytest.fixture(scope="module")
def venue(tmp_path_factory):
    """One server in which several workshops run, each weaving a story."""
    data = tmp_path_factory.mktemp("venue") / "data"
    data.mkdir(mode=0o700)
    rooms = run(data, "benchmarks.made_room", "2", str(WORKSHOPS), "story_weaving")
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


def photo():
    """A large photo that knows where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 12.0, 18.0)})
    out = io.BytesIO()
    Image.effect_noise((3000, 2000), 40).convert("RGB").save(out, "JPEG", quality=90, exif=exif)
    return {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def choose(page, file=None):
    page.locator('input[name="picture_file"]').set_input_files(file or photo())
    page.locator("[data-picture] img").wait_for()


def tell_about_it(page):
    page.get_by_label("What can be seen in it").fill("A blue front door")
    page.get_by_text("I took it, or made it").click()
    page.get_by_text("The people in this workshop, and the team").click()


def send(page):
    page.locator("form[data-answer] button.button").click()


def pictures(hall):
    """What is kept of the pictures of this workshop: which are there, and in an answer."""
    with sqlite3.connect(hall.data / "alongside.sqlite3") as store:
        asked = "SELECT contribution_id, large IS NULL, length(large) FROM activities_givenpicture WHERE activity_id=?"
        return store.execute(asked, [hall.made["activity"]]).fetchall()


def test_a_picture_is_made_small_on_the_phone_and_hangs_on_every_screen(hall):
    page, other = hall.phone(0), hall.phone(1)
    about = page.locator("[data-picture-about]")
    assert about.is_hidden()
    sent = []
    page.on(
        "request",
        lambda one: sent.append(len(one.post_data_buffer or b"")) if "/picture/" in one.url else None,
    )
    choose(page)
    reads_well(page)
    tell_about_it(page)
    send(page)
    page.wait_for_selector('form[data-is="sent"]')
    assert len(sent) == 1
    assert 0 < sent[0] < len(photo()["buffer"]) / 2
    assert about.is_hidden()  # the form is ready for another memory
    other.locator('img[alt="A blue front door"]').first.wait_for(state="attached")
    wall = hall.laptop()
    wall.goto(f"/sessions/{hall.made['session']}/wall/")
    shown = wall.locator('img[alt="A blue front door"]')
    shown.wait_for()
    assert shown.evaluate("one => one.complete && one.naturalWidth") > 100
    [(answer, is_gone, _size)] = pictures(hall)
    assert answer
    assert not is_gone


def test_without_signal_the_picture_waits_on_the_phone_and_goes_once(hall):
    page = hall.phone()
    choose(page)
    tell_about_it(page)
    page.context.set_offline(True)
    send(page)
    page.wait_for_selector('form[data-is="kept"]')
    assert pictures(hall) == []
    context = page.context
    page.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(f"/seat/answer/{hall.made['activity']}/")
    again.wait_for_selector('form[data-is="sent"], .notice')
    again.wait_for_function("() => !Object.keys(localStorage).some(key => key.includes('picture'))")
    again.reload()
    again.wait_for_timeout(300)
    assert len(pictures(hall)) == 1
    assert hall.kept()["kept"] == 1


def test_a_chosen_picture_survives_a_reload_and_can_be_left_out(hall):
    page = hall.phone()
    choose(page)
    page.reload()
    page.locator("[data-picture] img").wait_for()
    page.get_by_role("button", name="Leave the picture out").click()
    assert page.locator("[data-picture] img").count() == 0
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('picture')).length") == 0
    page.get_by_label("Your memory").fill("In words, then")
    send(page)
    page.wait_for_selector('form[data-is="sent"]')
    assert pictures(hall) == []


def test_when_answers_are_closed_the_picture_stays_on_the_phone(hall):
    page, laptop = hall.phone(0), hall.laptop()
    choose(page)
    tell_about_it(page)
    laptop.get_by_role("button", name="Close answers").click()
    page.locator("[data-moved]").wait_for(state="visible")
    send(page)
    page.wait_for_selector('form[data-is="back"]')
    assert "closed" in page.locator("[data-status]").inner_text()
    page.locator("[data-picture] img").wait_for()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('picture')).length") == 1
    assert pictures(hall) == []


def test_what_the_phone_cannot_open_goes_as_a_file_and_is_refused_in_words(hall):
    page = hall.phone()
    page.get_by_label("Your memory").fill("Still here")
    page.locator('input[name="picture_file"]').set_input_files(
        {"name": "holiday.jpg", "mimeType": "image/jpeg", "buffer": b"<svg onload=alert(1)>"}
    )
    send(page)
    page.locator(".problems").wait_for()
    assert "JPEG, PNG or WebP" in page.locator(".problems").inner_text()
    assert page.get_by_label("Your memory").input_value() == "Still here"
    reads_well(page)


def test_without_scripts_and_taken_back(hall):
    page = hall.screens.open("phone", script=False)
    page.goto(f"/me/{hall.made['secrets'][0]}/")
    page.goto(f"/seat/answer/{hall.made['activity']}/")
    page.locator('input[name="picture_file"]').set_input_files(photo())
    tell_about_it(page)
    send(page)
    page.wait_for_url("**?sent")
    page.goto("/seat/words/")
    assert page.locator('img[alt="A blue front door"]').count() == 1
    page.get_by_role("link", name="Take back").click()
    page.get_by_role("button", name="Take my words back").click()
    [(_answer, is_gone, _size)] = pictures(hall)
    assert is_gone
