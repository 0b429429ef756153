"""From somebody's words to a change, and back to who said them: the loop is never left open."""

import re

from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.access import reads_well
from tests.journeys.pictures import picture_of

WORDS = "Short films would help. I can watch them in the car between calls."
POINT = "We can learn between calls, if it is short."
ASK = "Short films for the car"


def test_words_become_a_change_and_their_author_hears_of_it(screens, laptop):
    phone, other = screens.open("phone"), screens.open("phone")
    workshop = steps.given_a_planned_workshop(laptop, "Open notes")
    steps.when_the_door_opens(laptop, workshop)
    for one, text in ((phone, WORDS), (other, "Pay us for the training time.")):
        steps.when_someone_joins(one, workshop.link)
        if one is phone:
            steps.when_the_workshop_starts(laptop, workshop)
        steps.then_the_phone_shows_the_question(one)
        steps.when_words_are_sent(one, text)
        steps.then_it_is_sent(one)
    own_link = the_own_link_of(phone)

    when_a_key_point_is_written_and_read_back(laptop, workshop)
    when_it_is_asked_for(laptop, workshop)
    then_the_round_cannot_be_closed(laptop, workshop)
    when_it_is_decided_and_answered(laptop)
    when_something_changed(laptop)
    when_those_who_said_it_are_told(laptop)

    then_the_author_sees_the_whole_thread(phone)
    then_nobody_else_does(other)
    borrowed = screens.open("phone")
    borrowed.goto(own_link)
    then_the_author_sees_the_whole_thread(borrowed)
    when_the_author_says_it_is_what_they_meant(borrowed)
    when_the_round_is_closed(laptop, workshop)
    picture_of(laptop, phone)


def the_own_link_of(phone: Page) -> str:
    phone.goto("/seat/link/")
    link = phone.get_by_label("The link, to copy").input_value()
    return re.sub(r"^https?://[^/]+", "", link)  # the story's devices know the server by another address


def when_a_key_point_is_written_and_read_back(desk, workshop):
    desk.goto(f"/sessions/{workshop.number}/key-points/")
    reads_well(desk)
    desk.get_by_role("textbox", name="Key point").fill(POINT)
    desk.get_by_label(re.compile("Short films would help")).check(force=True)
    desk.get_by_role("button", name="Keep the key point").click()
    desk.get_by_role("link", name=re.compile("^Read it back")).first.click()
    reads_well(desk)
    desk.get_by_role("button", name="Yes, they said it is right").click()
    expect(desk.get_by_text("Read back. They said yes")).to_be_visible()


def when_it_is_asked_for(desk, workshop):
    desk.get_by_role("link", name=re.compile("^Ask for it")).first.click()
    reads_well(desk)
    desk.get_by_label("In a few words").fill(ASK)
    desk.get_by_label("What do partners ask for?").fill("Make short films that we can watch between calls.")
    round = desk.get_by_label("In which round?")
    name = workshop.name.split(",")[0]
    round.select_option(round.locator("option", has_text=re.compile(rf"{name}$")).get_attribute("value"))
    point = desk.get_by_label(re.compile(re.escape(POINT)))
    if not point.is_checked():
        point.check(force=True)
    desk.get_by_role("button", name="Ask for it").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(ASK)
    reads_well(desk)


def then_the_round_cannot_be_closed(desk, workshop):
    """It says which recommendation has no answer yet."""
    asked = desk.url
    desk.goto(workshop.run)
    desk.get_by_text("End workshop").click()
    desk.get_by_role("button", name="Yes, end it").click()
    desk.goto(workshop.plan)
    desk.locator("main p.kicker a").click()
    expect(desk.locator("#close")).to_contain_text(ASK)
    expect(desk.get_by_role("button", name="Close the round")).to_have_count(0)
    reads_well(desk)
    desk.goto(asked)


def when_it_is_decided_and_answered(desk):
    desk.get_by_text("Write down how it was decided").click()
    decision = desk.locator("form[action$='/decide/']")
    decision.get_by_label("What was decided").fill("Three films of two minutes each.")
    decision.get_by_label("everyone agreed").check(force=True)
    decision.get_by_role("button", name="Keep the decision").click()
    answer = desk.locator("form.answer")
    answer.get_by_role("radio").first.check(force=True)
    answer.get_by_label(re.compile("^Why")).fill("You are right: nobody has an hour to sit down.")
    answer.get_by_role("button", name="Give this answer").click()
    expect(desk.get_by_role("button", name="Change the answer")).to_be_visible()
    reads_well(desk)


def when_something_changed(desk):
    form = desk.locator("form[action$='/impact/']")
    form.get_by_role("radio").first.check(force=True)
    form.get_by_label("What happened to it").fill("Three short films are in the new version.")
    version = form.get_by_label("In which version?")
    version.select_option(index=version.locator("option").count() - 1)
    form.get_by_role("button", name="Keep what happened").click()
    expect(desk.get_by_text("Three short films are in the new version.").first).to_be_visible()
    reads_well(desk)


def when_those_who_said_it_are_told(desk):
    desk.get_by_role("button", name="Tell 1 person").click()
    reads_well(desk)
    desk.get_by_role("link", name="The whole thread").click()
    for words in (WORDS, POINT, ASK, "Three short films"):
        expect(desk.get_by_role("main")).to_contain_text(words)
    reads_well(desk)


def then_the_author_sees_the_whole_thread(phone):
    phone.goto("/seat/changed/")
    reads_well(phone)
    expect(phone.get_by_role("main")).to_contain_text("This changed")
    phone.locator("a.went").first.click()
    for words in (WORDS, "nobody has an hour", "Three short films"):
        expect(phone.get_by_role("main")).to_contain_text(words)
    reads_well(phone)


def then_nobody_else_does(phone):
    phone.goto("/seat/changed/")
    expect(phone.get_by_role("main")).not_to_contain_text("Three short films")
    expect(phone.get_by_role("main")).not_to_contain_text(WORDS)


def when_the_author_says_it_is_what_they_meant(phone):
    phone.get_by_role("radio").first.check(force=True)
    phone.get_by_role("button", name="Tell the team").click()
    expect(phone.get_by_text("You said: yes")).to_be_visible()


def when_the_round_is_closed(desk, workshop):
    desk.goto(workshop.plan)
    desk.locator("main p.kicker a").click()
    desk.get_by_role("button", name="Close the round").click()
    expect(desk.locator("#close")).to_contain_text("Closed on")
    reads_well(desk)
