"""Break-out groups in a room, and parallel workshops in a round, as people go through them."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import steps
from tests.journeys.access import reads_well


@pytest.mark.timeout(300)  # six devices, each with a page to look at
def test_people_go_to_groups_and_come_back(screens, laptop):
    phones, wall = [screens.open("phone") for _ in range(3)], screens.open("room")
    wall.context.add_cookies(laptop.context.cookies())
    oak_wall = screens.open("room")
    workshop = steps.given_a_planned_workshop(laptop, "Open notes")
    steps.when_the_door_opens(laptop, workshop)
    names = [steps.when_someone_joins(phone, workshop.link) for phone in phones]
    steps.when_the_workshop_starts(laptop, workshop)
    wall.goto(workshop.wall)

    # the facilitators make groups: with three people there is one, so a seat without a phone makes four
    laptop.get_by_role("button", name="A seat for someone without a phone").click()
    laptop.get_by_role("link", name="Make groups of 3 to 6").click()
    reads_well(laptop).get_by_text("Mixed evenly").click()
    laptop.get_by_label("People in a group, at most").select_option("3")
    laptop.get_by_role("button", name="Suggest a split").click()
    boxes = laptop.locator("[data-group-box]")
    expect(boxes).to_have_count(2)
    reads_well(laptop)

    # people are moved by hand: by dragging, and back by the form
    first = boxes.nth(0).locator("[data-seat]").first
    moved = first.get_attribute("data-seat")
    first.locator("span").first.drag_to(boxes.nth(1).locator("h3"))
    expect(boxes.nth(1).locator(f"[data-seat='{moved}']")).to_be_visible()
    back = boxes.nth(1).locator(f"[data-seat='{moved}']")
    back.locator("select").select_option(label="Oak")
    back.get_by_role("button", name=re.compile("Move")).click()
    expect(boxes.nth(0).locator(f"[data-seat='{moved}']")).to_be_visible()

    # apart: phones say the group by themselves, each group has its own wall
    laptop.get_by_role("button", name="Send people to their groups").click()
    for phone in phones:
        expect(phone.locator(".your-group")).to_contain_text(re.compile("Oak|Ash"))
    expect(wall.get_by_role("main")).to_contain_text("Your phone says which group is yours")
    reads_well(wall)
    in_oak = [phone for phone in phones if "Oak" in phone.locator(".your-group").inner_text()]
    in_ash = [phone for phone in phones if phone not in in_oak]
    laptop.locator("[data-group-box='1'] summary").click()
    address = laptop.locator("[data-group-box='1'] p.wrap a").get_attribute("href")
    oak_wall.goto(re.sub(r"^https?://[^/]+", "", address))
    for number, phone in enumerate([*in_oak, *in_ash]):
        where = "Oak" if phone in in_oak else "Ash"
        steps.when_words_are_sent(phone, f"{where} says {number}")
        steps.then_it_is_sent(phone)
    reads_well(phones[0])
    if in_oak:
        steps.then_the_wall_shows(oak_wall, "Oak says 0")
    expect(oak_wall.get_by_role("main")).not_to_contain_text("Ash says")
    reads_well(oak_wall)
    expect(wall.get_by_role("main")).not_to_contain_text("says 0")

    # back: all words stand together by themselves, and the group's wall says where to look
    laptop.get_by_role("button", name="Bring everybody back").click()
    steps.then_the_wall_shows(wall, *(f"says {number}" for number in range(3)))
    expect(oak_wall.get_by_role("main")).to_contain_text("Look at the big screen")
    assert len(set(names)) == 3


def test_one_guide_for_the_workshops_of_a_round(laptop):
    workshop = steps.given_a_planned_workshop(laptop, "Poll")
    laptop.locator("p.kicker a").click()
    round_page = laptop.url
    laptop.get_by_role("link", name="Add a workshop").first.click()
    laptop.get_by_label("Name of the workshop").fill("The other one")
    laptop.get_by_role("button", name="Add the workshop").click()
    other = laptop.url
    laptop.goto(round_page)
    reads_well(laptop).get_by_role("link", name="The guide, and results together").click()
    reads_well(laptop).get_by_role("button", name=re.compile(rf"Put this guide.*{workshop.name}")).click()
    expect(laptop.get_by_role("main")).to_contain_text("1 other workshop runs by this guide.")
    expect(laptop.get_by_role("main")).to_contain_text("Results come together when every workshop")
    reads_well(laptop)
    guide = laptop.url

    # the other workshop adds a break: it is written down, and why can be said
    laptop.goto(other)
    laptop.get_by_label("Step", exact=True).fill("A cup of tea")
    laptop.get_by_role("button", name="Add a talk or a break").click()
    laptop.goto(guide)
    laptop.get_by_role("link", name=re.compile("Say why")).click()
    reads_well(laptop).get_by_label(re.compile("Why did this workshop")).fill("It was cold")
    laptop.get_by_role("button", name="Keep it").click()
    expect(laptop.get_by_role("main")).to_contain_text("Why: It was cold")
    reads_well(laptop)

    # the guide changes: the other workshop is offered it
    laptop.goto(workshop.plan)
    laptop.get_by_label("Step", exact=True).fill("Goodbye")
    laptop.get_by_role("button", name="Add a talk or a break").click()
    laptop.goto(guide)
    laptop.get_by_role("button", name=re.compile("Share it once more")).click()
    expect(laptop.get_by_role("main")).to_contain_text("Goodbye")
    laptop.goto(other)
    expect(laptop.locator("#agenda")).to_contain_text("Goodbye")
