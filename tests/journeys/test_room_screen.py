"""The room screen: words that keep their places; light and dark; the table by one key."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys import steps
from tests.journeys.access import reads_well
from tests.journeys.crowd import crowd_in

WORDS = (
    "listened to,proud,safe|calm,listened to,useful|hopeful,laughing,part of a team|proud,valued,equal|"
    "szczęśliwa,trusted,safe|tired but happy,listened to,seen|part of a team,heard,not alone|موثوق,safe,trusted|"
    "equal,warm,a bit nervous then proud|hopeful,seen,learning|curious,supported,calm|"
    "we did it together,proud,strong|useful,brave,kind|信任,open,honest|rested,needed,lighter|"
    "listened to,thankful,curious|in good hands,steady,glad|at home,respected,clear|less afraid,ready,quick|"
    "understood,even,sure|noticed,surprised,whole|at ease,awake,fair|friendly,patient,moved|careful,light,free|"
    "hugged,nosy,loud|bold,mended,busy"
)
PLACES = """all => Object.fromEntries(all.map(one => {
  const box = one.getBoundingClientRect();
  return [one.dataset.key, [(box.left + box.right) / 2, box.top, box.left, box.right, box.bottom]];
}))"""


@pytest.fixture
def cloud(screens, laptop, server):
    """A wall with an empty word cloud on it, and a crowd of phones."""
    workshop = steps.given_a_planned_workshop(laptop, "Word cloud")
    steps.when_the_door_opens(laptop, workshop)
    steps.when_the_workshop_starts(laptop, workshop)
    steps.when_answers_go_on_the_wall(laptop)
    wall = screens.open("room")
    wall.context.add_cookies(laptop.context.cookies())
    wall.goto(workshop.wall)
    activity = wall.locator("#wall-now [data-part]").get_attribute("data-activity")
    return wall, crowd_in(server, workshop.number, activity, 40)


def picture(wall, name):
    """A picture to look at, only when asked for: `LOOK=folder`."""
    if os.environ.get("LOOK"):
        wall.screenshot(path=str(Path(os.environ["LOOK"]) / f"{name}.png"))


def test_words_of_a_cloud_keep_their_places_as_sixty_come(cloud):
    wall, crowd = cloud
    before, level, moved, changes = {}, "", [], 0
    words = wall.locator(".cloud .word")
    for number, said in enumerate(WORDS.split("|")):
        crowd.say(number, **{f"w{at}": word for at, word in enumerate(said.split(","), 1)})
        expect(wall.locator(".cloud + .where")).to_contain_text(f"from {number + 1} ")
        now, is_at = words.evaluate_all(PLACES), wall.locator(".cloud").get_attribute("data-crowd")
        changes += is_at != level
        if is_at == level:
            moved += [abs(now[key][0] - before[key][0]) for key in before if key in now]
            assert all(abs(now[key][1] - before[key][1]) <= 10 for key in before if key in now)
            assert before.keys() <= now.keys()
        before, level = now, is_at
        if number in {0, 3, 9, 15, 25}:
            picture(wall, f"cloud-{number + 1}")
    assert len(set(WORDS.replace("|", ",").split(","))) >= 60
    assert len(before) >= 55  # the rest is in the table, and the wall says so
    assert changes <= 5
    print(
        f"{len(moved)} times a word stayed or moved, {changes} times lines changed; farthest {max(moved):.0f} px"
    )
    assert max(moved) <= 80, sorted(moved)[-5:]
    assert sum(far > 2 for far in moved) <= len(moved) / 20
    then_no_word_touches_another(before)
    then_the_rest_is_below_and_moves_nothing(wall, words, before)
    reads_well(wall)


def then_the_rest_is_below_and_moves_nothing(wall, words, before):
    """What the wall can't hold comes below the first screen, one column, with the code still beside it."""
    expect(wall.locator(".wall-rest li").nth(60)).to_be_attached()
    now = words.evaluate_all(PLACES)
    assert all(abs(now[key][at] - before[key][at]) <= 10 for key in before for at in (0, 1))
    then_no_word_touches_another(now)
    rest, square = wall.locator(".wall-rest").bounding_box(), wall.locator("#wall-join").bounding_box()
    assert rest["y"] > max(place[4] for place in now.values())
    assert rest["x"] + rest["width"] <= square["x"]
    wall.evaluate("scrollTo({top: 700, behavior: 'instant'})")
    expect(wall.locator(".wall-rest li").nth(20)).to_be_in_viewport()
    expect(wall.locator("#wall-join")).to_be_in_viewport(ratio=0.9)
    picture(wall, "cloud-and-the-rest")
    wall.evaluate("scrollTo({top: 0, behavior: 'instant'})")


def then_no_word_touches_another(places):
    boxes = [place[1:] for place in places.values()]
    for number, (top, left, right, bottom) in enumerate(boxes):
        assert 0 <= left < right <= 1920 - 432, (left, right)
        for other_top, other_left, other_right, other_bottom in boxes[number + 1 :]:
            beside = right <= other_left + 1 or other_right <= left + 1
            assert beside or bottom <= other_top + 8 or other_bottom <= top + 8


def test_the_wall_is_light_or_dark_and_shows_the_table_by_a_key(cloud, laptop):
    """As the machine is set, until the facilitators say otherwise: on the console, or by a key on the wall."""
    wall, crowd = cloud
    crowd.say(0, w1="heard", w2="seen", w3="")
    expect(wall.locator(".cloud .word").first).to_be_visible()
    for scheme in ("dark", "light"):
        wall.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        expect(wall.locator("html.dark")).to_have_count(int(scheme == "dark"))
        reads_well(wall)
        picture(wall, f"wall-{scheme}")
    laptop.locator("#wall-look summary").click()
    laptop.locator("#run-now").get_by_role("button", name="Dark", exact=True).click()
    expect(wall.locator("html.dark")).to_be_attached()
    wall.keyboard.press("l")
    expect(wall.locator("html:not(.dark)")).to_be_attached()
    wall.keyboard.press("l")
    expect(wall.locator("html.dark")).to_be_attached()
    wall.keyboard.press("t")
    expect(wall.locator(".on-wall > table")).to_be_visible()
    reads_well(wall)
    picture(wall, "wall-table")
    wall.get_by_role("button", name="Picture").click()
    expect(wall.locator(".cloud .word").first).to_be_visible()
    smallest = wall.evaluate(SMALLEST_LETTERS)
    assert smallest >= 26, smallest
    wall.reload()
    expect(wall.locator("html.dark")).to_be_attached()


SMALLEST_LETTERS = """Math.min(...[...document.querySelectorAll("body *")]
  .filter(one => !one.closest(".hidden, [hidden], svg") && one.checkVisibility()
    && [...one.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .map(one => parseFloat(getComputedStyle(one).fontSize)))"""
