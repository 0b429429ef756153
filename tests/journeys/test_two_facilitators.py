"""Two hold a workshop: one leads and hands over, a private line, taps for turns, a break, parked questions, a key
point held up to the room, the chair with a partner; and a rehearsal before it."""

import re

from playwright.sync_api import expect

from tests.journeys import steps
from tests.journeys.access import reads_well


def given_two_who_hold_it(screens, server, laptop, *kinds):
    """A planned workshop held by facilitators A and B; the second laptop is signed in too."""
    other = screens.open("laptop")
    other.goto([link for role, link in server.sign_ins.items() if role == "lead"][0])
    workshop = steps.given_a_planned_workshop(laptop, *kinds)
    laptop.goto(workshop.plan)
    for label, who in (("Leads", "Facilitator A"), ("Makes sure no point is missed", "Lead")):
        laptop.get_by_label(label).select_option(label=who)
    laptop.get_by_role("button", name="Name them").click()
    return workshop, other


def given_a_running_workshop(screens, server, laptop):
    """It runs; the second laptop, three phones and the wall look at it."""
    workshop, other = given_two_who_hold_it(screens, server, laptop, "Word cloud", "Poll")
    steps.when_the_door_opens(laptop, workshop)
    phones = [screens.open("phone") for _ in range(3)]
    names = [steps.when_someone_joins(phone, workshop.link) for phone in phones]
    steps.when_the_workshop_starts(laptop, workshop)
    wall = screens.open("room")
    wall.context.add_cookies(laptop.context.cookies())
    wall.goto(workshop.wall)
    return workshop, other, phones, names, wall


def test_two_lead_whisper_and_see_who_has_not_had_a_say(screens, server, laptop):
    workshop, other, phones, names, _wall = given_a_running_workshop(screens, server, laptop)
    other.goto(workshop.run)

    # the lead is handed over, and the other sees it at once
    other.get_by_role("button", name="I lead now").click()
    expect(laptop.locator("#run-two")).to_contain_text("Lead leads now.")

    # a private line that no phone and no wall hears
    laptop.get_by_label("To the other facilitator").fill("Please watch the clock.")
    laptop.get_by_label("To the other facilitator").press("Enter")
    expect(laptop.get_by_label("To the other facilitator")).to_have_value("")
    expect(other.locator("#run-two")).to_contain_text("Please watch the clock.")

    # a tap for each turn; who has not had a say is offered another way in
    for name in (names[0], names[0], names[1]):
        button = laptop.get_by_role("button", name=re.compile(f"{re.escape(name)} spoke"))
        before = button.inner_text()
        button.click()
        expect(laptop.get_by_role("button", name=re.compile(f"{re.escape(name)} spoke"))).not_to_have_text(
            before
        )
    expect(laptop.locator(".nudge")).to_contain_text(names[2])
    expect(other.locator(".nudge")).to_contain_text(names[2])
    reads_well(laptop)

    # a partner parks a question
    phones[2].goto("/seat/park/")
    reads_well(phones[2]).get_by_label("The question").fill("Who pays for travel?")
    phones[2].get_by_role("button", name="Park it").click()
    reads_well(phones[2])
    expect(laptop.locator("#run-parked")).to_contain_text("Who pays for travel?")

    # what was parked is ticked off, and nothing of the private line is left
    laptop.goto(f"/sessions/{workshop.number}/parked/")
    reads_well(laptop).get_by_role("link", name=re.compile("Tick off.*Who pays")).click()
    reads_well(laptop).get_by_label("What was said").fill("The agency does.")
    laptop.get_by_role("button", name="Tick it off").click()
    laptop.locator("details.end summary").click()
    laptop.get_by_role("button", name="Yes, end it").click()
    expect(laptop.locator("#run-two")).not_to_contain_text("Please watch the clock.")


def test_a_break_a_check_and_the_chair(screens, server, laptop):
    _workshop, _other, phones, names, wall = given_a_running_workshop(screens, server, laptop)

    # a calm break, on every screen, without a reason
    laptop.locator("details.worry summary").click()
    laptop.get_by_role("button", name="Take a short break").click()
    for screen in (wall, phones[0], phones[1]):
        expect(screen.get_by_role("heading", level=1)).to_have_text("We take a short break")
        reads_well(screen)
    laptop.get_by_role("button", name="Go on with the step").click()
    expect(phones[0]).to_have_url(re.compile("/seat/answer/"))

    # did I get that right?
    laptop.get_by_role("textbox", name="Key point").fill("It went well with a real person.")
    laptop.get_by_role("button", name="Keep the key point").click()
    laptop.get_by_role("button", name="Ask the room").click()
    expect(phones[0].get_by_role("heading", level=1)).to_contain_text("It went well with a real person.")
    reads_well(phones[0]).get_by_text("Yes, that is right").click()
    phones[0].get_by_role("button", name="Send").click()
    phones[1].get_by_text("Not quite", exact=True).click()
    phones[1].get_by_label("How would you say it?").fill("With two real persons.")
    phones[1].get_by_role("button", name="Send").click()
    reads_well(phones[1])
    expect(laptop.locator("#run-card")).to_contain_text("With two real persons.")
    expect(wall.get_by_role("heading", level=1)).to_contain_text("It went well")
    laptop.get_by_role("button", name="Mark it as read back").click()
    expect(phones[0]).to_have_url(re.compile("/seat/answer/"))

    # the chair goes to a partner, who takes the group on
    laptop.locator("details.more-for-room summary").click()
    laptop.get_by_label("Give the chair to a partner").select_option(label=names[0])
    laptop.get_by_role("button", name="Give the chair", exact=True).click()
    expect(phones[0]).to_have_url(re.compile("/seat/chair/"))
    reads_well(phones[0]).get_by_role("button", name=re.compile("Go on to")).click()
    expect(laptop.locator("#now-h")).to_contain_text("What shall we talk about first?")
    expect(phones[0]).to_have_url(re.compile("/seat/chair/"))
    laptop.get_by_role("button", name="Take it back").click()
    expect(phones[0]).to_have_url(re.compile("/seat/answer/"))
    reads_well(laptop)


def test_a_rehearsal_with_simulated_people(screens, server, laptop):
    workshop, _other = given_two_who_hold_it(screens, server, laptop, "Word cloud", "Poll")
    laptop.goto(workshop.plan)
    laptop.get_by_role("button", name="Rehearse it").click()
    expect(laptop.get_by_text("The people are simulated.")).to_be_visible()
    run = laptop.url
    laptop.get_by_role("button", name="Start the workshop").click()
    wall = screens.open("room")
    wall.context.add_cookies(laptop.context.cookies())
    wall.goto(run.replace("/run/", "/wall/"))
    expect(wall.get_by_text("Rehearsal. Nothing here counts or is kept.")).to_be_visible()
    expect(laptop.locator("[data-count=answered]").first).to_have_text("8", timeout=30_000)
    reads_well(laptop)
    reads_well(wall)
    laptop.get_by_role("button", name="End the rehearsal and delete it").click()
    expect(laptop.get_by_text("Everything in it is deleted.")).to_be_visible()
    laptop.goto(run)
    expect(laptop.get_by_role("heading", level=1)).not_to_contain_text("Rehearsal")
