"""Two whole workshops from ready-made plans, from the first step to the account of them, with eight phones, one of
them cut off in the middle. What a browser has to show of them on paper is here too; the whole of that story is in
`alongside.activities.tests.test_ready_made_on_paper`."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.journeys.access import reads_well
from tests.journeys.steps import (
    given_a_planned_workshop,
    when_answers_go_on_the_wall,
    when_someone_joins,
    when_the_door_opens,
)

# Eight phones, a laptop and a room screen, each with a page to look at: slow where there are two cores.
pytestmark = pytest.mark.timeout(600)
PHONES = 8
PATIENCE = 30_000
ROOM = "Everybody here: it goes on the wall"


@pytest.fixture
def planned(laptop):
    """A function that makes a workshop with a plan on its run sheet, and opens the door."""

    def make(plan: str):
        workshop = given_a_planned_workshop(laptop)
        laptop.get_by_role("link", name="Add an activity").click()
        laptop.get_by_role("link", name=re.compile(f"Look at it.*{plan}")).click()
        reads_well(laptop).get_by_role("button", name="Put it on the run sheet").click()
        expect(laptop.get_by_text("The plan is on the run sheet")).to_be_visible()
        when_the_door_opens(laptop, workshop)
        return workshop

    return make


@pytest.fixture
def room(screens, laptop, planned):
    """A function that puts a plan on a run sheet, lets eight phones in, lights the room screen, and starts."""

    def make(plan: str):
        workshop = planned(plan)
        phones = [screens.open("phone") for _ in range(PHONES)]
        for phone in phones:
            when_someone_joins(phone, workshop.link)
        laptop.goto(workshop.run)
        laptop.get_by_role("button", name="Start the workshop").click()
        laptop.wait_for_load_state()
        wall = screens.open("room")
        wall.context.add_cookies(laptop.context.cookies())
        wall.goto(workshop.wall)
        return workshop, phones, wall

    return make


def go_on(desk: Page, phones: list[Page], question: str) -> None:
    """The step with this question, the present one or one of the next; every phone opens it by itself."""
    for _ in range(4):
        if desk.locator("#now-h", has_text=question).count():
            break
        before = desk.locator("#now-h").inner_text()
        desk.get_by_role("button", name="Next step").click()
        expect(desk.locator("#now-h")).not_to_have_text(before, timeout=PATIENCE)
    for phone in phones:
        expect(phone.get_by_role("heading", level=1)).to_contain_text(question, timeout=PATIENCE)
    when_answers_go_on_the_wall(desk)


def next_stage(desk: Page, phones: list[Page], say: str) -> None:
    desk.get_by_role("button", name="Next stage").click()
    for phone in phones:
        expect(phone.locator(".stage-say")).to_contain_text(say, timeout=PATIENCE)


def everybody(phones: list[Page], fill) -> None:
    """Each phone is filled in by its own number, and sent; then each has it kept."""
    for number, phone in enumerate(phones):
        fill(phone, number)
        send(phone)
    for phone in phones:
        is_sent(phone)


def cut_off(phone: Page, fill) -> None:
    """A phone loses its signal, keeps what is sent, and sends it by itself when the signal is back."""
    fill(phone)
    phone.context.set_offline(True)
    send(phone)
    expect(phone.locator("form[data-is=kept]")).to_be_attached(timeout=PATIENCE)
    phone.context.set_offline(False)
    is_sent(phone)


def send(phone: Page) -> None:
    phone.locator("form[data-answer] button.button").first.click()


def is_sent(phone: Page) -> None:
    expect(phone.locator("form[data-is=sent], .notice[data-stop=change]").first).to_be_attached(
        timeout=PATIENCE
    )


def tick(phone: Page, group: str, choice: str) -> None:
    press(phone.get_by_role("group", name=re.compile(group)), choice)


def press(where, choice: str) -> None:
    """Press the label, as a thumb does."""
    where.get_by_text(choice, exact=True).first.click()


def close(desk: Page) -> None:
    """Answers to this step are closed, so that all of them are counted."""
    desk.reload()
    desk.get_by_role("button", name="Close answers").click()
    expect(desk.get_by_role("button", name="Open again")).to_be_visible()


def the_list(desk: Page) -> None:
    """The list of what was said is opened, and everything is put on it."""
    desk.get_by_role("link", name="Put like with like").click()
    reads_well(desk).get_by_role("button", name="Put all of them on the list").click()
    expect(desk.locator("[data-row]").first).to_be_visible()


def end(desk: Page, phones: list[Page], *told: str) -> None:
    """The workshop ends; what was done and said is told to the team, and to people on their own phone."""
    desk.locator("details.end summary").click()
    desk.locator("details.end").get_by_role("button").click()
    desk.get_by_role("link", name="What we did and said").first.click()
    for sentence in told:
        expect(desk.get_by_role("main")).to_contain_text(sentence)
    reads_well(desk)
    phones[1].goto("/seat/accounts/")
    phones[1].get_by_role("main").get_by_role("link").first.click()
    for sentence in told:
        expect(phones[1].get_by_role("main")).to_contain_text(sentence)
    reads_well(phones[1])


def test_making_sense_of_findings(room, laptop):
    workshop, phones, wall = room("Making sense of findings")
    cut, rest = phones[0], phones[1:]

    # the pack: six findings, a mark and a question to each
    go_on(laptop, phones, "What did the study find")

    def read(phone, number):
        tick(phone, "Power and giving something back", "Rings true")
        if number == 2:
            phone.get_by_label("What do you want to ask?").nth(2).fill("Which words do you mean?")

    everybody(phones, read)
    reads_well(phones[2])
    close(laptop)
    expect(wall.locator(".base")).to_contain_text("8 people", timeout=PATIENCE)
    expect(wall.get_by_role("main")).to_contain_text("Which words do you mean?")

    # circles alone, with a comment and with new cards
    go_on(laptop, phones, "Which findings matter most")
    reads_well(rest[0])
    new = {0: "Who gets the credit", 1: "Who is named as an author"}

    def alone(phone, number):
        tick(phone, "The words we use", "Inner circle")
        tick(phone, "Old ways and new ways", "Outer circle")
        if number == 2:
            phone.get_by_label("Why?").nth(2).fill("They shut my mother out")
        if number in new:
            phone.get_by_label("A card of my own").first.fill(new[number])

    everybody(rest, alone)
    # one is cut off with its circles sent, and comes back before the group talks
    cut_off(cut, lambda phone: tick(phone, "The words we use", "Inner circle"))

    # in groups; the two new cards become one, and a card of the room's own holds two old ones together
    next_stage(laptop, phones, "Where do we differ")
    expect(wall.locator(".base")).to_contain_text("8 people placed cards", timeout=PATIENCE)
    in_groups_and_back(laptop, phones, workshop)
    laptop.get_by_role("link", name="Put like with like").click()
    reads_well(laptop).get_by_label("Who gets the credit").select_option(label="A line of its own")
    expect(laptop.locator("[data-row]")).to_have_count(1, timeout=PATIENCE)
    laptop.get_by_label("Who is named as an author").select_option(label="Same as 1. Who gets the credit")
    expect(laptop.locator("[data-row]")).to_contain_text("Stands on 2 things", timeout=PATIENCE)
    laptop.get_by_label("Line 1").fill("Who gets the credit, and who is named")
    laptop.get_by_label("Add a line of the room’s own").fill("What people want, and what stands in their way")
    laptop.get_by_role("button", name="Keep the list").click()
    expect(laptop.locator("[data-row]")).to_have_count(2)
    expect(laptop.locator("[data-row]").first).to_contain_text("Stands on 2 things that were said")
    laptop.goto(workshop.run)

    # together
    next_stage(laptop, phones, "where does each card go now")

    def together(phone, number):
        tick(phone, "Who gets the credit, and who is named", "Inner circle")
        where = "Inner circle" if number < 5 else "Outer circle"
        tick(phone, "What people want, and what stands in their way", where)

    everybody(phones, together)
    expect(wall.locator(".base")).to_contain_text("5 people placed cards", timeout=PATIENCE)
    close(laptop)
    inner = wall.locator(".ring.inner")
    expect(wall.locator(".base")).to_contain_text("8 people placed cards", timeout=PATIENCE)
    expect(wall.locator(".base")).to_contain_text("8 placed them alone before it")
    expect(inner).to_contain_text("Who gets the credit, and who is named")
    expect(inner).to_contain_text("What people want, and what stands in their way")
    expect(inner).not_to_contain_text("Who is named as an author")
    reads_well(wall)

    # the poll that sets the order, the talk, and the end
    go_on(laptop, phones, "Which one shall we talk about first?")

    def nominate(phone, number):
        press(phone.locator("form[data-answer]"), "Power and giving something back")
        if number == 4:
            phone.get_by_label("Something is missing").fill("Money for people’s time")

    everybody(phones, nominate)
    close(laptop)
    expect(wall.locator(".base")).to_contain_text("8 people nominated", timeout=PATIENCE)
    expect(wall.get_by_role("main")).to_contain_text("Money for people’s time")
    go_on(laptop, phones, "What do you see in this")
    everybody(phones, lambda phone, number: phone.get_by_label("Your note").fill(f"Note {number}"))
    for number in range(PHONES):
        expect(wall.get_by_role("main")).to_contain_text(f"Note {number}", timeout=PATIENCE)
    go_on(laptop, phones, "How was it to make sense")

    def reflect(phone, _number):
        phone.get_by_label("What helped you take part today?").fill("Time to think")
        press(phone.locator("form[data-answer]"), "Only the team")

    everybody(phones, reflect)
    wall.reload()
    expect(wall.locator(".base")).to_contain_text("8 of them told only the team")
    assert "Time to think" not in wall.content()
    end(laptop, phones, "8 people placed cards", "Who gets the credit, and who is named", "Note 7")
    assert "Time to think" not in phones[1].content()


def in_groups_and_back(desk: Page, phones: list[Page], workshop) -> None:
    """People talk in two break-out groups, and come back."""
    desk.get_by_role("link", name="Make groups of 3 to 6").click()
    desk.get_by_text("Mixed evenly").click()
    desk.get_by_label("People in a group, at most").select_option("4")
    desk.get_by_role("button", name="Suggest a split").click()
    expect(desk.locator("[data-group-box]")).to_have_count(2)
    desk.get_by_role("button", name="Send people to their groups").click()
    for phone in phones:
        expect(phone.locator(".your-group")).to_contain_text(re.compile("Oak|Ash"), timeout=PATIENCE)
    desk.get_by_role("button", name="Bring everybody back").click()
    for phone in phones:
        expect(phone.locator(".your-group")).to_have_count(0, timeout=PATIENCE)
    desk.goto(workshop.run)


def photo_of_a_drawing() -> dict:
    """As a phone's camera gives it."""
    out = io.BytesIO()
    Image.effect_noise((1200, 800), 40).convert("RGB").save(out, "JPEG")
    return {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def a_drawing(phone: Page) -> None:
    """A photo of what somebody drew, and what can be seen in it; no words beside it."""
    phone.locator('input[name="picture_file"]').set_input_files(photo_of_a_drawing())
    phone.locator("[data-picture] img").wait_for()
    phone.get_by_label("What can be seen in it").fill("A kitchen table, and all of us around it")
    phone.get_by_text("I took it, or made it").click()
    phone.get_by_text("The people in this workshop, and the team").click()


def test_doing_co_production(room, laptop):
    workshop, phones, wall = room("Doing co-production")
    cut, rest = phones[0], phones[1:]

    # warm-up, and the two word clouds
    go_on(laptop, phones, "How do you come in today")

    def come_in(phone, number):
        phone.get_by_label("One word").fill("curious")
        press(phone.locator("form[data-answer]"), "Only the team" if number == 7 else ROOM)

    everybody(phones, come_in)
    expect(wall.get_by_role("main")).to_contain_text("curious", timeout=PATIENCE)
    for question, word in (("it went well", "heard"), ("it went badly", "small")):
        go_on(laptop, phones, question)
        everybody(phones, lambda phone, _number, word=word: phone.get_by_label("Your first word").fill(word))
        close(laptop)
        expect(wall.get_by_role("main")).to_contain_text("1 word from 8 people", timeout=PATIENCE)

    # memories: seven in words; one as a picture, from the phone that loses its signal
    go_on(laptop, phones, "Which moment of working together")
    reads_well(cut)
    everybody(rest, lambda phone, number: phone.get_by_label("Your memory").fill(f"Memory {number}"))
    cut_off(cut, a_drawing)
    expect(wall.locator(".base")).to_contain_text("8 memories, 1 with a picture.", timeout=PATIENCE)
    hung = wall.get_by_alt_text("A kitchen table, and all of us around it")
    expect(hung.first).to_be_attached()

    # the facilitator lays them in an order: the picture comes first
    next_stage(laptop, phones, "lay them in an order")
    the_list(laptop)
    expect(laptop.locator("[data-row]")).to_have_count(8)
    picture = laptop.locator("[data-row]").last
    expect(picture.locator("textarea")).to_have_value("A kitchen table, and all of us around it")
    picture.locator("[data-place]").fill("1")
    laptop.get_by_role("button", name="Keep the list").click()
    expect(laptop.get_by_label("Line 1", exact=True)).to_have_value(
        "A kitchen table, and all of us around it"
    )
    expect(wall.locator(".in-order li").first.locator("img")).to_be_attached(timeout=PATIENCE)
    reads_well(wall)
    laptop.goto(workshop.run)

    # the story is told, piece by piece
    next_stage(laptop, phones, "Tell it together")

    def tell(phone, number):
        phone.get_by_label("Where does it belong?").select_option(index=number + 2 if number else 1)
        phone.get_by_label("What happens there?").fill(f"Then we did thing {number}.")

    everybody(phones, tell)
    expect(wall.locator(".base")).to_contain_text("8 pieces of the story", timeout=PATIENCE)
    expect(wall.locator(".story > li")).to_have_count(
        4
    )  # those around the newest piece can be read from afar
    reads_well(wall)

    # reflection
    go_on(laptop, phones, "What did you learn")
    everybody(phones, lambda phone, number: phone.get_by_label("Your note").fill(f"Lesson {number}"))
    expect(wall.get_by_role("main")).to_contain_text("Lesson 7", timeout=PATIENCE)

    # do's and don'ts, put in order by two polls
    go_on(laptop, phones, "What should a team do")

    def state(phone, number):
        press(phone.locator("form[data-answer]"), "Don’t" if number > 4 else "Do")
        words = f"Talk over person {number}" if number > 4 else f"Ask person {number} first"
        phone.get_by_label("In a few words").fill(words)

    everybody(phones, state)
    next_stage(laptop, phones, "put those that mean the same")
    next_stage(laptop, phones, "Which do’s matter most?")
    everybody(phones, lambda phone, _number: pick(phone, "Ask person 3 first"))
    next_stage(laptop, phones, "Which don’ts matter most?")
    ranked = wall.locator("[data-ranked]")
    expect(ranked.first.locator("li").first).to_contain_text("Ask person 3 first", timeout=PATIENCE)
    expect(ranked).to_have_count(1)
    everybody(phones, lambda phone, _number: pick(phone, "Talk over person 6"))
    close(laptop)
    expect(ranked).to_have_count(2, timeout=PATIENCE)
    expect(ranked.last.locator("li").first).to_contain_text("Talk over person 6")
    expect(wall.locator(".base")).to_contain_text("Do: 8 people picked. Don’t: 8 people picked.")
    reads_well(wall)
    go_on(laptop, phones, "How was it to work together")

    def reflect(phone, _number):
        phone.get_by_label("One thing you take with you").fill("I was asked first")
        press(phone.locator("form[data-answer]"), ROOM)

    everybody(phones, reflect)
    story = " ".join(f"Then we did thing {number}." for number in range(PHONES))
    best = "Do, with people who picked it: “Ask person 3 first” (8)"
    end(laptop, phones, "8 memories, 1 with a picture.", f"Our story: “{story}”", best)


def pick(phone: Page, words: str) -> None:
    press(phone.locator("form[data-answer]"), words)


@pytest.mark.parametrize("plan", ["Doing co-production", "Making sense of findings"])
def test_the_pages_for_paper(planned, laptop, plan):
    """All sheets, the pile that comes back, and the page a sheet is typed into; each printed sheet is one of A4."""
    workshop = planned(plan)
    laptop.goto(workshop.run)
    laptop.get_by_role("button", name="Start the workshop").click()
    laptop.get_by_role("button", name="A seat for someone without a phone").click()
    go_on(laptop, [], {"D": "How do you come in today", "M": "What did the study find"}[plan[0]])
    laptop.goto(f"/sessions/{workshop.number}/sheets/print/")
    sheets = laptop.locator("article.sheet, section.sheet, div.sheet").count()
    assert sheets >= 5
    reads_well(laptop)
    laptop.goto(f"/sessions/{workshop.number}/sheets/")
    reads_well(laptop).get_by_role("main").locator("tbody a").first.click()
    expect(laptop.get_by_role("heading", level=1)).to_have_text("Type for someone")
    reads_well(laptop)
