"""A session from its plan to its result: a laptop, phones, and the screen of the room."""

import pytest
from playwright.sync_api import expect

from tests.journeys import steps
from tests.journeys.access import reads_well


def test_two_phones_answer_and_the_wall_moves(screens, laptop):
    first, second, wall = screens.open("phone"), screens.open("phone"), screens.open("room")
    wall.context.add_cookies(laptop.context.cookies())

    workshop = steps.given_a_planned_workshop(laptop, "Word cloud", check=True)
    steps.when_the_door_opens(laptop, workshop)
    reads_well(laptop)
    wall.goto(workshop.wall)
    expect(wall.get_by_text(workshop.code)).to_be_visible()
    reads_well(wall)

    steps.when_someone_joins(first, workshop.link, check=True)
    steps.when_someone_types_the_code(second, workshop.code)
    steps.when_the_workshop_starts(laptop, workshop)
    reads_well(laptop)

    for phone in (first, second):
        steps.then_the_phone_shows_the_question(phone)
    reads_well(first)
    steps.when_words_are_sent(first, "listened to", "proud")
    steps.then_it_is_sent(first)
    reads_well(first)
    steps.when_words_are_sent(second, "listened to", "hopeful")
    steps.then_it_is_sent(second)

    steps.when_answers_go_on_the_wall(laptop)
    steps.then_the_wall_shows(wall, "listened to", "proud", "hopeful")
    reads_well(wall)

    laptop.locator("#run-now").get_by_role("button", name="Close answers").click()
    reads_well(laptop)


def test_words_sent_without_signal_arrive_later_and_once(screens, laptop):
    phone = screens.open("phone")
    workshop = given_a_running_workshop(laptop, phone, "Open notes")

    phone.context.set_offline(True)
    steps.when_words_are_sent(phone, "Pay us for the training time.")
    expect(phone.locator("[data-status]")).to_contain_text("kept on this phone")
    reads_well(phone)

    phone.context.set_offline(False)
    expect(phone.locator("[data-status]")).to_contain_text("on the wall", timeout=30_000)
    phone.goto("/seat/words/")
    expect(phone.get_by_role("blockquote").filter(has_text="Pay us for the training time.")).to_have_count(1)
    reads_well(phone)
    assert workshop.number


def test_everything_a_partner_does_works_without_javascript(screens, laptop):
    phone = screens.open("phone", script=False)
    workshop = steps.given_a_planned_workshop(laptop, "Open notes")
    steps.when_the_door_opens(laptop, workshop)
    steps.when_someone_joins(phone, workshop.link)
    steps.when_the_workshop_starts(laptop, workshop)

    phone.get_by_role("link", name="Is there a question now?").click()
    steps.when_words_are_sent(phone, "Tell us who to ring at two in the morning.")
    steps.then_it_is_sent(phone)
    phone.goto("/seat/words/")
    expect(phone.get_by_role("blockquote")).to_contain_text("at two in the morning")
    phone.get_by_role("link", name="Take").first.click()
    phone.get_by_role("button", name="Take").first.click()
    phone.goto("/seat/words/")
    expect(phone.get_by_text("at two in the morning")).to_have_count(0)


def test_a_partner_needs_no_mouse_and_no_finger(screens, laptop):
    phone = screens.open("laptop")
    workshop = steps.given_a_planned_workshop(laptop, "Poll")
    steps.when_the_door_opens(laptop, workshop)
    phone.goto(workshop.link)
    press_until(phone, "Come in")
    press_until(phone, "I agree")
    steps.when_the_workshop_starts(laptop, workshop)
    steps.then_the_phone_shows_the_question(phone)

    tab_to(phone, "input[type=checkbox], input[type=radio]")
    phone.keyboard.press("Space")
    tab_to(phone, "button", "Send my answer")
    phone.keyboard.press("Enter")
    steps.then_it_is_sent(phone)


@pytest.mark.parametrize("size", ["narrow", "phone"])
def test_a_partners_pages_fit_every_phone(screens, laptop, size):
    phone = screens.open(size)
    workshop = steps.given_a_planned_workshop(laptop, "Word cloud")
    steps.when_the_door_opens(laptop, workshop)
    phone.goto("/")
    reads_well(phone)
    steps.when_someone_joins(phone, workshop.link, check=True)
    steps.when_the_workshop_starts(laptop, workshop)
    steps.then_the_phone_shows_the_question(phone)
    reads_well(phone)
    for path in ("/seat/link/", "/seat/words/", "/seat/leave/", "/seat/break/"):
        phone.goto(path)
        reads_well(phone)


def given_a_running_workshop(laptop, phone, *kinds):
    workshop = steps.given_a_planned_workshop(laptop, *kinds)
    steps.when_the_door_opens(laptop, workshop)
    steps.when_someone_joins(phone, workshop.link)
    steps.when_the_workshop_starts(laptop, workshop)
    steps.then_the_phone_shows_the_question(phone)
    return workshop


def tab_to(page, selector, words="", most=60):
    """Tab on until the focus is on such an element with these words."""
    page.wait_for_load_state()
    for _ in range(most):
        page.keyboard.press("Tab")
        focus = page.locator(":focus")
        if focus.count() and focus.evaluate(FITS, [selector, words]):
            return
    raise AssertionError(f"the keyboard never reaches {selector} {words} on {page.url}")


FITS = "(element, [selector, words]) => element.matches(selector) && element.innerText.includes(words)"


def press_until(page, name):
    """Tab on to a button with these words, and press it."""
    tab_to(page, "button", name)
    with page.expect_navigation():
        page.keyboard.press("Enter")
