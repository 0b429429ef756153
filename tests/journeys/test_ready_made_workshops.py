"""Two whole workshops from ready-made plans, with eight phones, one of them cut off in the middle."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.access import reads_well
from tests.journeys.steps import given_a_planned_workshop, when_someone_joins, when_the_door_opens

PHONES = 8


@pytest.fixture
def room(screens, laptop):
    """A function that puts a plan on a run sheet, opens the door, and lets eight phones in."""

    def make(plan: str):
        workshop = given_a_planned_workshop(laptop)
        laptop.get_by_role("link", name="Add an activity").click()
        laptop.get_by_role("link", name=re.compile(f"Look at it.*{plan}")).click()
        reads_well(laptop).get_by_role("button", name="Put it on the run sheet").click()
        expect(laptop.get_by_text("The plan is on the run sheet")).to_be_visible()
        when_the_door_opens(laptop, workshop)
        phones = [screens.open("phone") for _ in range(PHONES)]
        for phone in phones:
            when_someone_joins(phone, workshop.link)
        laptop.goto(workshop.run)
        laptop.get_by_role("button", name="Start the workshop").click()
        return workshop, phones

    return make


def go_on(desk: Page, phones: list[Page], question: str) -> None:
    """The next step with a question; every phone opens it by itself."""
    for _ in range(3):
        desk.get_by_role("button", name="Next step").click()
        desk.wait_for_load_state()
        if desk.locator("#now-h", has_text=question).count():
            break
    for phone in phones:
        expect(phone.get_by_role("heading", level=1)).to_contain_text(question, timeout=15_000)


def next_stage(desk: Page, phones: list[Page], say: str) -> None:
    desk.get_by_role("button", name="Next stage").click()
    for phone in phones:
        expect(phone.locator(".stage-say")).to_contain_text(say, timeout=15_000)


def send(phone: Page) -> None:
    phone.locator("form[data-answer] button.button").first.click()


def is_sent(phone: Page) -> None:
    expect(phone.locator("form[data-is=sent], .notice[data-stop=change]").first).to_be_attached(
        timeout=15_000
    )


def tick(phone: Page, group: str, choice: str) -> None:
    press(phone.get_by_role("group", name=re.compile(group)), choice)


def press(where, choice: str) -> None:
    """Press the label, as a thumb does."""
    where.get_by_text(choice, exact=True).first.click()


def test_making_sense_of_findings(room, laptop, screens):
    workshop, phones = room("Making sense of findings")
    cut, rest = phones[0], phones[1:]
    go_on(laptop, phones, "Which findings matter most")
    for phone in rest:
        tick(phone, "The words we use", "Inner circle")
        tick(phone, "Old ways and new ways", "Outer circle")
    phones[1].get_by_label("A card of my own").first.fill("Who gets the credit")
    reads_well(phones[1])
    for phone in rest:
        send(phone)
        is_sent(phone)
    # one is cut off with its circles sent, and comes back when the group talks
    tick(cut, "The words we use", "Inner circle")
    cut.context.set_offline(True)
    send(cut)
    expect(cut.locator("form[data-is=kept]")).to_be_attached()
    cut.context.set_offline(False)
    is_sent(cut)
    next_stage(laptop, phones, "Where do we differ")
    laptop.get_by_role("link", name="Put like with like").click()
    reads_well(laptop).get_by_role("button", name="Put all of them on the list").click()
    laptop.get_by_label("Line 1").fill("Who gets the credit, and who is named")
    laptop.get_by_role("button", name="Keep the list").click()
    laptop.goto(workshop.run)
    next_stage(laptop, phones, "where does each card go now")
    for phone in phones:
        tick(phone, "Who gets the credit, and who is named", "Inner circle")
        send(phone)
        is_sent(phone)
    wall = screens.open("room")
    wall.context.add_cookies(laptop.context.cookies())
    wall.goto(workshop.wall)
    inner = wall.locator(".ring.inner")
    expect(inner).to_contain_text("Who gets the credit, and who is named")
    expect(wall.locator(".base")).to_contain_text("8 people placed cards")
    reads_well(wall)
    go_on(laptop, phones, "Which one shall we talk about first?")
    for phone in phones:
        press(phone.locator("form[data-answer]"), "Power and giving something back")
        send(phone)
        is_sent(phone)
    laptop.reload()
    laptop.get_by_role("button", name="Close answers").click()
    go_on(laptop, phones, "What do you see in this")
    for number, phone in enumerate(phones):
        phone.get_by_label("Your note").fill(f"Note {number}")
        send(phone)
        is_sent(phone)
    go_on(laptop, phones, "How was it to make sense")
    for phone in phones:
        phone.get_by_label("What helped you take part today?").fill("Time to think")
        press(phone.locator("form[data-answer]"), "Only the team")
        send(phone)
        is_sent(phone)
    wall.reload()
    expect(wall.locator(".base")).to_contain_text("8 of them told only the team")
    assert "Time to think" not in wall.content()


def test_doing_co_production(room, laptop, screens):
    workshop, phones = room("Doing co-production")
    cut, rest = phones[0], phones[1:]
    for question in ("it went well", "it went badly"):
        go_on(laptop, phones, question)
        for phone in phones:
            phone.get_by_label("Your first word").fill("heard" if question == "it went well" else "small")
            send(phone)
            is_sent(phone)
    go_on(laptop, phones, "What is in your picture?")
    cut.get_by_label("Your note").fill("A kitchen table, and all of us around it")
    cut.context.set_offline(True)
    send(cut)
    expect(cut.locator("form[data-is=kept]")).to_be_attached()
    cut.context.set_offline(False)
    is_sent(cut)
    go_on(laptop, rest, "What did you learn")
    cut.goto("/seat/")
    for _ in range(3):
        if laptop.locator("#now-h", has_text="What should a team do").count():
            break
        laptop.get_by_role("button", name="Next step").click()
        laptop.wait_for_load_state()
    for phone in phones:
        expect(phone.get_by_role("heading", level=1)).to_contain_text("What should a team do", timeout=15_000)
    for number, phone in enumerate(phones):
        press(phone.locator("form[data-answer]"), "Do")
        phone.get_by_label("In a few words").fill(f"Ask person {number} first")
        send(phone)
        is_sent(phone)
    next_stage(laptop, phones, "put those that mean the same")
    next_stage(laptop, phones, "Which do’s matter most?")
    for phone in phones:
        press(phone.locator("form[data-answer]"), "Ask person 3 first")
        send(phone)
        is_sent(phone)
    next_stage(laptop, phones, "Which don’ts matter most?")
    wall = screens.open("room")
    wall.context.add_cookies(laptop.context.cookies())
    wall.goto(workshop.wall)
    expect(wall.locator("[data-ranked] li").first).to_contain_text("Ask person 3 first")
    reads_well(wall)
