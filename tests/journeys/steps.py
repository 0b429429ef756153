"""The steps that stories are told with: given, when and then."""

import re
from dataclasses import dataclass
from itertools import count

from playwright.sync_api import Page, expect

from tests.journeys.access import reads_well

_numbers = count(1)


@dataclass
class Workshop:
    """A workshop made for one story."""

    name: str
    plan: str
    link: str = ""
    code: str = ""

    @property
    def number(self) -> str:
        """The session's number in addresses."""
        return re.search(r"/sessions/(\d+)/", self.plan).group(1)

    @property
    def run(self) -> str:
        """The address of its run sheet."""
        return f"/sessions/{self.number}/run/"

    @property
    def wall(self) -> str:
        """The address of its wall."""
        return f"/sessions/{self.number}/wall/"


def given_a_planned_workshop(desk: Page, *kinds: str, check: bool = False) -> Workshop:
    """A facilitator adds a round and a workshop with two facilitators and an activity of each kind."""
    look = reads_well if check else (lambda page: page)
    name = f"Story {next(_numbers)}"
    desk.goto("/series/")
    look(desk).get_by_role("main").locator("ul.rows a").first.click()
    number = re.search(r"/series/(\d+)/", desk.url).group(1)
    desk.goto(f"/series/{number}/rounds/")
    look(desk).get_by_role("link", name="A new round").click()
    desk.get_by_label("Name of the round").fill(name)
    look(desk).get_by_role("button", name="Add the round").click()
    desk.get_by_role("link", name="Add a workshop").first.click()
    desk.get_by_label("Name of the workshop").fill(f"{name}, evening")
    look(desk).get_by_role("button", name="Add the workshop").click()
    plan = desk.url
    name_two_facilitators(desk)
    for kind in kinds:
        add_activity(desk, kind, check=check)
        desk.goto(plan)
    look(desk)
    return Workshop(f"{name}, evening", plan)


def name_two_facilitators(desk: Page) -> None:
    """The first two who can."""
    for label, number in (("Leads", 1), ("Makes sure no point is missed", 2)):
        desk.get_by_label(label).select_option(index=number)
    desk.get_by_role("button", name="Name them").click()


def add_activity(desk: Page, kind: str, *, check: bool = False) -> None:
    """Put an activity on the run sheet: a question, and answers to pick from where the kind asks for them."""
    desk.get_by_role("link", name="Add an activity").click()
    desk.get_by_role("link", name=re.compile(kind)).first.click()
    if check:
        reads_well(desk)
    desk.get_by_label("The question").fill(QUESTIONS[kind])
    options = desk.get_by_label("Answers to pick from")
    if options.count():
        options.fill("Talking with families\nLooking after yourself")
    desk.get_by_role("button", name="Put it on the run sheet").click()
    expect(desk.get_by_role("button", name="Put it on the run sheet")).to_have_count(0)


QUESTIONS = {
    "Word cloud": "When you worked with others and it went well, how did it feel?",
    "Poll": "What shall we talk about first?",
    "Open notes": "What should every new worker know?",
}


def when_the_door_opens(desk: Page, workshop: Workshop) -> None:
    """The facilitator opens the door; there is a code, a link and a QR code."""
    desk.goto(workshop.plan)
    desk.get_by_role("button", name="Open the door").click()
    door = desk.locator("#door")
    workshop.code = door.locator(".room-code").inner_text().strip()
    workshop.link = door.locator("p.wrap a").get_attribute("href") or ""
    assert re.fullmatch(r"[A-Z2-9]{4}-[A-Z2-9]{4}", workshop.code), workshop.code
    expect(door.locator("svg").first).to_be_visible()


def when_someone_joins(phone: Page, path: str, *, check: bool = False) -> str:
    """By link: a room name, what to expect, agree, in. Returns the room name."""
    look = reads_well if check else (lambda page: page)
    phone.goto(path)
    look(phone)
    return come_in(phone, check=check)


def when_someone_types_the_code(phone: Page, code: str) -> str:
    """From the front door, in small letters and without the dash."""
    phone.goto("/")
    phone.get_by_label(re.compile("code", re.IGNORECASE)).first.fill(code.lower().replace("-", " "))
    phone.get_by_role("button", name="Join").first.click()
    return come_in(phone)


def come_in(phone: Page, *, check: bool = False) -> str:
    look = reads_well if check else (lambda page: page)
    name = phone.locator(".words .quote").first.inner_text()
    group = phone.get_by_role("radio")
    if group.count():
        group.first.check(force=True)
    phone.get_by_role("button", name="Come in").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("What to expect")
    look(phone).get_by_role("button", name="I agree").click()
    expect(phone).to_have_url(re.compile("/seat/"))
    look(phone)
    return name


def when_the_workshop_starts(desk: Page, workshop: Workshop) -> None:
    """Start with the first step, and let people answer."""
    desk.goto(workshop.run)
    desk.get_by_role("button", name="Start the workshop").click()
    when_people_may_answer(desk)


def when_the_next_step_comes(desk: Page) -> None:
    """Go to the next step, and let people answer."""
    desk.locator("#run-now").get_by_role("button", name="Next step").click()
    when_people_may_answer(desk)


def when_people_may_answer(desk: Page) -> None:
    """Open the activity of this step, unless it opened with the step."""
    now = desk.locator("#run-now")
    close, let = (now.get_by_role("button", name=name) for name in ("Close answers", "Let people answer"))
    expect(close.or_(let).first).to_be_visible()
    if let.count():
        let.click()
    expect(close).to_be_visible()


def when_words_are_sent(phone: Page, *words: str) -> None:
    """Type into the boxes in their order, and send."""
    boxes = phone.locator("main form.stack").first.locator("input[type=text], textarea")
    for box, text in zip(boxes.all(), words, strict=False):
        box.fill(text)
    phone.locator("main form.stack").first.locator("button.button").first.click()


def then_the_phone_shows_the_question(phone: Page) -> None:
    """The waiting phone moves on by itself."""
    expect(phone).to_have_url(re.compile(r"/seat/answer/"))
    phone.wait_for_load_state()
    expect(phone.get_by_role("heading", level=1)).to_be_visible()


def then_it_is_sent(phone: Page) -> None:
    """The phone says so."""
    expect(phone.get_by_role("status").first).to_contain_text(re.compile("wall|have your answer"))


def then_the_wall_shows(wall: Page, *words: str) -> None:
    """Each of the words, without a reload."""
    for word in words:
        expect(wall.get_by_role("main")).to_contain_text(re.compile(re.escape(word), re.IGNORECASE))


def when_answers_go_on_the_wall(desk: Page) -> None:
    """The facilitator puts the answers up."""
    desk.locator("#run-now").get_by_role("button", name="Answers", exact=True).click()
