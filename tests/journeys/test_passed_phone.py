"""One phone for several people: a seat and a vote each, and nothing of one to be seen by the next."""

from tests.journeys.access import reads_well
from tests.journeys.test_no_signal import hall, send, venue, write  # noqa: F401  the hall of those stories

CHANGE = "form[data-when-sent] button"


def begin(phone, look=reads_well):
    phone.goto("/seat/pass/")
    look(phone)
    phone.get_by_role("button", name="Begin, and pass it round").click()


def hand_on(phone, who, look=reads_well):
    """The neutral page: the next person takes the phone, and agrees to how we work if they are new."""
    phone.wait_for_url("**/hand-on/")
    look(phone)
    phone.get_by_role("button", name=who).click()
    phone.wait_for_load_state()
    if "/expect/" in phone.url:
        phone.locator("main form button.button").click()
    phone.locator("form[data-answer]").wait_for()


def test_three_people_on_one_phone_are_three_voices(hall):  # noqa: F811
    phone = hall.phone()
    begin(phone)
    for number, word in enumerate(("listened to", "proud", "tired")):
        write(phone, word)
        send(phone)
        phone.wait_for_url("**/hand-on/")
        if number < 2:
            hand_on(phone, "I have not had it yet")
    assert hall.kept() == {"kept": 3, "standing": 3, "lines": 3}
    # All had it: the first one again finds the answer in, and is led on.
    phone.get_by_role("button", name="All had it").click()
    phone.wait_for_url("**/hand-on/")


def test_nothing_of_the_one_before_is_left(hall):  # noqa: F811
    phone = hall.phone()
    begin(phone)
    write(phone, "a secret of mine")
    send(phone)
    hand_on(phone, "I have not had it yet")
    assert phone.get_by_label("Your first word").input_value() == ""
    assert phone.evaluate("() => JSON.stringify({...localStorage, ...sessionStorage})").count("secret") == 0
    for path in ("/seat/words/", "/seat/because/", "/seat/link/", "/seat/wait/"):
        phone.goto(path)
        assert "a secret of mine" not in phone.content(), path
    for _step in range(6):
        phone.go_back()
        assert "a secret of mine" not in phone.locator("main").inner_text()
        boxes = phone.locator("input[type=text]").evaluate_all("all => all.map((one) => one.value)")
        assert "a secret of mine" not in boxes


def test_without_signal_the_phone_waits_before_it_is_handed_on(hall):  # noqa: F811
    phone = hall.phone()
    begin(phone)
    write(phone, "before the next")
    phone.context.set_offline(True)
    send(phone)
    phone.locator("[data-neutral]").wait_for(state="visible")
    assert not phone.get_by_label("Your first word").is_visible()
    phone.context.set_offline(False)
    phone.wait_for_url("**/hand-on/")
    assert hall.kept()["kept"] == 1


def test_without_scripts_and_stopping(hall):  # noqa: F811
    """The same as plain pages; afterwards the phone is its owner's again, with the owner's words."""
    page = hall.screens.open("phone", script=False)
    page.goto(f"/me/{hall.made['secrets'][0]}/")
    begin(page, look=str)
    write(page, "mine")
    send(page)
    hand_on(page, "I have not had it yet", look=str)
    write(page, "theirs")
    send(page)
    page.wait_for_url("**/hand-on/")
    page.get_by_role("button", name="Stop passing it round").click()
    page.goto("/seat/words/")
    assert "mine" in page.content()
    assert "theirs" not in page.content()
    assert hall.kept()["standing"] == 2
