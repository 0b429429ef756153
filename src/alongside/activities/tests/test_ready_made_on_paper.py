"""Two whole workshops from ready-made plans where nobody has a phone: sheets are printed, filled in, and typed in."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from alongside.activities import actions, board, queries
from alongside.activities.models import Activity, Contribution, GivenPicture
from alongside.activities.plans import get_plan
from alongside.workshops.models import Seat

PEOPLE = 8
pytestmark = pytest.mark.django_db


class OnPaper:
    """The room, by its addresses as the facilitator at the laptop uses them."""

    def __init__(self, room, laptop, plan):
        self.room, self.laptop, self.plan = room, laptop, plan
        self.here = [room.session.pk]
        laptop.post(reverse("activities:use_plan", args=[*self.here, plan]), {})
        for _ in range(PEOPLE):
            self.press("seat")
        self.seats = list(Seat.objects.filter(session=room.session, is_without_phone=True))
        assert len(self.seats) == PEOPLE

    def press(self, verb):
        self.laptop.post(reverse("activities:do_session", args=[*self.here, verb]), {})

    def do(self, activity, verb):
        self.laptop.post(reverse("activities:do_activity", args=[activity.pk, verb]), {})
        activity.refresh_from_db()

    def sheets(self):
        """All sheets as they are printed now."""
        return self.laptop.get(reverse("activities:papers", args=self.here)).words

    def step(self, kind, question=""):
        """Go on to the step of this kind; its activity is open."""
        activity = Activity.objects.get(session=self.room.session, kind=kind, question__contains=question)
        for _ in range(4):
            if activity.state == "open":
                return activity
            self.press("next")
            activity.refresh_from_db()
        raise AssertionError(f"{activity} did not open")

    def type_in(self, activity, *answers, photo_of=None):
        """The pile of one activity: by its number from the pile’s page, read back, for each seat in turn. Every other
        one is from the post without a seat."""
        pile = reverse("activities:typing_in", args=self.here)
        address = reverse("activities:type_for", args=[activity.pk])
        found = self.laptop.get(f"{pile}?sheet={activity.pk}", status=302)
        assert found.location == address
        for number, answer in enumerate(answers):
            is_post = number % 2 == 0
            form = self.laptop.get(address).form(address)
            seat = "" if is_post else str(self.seats[number].pk)
            form |= {**answer, "came_by": "post" if is_post else "room", "seat": seat}
            if number == photo_of:
                form["sheet_file"] = SimpleUploadedFile("sheet.jpg", photo(), "image/jpeg")
            done = self.laptop.post(address, {**form, "is_read_back": "on"})
            assert done.location == (pile if is_post else reverse("activities:run", args=self.here))

    def list_of(self, activity):
        """Everything said is put on the list."""
        self.laptop.get(reverse("activities:listing", args=[activity.pk]))
        loose = {f"line-{line.key}": "" for line in queries.lines_of(activity)}
        return self.keep(activity, **loose, all="1")

    def keep(self, activity, **changed):
        """The list is kept as `changed` wants it."""
        self.laptop.post(reverse("activities:listing", args=[activity.pk]), changed)
        activity.refresh_from_db()
        return board.list_of(activity)

    def result(self, activity):
        return self.laptop.get(reverse("activities:result", args=[activity.pk])).words

    def told(self):
        """The workshop ends; its account on the page and as a file, without a room name."""
        self.press("end")
        page = self.laptop.get(reverse("activities:account", args=self.here))
        text = self.laptop.get(reverse("activities:account_md", args=self.here)).text
        for seat in self.seats:
            assert seat.room_name not in page.words
            assert seat.room_name not in text
        return page.words


def photo():
    out = io.BytesIO()
    Image.new("RGB", (400, 300), "white").save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def on_paper(room, laptop):
    return lambda plan: OnPaper(room, laptop, plan)


TEAM_ONLY = {"word": "shy", "share": "team"}
WAYS = "Of 8: 4 by post or on paper, 4 said in the room."


def test_words_that_were_not_read_back_are_not_kept(on_paper):
    paper = on_paper("doing_co_production")
    cloud = paper.step("word_cloud", "well")
    address = reverse("activities:type_for", args=[cloud.pk])
    paper.laptop.post(address, {"w1": "heard", "came_by": "post"}, status=422)
    assert not Contribution.objects.exists()


def test_doing_co_production_on_paper(on_paper):
    paper = on_paper("doing_co_production")
    words = paper.sheets()
    assert all(step.question in words for step in get_plan(paper.plan).steps)

    paper.type_in(paper.step("check_in"), *[{"word": "curious", "share": "room"}] * 7, TEAM_ONLY)
    well = paper.step("word_cloud", "went well")
    paper.type_in(well, *[{"w1": "heard", "w2": "part of it"}] * PEOPLE)
    paper.type_in(paper.step("word_cloud", "went badly"), *[{"w1": "small"}] * PEOPLE)
    assert "2 words from 8 people." in paper.result(well)
    assert WAYS in paper.result(well)

    story = paper.step("story_weaving")
    paper.type_in(story, *[{"memory": f"Memory {n}"} for n in range(PEOPLE)], photo_of=2)
    the_photo_is_beside_its_words(paper, story, "Memory 2")
    paper.do(story, "forward")
    listed = paper.list_of(story)
    last = listed[-1]["key"]
    listed = paper.keep(story, **{f"place-{last}": "1"})
    assert [one["text"] for one in listed] == ["Memory 7", *(f"Memory {n}" for n in range(7))]
    assert all(len(one["from"]) == 1 for one in listed)
    paper.do(story, "forward")
    assert "Place in the story:" in paper.sheets()
    pieces = [{"part": one["key"], "text": f"Then came {n}."} for n, one in enumerate(listed)]
    paper.type_in(story, *pieces)
    words = paper.result(story)
    assert "8 memories, 0 with a picture. 8 pieces of the story." in words
    assert words.index("Memory 7") < words.index("Then came 0.") < words.index("Memory 0")

    paper.type_in(paper.step("open_notes"), *[{"note": f"Lesson {n}"} for n in range(PEOPLE)])
    dos = paper.step("dos_and_donts")
    said = [{"polarity": "do" if n < 5 else "dont", "text": f"Thing {n}"} for n in range(PEOPLE)]
    paper.type_in(dos, *said)
    paper.do(dos, "forward")
    keys = {one["text"]: one["key"] for one in paper.list_of(dos)}
    for favourite in ("Thing 3", "Thing 6"):
        paper.do(dos, "forward")
        paper.type_in(dos, *[{"picks": keys[favourite]}] * PEOPLE)
    paper.do(dos, "close")
    assert "8 statements. Do: 8 people picked. Don’t: 8 people picked." in paper.result(dos)
    paper.type_in(paper.step("closing_reflection"), *[{"take": "I was asked", "share": "room"}] * PEOPLE)

    told = paper.told()
    assert "8 memories, 0 with a picture." in told
    assert "2 words from 8 people." in told
    story_told = " ".join(f"Then came {n}." for n in range(PEOPLE))
    assert f"Our story: “{story_told}”" in told
    assert "Do, with people who picked it: “Thing 3” (8)" in told
    assert "Don’t, with people who picked it: “Thing 6” (8)" in told
    assert "shy" not in told


def the_photo_is_beside_its_words(paper, activity, words):
    """The photo of a sheet is kept with what was typed from it, and hangs on no wall."""
    [kept] = GivenPicture.objects.filter(activity=activity)
    assert kept.is_sheet
    assert words in queries.words_of(kept.contribution)
    link = reverse("activities:picture", args=[kept.pk, "large"])
    assert link in paper.laptop.get(reverse("activities:result", args=[activity.pk])).text
    actions.show_result(activity=activity, by=paper.room.by)
    assert link not in paper.laptop.get(reverse("activities:wall", args=paper.here)).text


def test_making_sense_of_findings_on_paper(on_paper):
    paper = on_paper("sense_making")
    words = paper.sheets()
    assert all(step.question in words for step in get_plan(paper.plan).steps)

    pack = paper.step("evidence_walk_through")
    paper.type_in(pack, *[{"m2": "rings", "q3": f"Question {n}?"} for n in range(PEOPLE)])
    assert "0 people went through the findings." in paper.result(pack)  # until all have read
    paper.do(pack, "close")
    assert "8 people went through the findings. 8 questions." in paper.result(pack)
    assert WAYS in paper.result(pack)

    circles = paper.step("importance_circles")
    placed = [{"c3": "in", "t3": f"Reason {n}", "c5": "out"} for n in range(PEOPLE)]
    placed[0]["n1"], placed[1]["n1"] = "Who gets the credit", "Who is named"
    paper.type_in(circles, *placed, photo_of=0)
    assert "0 people placed cards." in paper.result(circles)  # until all have placed alone
    paper.do(circles, "forward")
    assert "8 people placed cards." in paper.result(circles)
    assert "Reason 7" in paper.result(circles)

    said = {one["text"]: one for one in paper.list_of(circles)}
    first, second = said["Who gets the credit"], said["Who is named"]
    lines = {line.text: line.key for line in queries.lines_of(circles)}
    merged = {
        f"text-{first['key']}": "Who gets the credit, and who is named",
        f"off-{second['key']}": "1",
        f"line-{lines['Who is named']}": first["key"],
        "text-new": "What people want, and what stands in their way",
    }
    new, own = paper.keep(circles, **merged)
    assert len(new["from"]) == 2
    assert not own["from"]

    paper.do(circles, "forward")
    assert "Who gets the credit, and who is named" in paper.sheets()
    inside = {f"c{new['key']}": "in", "c3": "in"}
    rings = ["in"] * 5 + ["out"] * 3
    paper.type_in(circles, *[{**inside, f"c{own['key']}": ring} for ring in rings])
    assert "5 people placed cards." in paper.result(circles)
    paper.do(circles, "close")
    assert "8 people placed cards. This is after the talk; 8 placed them alone before it." in paper.result(
        circles
    )
    rows = {row[0]: row[2:4] for row in queries.picture_of(circles).table.rows}
    assert rows[new["text"]] == [8, 0]
    assert rows[own["text"]] == [5, 3]

    poll = paper.step("nomination_poll")
    paper.type_in(poll, *[{"picks": "2"}] * 7, {"own": "Money for people’s time"})
    paper.do(poll, "close")
    assert "8 people nominated." in paper.result(poll)
    assert "Money for people’s time" in paper.result(poll)
    paper.type_in(paper.step("open_notes"), *[{"note": f"Note {n}"} for n in range(PEOPLE)])
    only_team = {"helped": "Time to think", "share": "team"}
    paper.type_in(paper.step("closing_reflection"), *[only_team] * PEOPLE)

    told = paper.told()
    assert "8 people placed cards." in told
    assert "Who gets the credit, and who is named" in told
    assert "8 people nominated." in told
    assert "Note 7" in told
    assert "Time to think" not in told
