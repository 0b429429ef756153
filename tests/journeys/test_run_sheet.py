"""The run sheet while it runs: another order by dragging and by keys, a step left out, a clock for the room."""

from playwright.sync_api import expect

from tests.journeys import steps
from tests.journeys.access import reads_well


def test_steps_to_come_move_by_hand_and_by_keys(screens, laptop):
    phone, wall = screens.open("phone"), screens.open("room")
    wall.context.add_cookies(laptop.context.cookies())
    other = laptop.context.new_page()
    workshop = steps.given_a_planned_workshop(laptop, "Word cloud", "Poll", "Open notes")
    steps.when_the_door_opens(laptop, workshop)
    steps.when_someone_joins(phone, workshop.link)
    steps.when_the_workshop_starts(laptop, workshop)
    sheet = laptop.locator("#run-sheet li[data-place]")
    other.goto(workshop.run)
    before = sheet.evaluate_all("rows => rows.map(row => row.id)")

    sheet.nth(1).locator("button.step-button").first.press("Alt+ArrowUp")
    expect(laptop.locator("#run-said")).to_contain_text("is now step 2 of 3")
    assert sheet.evaluate_all("rows => rows.map(row => row.id)") == before[::-1]
    assert laptop.evaluate("document.activeElement.id") == before[1]
    reads_well(laptop)

    sheet.nth(0).drag_to(sheet.nth(1))
    expect(laptop.locator("#run-said")).to_contain_text("is now step 3 of 3")
    assert sheet.evaluate_all("rows => rows.map(row => row.id)") == before

    sheet.nth(0).get_by_role("button", name="Leave out").click()
    expect(sheet.nth(0).get_by_role("button", name="Take it back in")).to_be_visible()
    expect(other.get_by_role("button", name="Take it back in")).to_be_visible()
    reads_well(laptop)

    wall.goto(workshop.wall)
    steps.then_the_phone_shows_the_question(phone)
    for screen in (wall, phone):
        expect(screen.locator("[data-clock]")).to_be_visible()
        reads_well(screen)
    laptop.get_by_role("button", name="The room sees the time left").click()
    for screen in (wall, phone):
        expect(screen.locator("[data-clock]")).to_be_hidden()
