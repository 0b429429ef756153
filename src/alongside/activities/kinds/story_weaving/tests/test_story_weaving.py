"""What is special about story weaving: words alone are as good as a picture, and the story follows the group's order."""

from alongside.activities.kinds.story_weaving.forms import Memory
from alongside.activities.kinds.story_weaving.kind import KIND
from alongside.activities.kinds.story_weaving.tally import StoryWeavingTally

LIST = [
    {"key": "second", "heading": "", "text": "Tea", "of": ["2"], "from": []},
    {"key": "first", "heading": "", "text": "Door", "of": ["1", "gone"], "from": []},
]


def woven():
    tally = StoryWeavingTally({"list": LIST, "begin": "Once"})
    tally.add("1", {"memory": "A key", "stage": 0})
    tally.add("2", {"memory": "", "picture": "p", "picture_alt": "Two cups", "stage": 0})
    tally.add("3", {"memory": "Beside", "stage": 0})
    tally.add("4", {"part": "first", "text": "We rang", "stage": 2})
    tally.add("5", {"part": "start", "text": "A bell", "stage": 2})
    return tally


def test_the_story_follows_the_order_of_the_group():
    result = woven().result()
    assert [part["key"] for part in result["parts"]] == ["start", "second", "first"]
    assert [one["key"] for one in result["loose"]] == ["3"]
    rows = KIND.table(result, {}).rows
    assert [str(row[2]) for row in rows] == ["A bell", "", "A key", "We rang", "Beside"]


def test_words_alone_a_picture_alone_but_not_nothing():
    about = {"picture_alt": "A door", "picture_rights": "mine", "picture_may_see": "room"}
    pk = "6d1f6a10-0000-4000-8000-000000000001"
    assert Memory({"memory": "A key"}, setup={}).is_valid()
    assert Memory({"picture": pk, **about}, setup={}).is_valid()
    assert not Memory({}, setup={}).is_valid()
    bare = Memory({"picture": pk, "memory": "A key"}, setup={})
    assert not bare.is_valid()
    assert set(bare.errors) == set(about)
    assert Memory({"memory": "A key", **about}, setup={}).is_valid()


def test_what_is_said_about_a_picture_that_is_not_there_is_not_kept():
    form = Memory({"memory": "A key", "picture_alt": "Left over"}, setup={})
    assert form.is_valid()
    assert form.cleaned_data["picture_alt"] == ""


def test_a_picture_without_words_is_a_line_of_the_list_by_what_can_be_seen_in_it():
    assert [line.text for line in KIND.lines(woven().result())] == ["A key", "Two cups", "Beside"]


def test_those_who_were_not_there_are_told_the_story_whole_and_in_its_order():
    told = [str(sentence) for sentence in KIND.account(woven().result(), {})]
    assert told[1:] == ["Our story: “Once A bell We rang”"]
    long = woven()
    for number in range(100, 150):
        long.add(str(number), {"part": "end", "text": f"Then {number}.", "stage": 2})
    assert str(KIND.account(long.result(), {})[-1]).startswith("There were more")


def test_before_there_is_a_story_they_are_told_the_memories():
    tally = StoryWeavingTally({"list": ()})
    assert [str(one) for one in KIND.account(tally.result(), {})] == ["Nothing was sent in."]
    tally.add("1", {"memory": "A key", "stage": 0})
    tally.add("2", {"memory": "", "picture": "p", "picture_alt": "Two cups", "stage": 0})
    assert str(KIND.account(tally.result(), {})[1]) == "“A key”; “Two cups”."
