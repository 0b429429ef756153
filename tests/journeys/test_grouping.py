"""Notes are put under headings by hand, by box and by keys, while the room looks on."""

import pytest
from playwright.sync_api import expect

from tests.journeys import steps
from tests.journeys.access import reads_well
from tests.journeys.crowd import crowd_in


@pytest.fixture
def grouping(screens, laptop, server):
    """Open notes on the wall, and the page for grouping on the laptop."""
    workshop = steps.given_a_planned_workshop(laptop, "Open notes")
    steps.when_the_door_opens(laptop, workshop)
    steps.when_the_workshop_starts(laptop, workshop)
    steps.when_answers_go_on_the_wall(laptop)
    phone, wall = screens.open("phone"), screens.open("room")
    steps.when_someone_joins(phone, workshop.link)
    wall.context.add_cookies(laptop.context.cookies())
    wall.goto(workshop.wall)
    activity = wall.locator("#wall-now [data-part]").get_attribute("data-activity")
    crowd = crowd_in(server, workshop.number, activity, 5)
    for number, note in enumerate(("Ask us first", "Pay on time", "Listen, then ask", "Say who decides")):
        crowd.say(number, note=note)
    laptop.goto(f"/activities/{activity}/list/")
    return laptop, wall, phone, crowd


def test_notes_are_grouped_while_the_room_looks_on(grouping):
    desk, wall, phone, crowd = grouping
    desk.get_by_label("Add a line of the room’s own").fill("How we are asked")
    desk.get_by_label("Heading, if you like").fill("Asking")
    desk.get_by_role("button", name="Keep the list").click()
    group = desk.locator('[data-heading="Asking"]')
    reads_well(desk)

    desk.locator("[data-slip]", has_text="Ask us first").drag_to(
        group.locator("h3"), source_position={"x": 24, "y": 24}
    )
    expect(group.locator("[data-row]")).to_have_count(2)
    expect(wall.locator(".grouped section").first).to_contain_text("Ask us first")
    expect(phone.locator("[data-part] .grouped")).to_contain_text("Ask us first")

    expect(desk.locator("#list-said")).to_contain_text("Kept")
    desk.get_by_label("Listen, then ask").select_option(label="Same as 2. Ask us first")
    expect(group.locator("[data-row]").nth(1)).to_contain_text("Stands on 2 things that were said")
    expect(wall.locator(".grouped section").first).to_contain_text("2 notes")

    desk.get_by_label("Place").nth(1).press("ArrowUp")
    expect(group.locator("textarea").first).to_have_value("Ask us first")
    expect(wall.locator(".grouped .card").first).to_contain_text("Ask us first")
    reads_well(desk)
    reads_well(wall)

    desk.evaluate("document.activeElement.blur()")
    crowd.say(4, note="Write it down")
    expect(desk.locator("[data-slip]", has_text="Write it down")).to_be_visible()
    expect(wall.locator(".grouped section").last).to_contain_text("Write it down")

    desk.get_by_role("button", name="Undo the last change").click()
    expect(group.locator("textarea").first).to_have_value("How we are asked")
    reads_well(wall)
