"""What is special about the storyline interview: one box is enough, and what is for the team stays with the team."""

from alongside.activities.kinds.storyline_interview.forms import StorylineAnswer
from alongside.activities.kinds.storyline_interview.kind import KIND
from alongside.activities.kinds.storyline_interview.tally import LONGEST_ON_WALL, StorylineTally, shortened


def test_only_the_first_box_is_needed():
    assert StorylineAnswer({"together": "We met.", "share": "team"}, setup={}).is_valid()
    form = StorylineAnswer({"learned": "A lot.", "share": "team"}, setup={})
    assert list(form.errors) == ["together"]


def test_accounts_for_the_team_are_counted_and_not_shown():
    tally = StorylineTally({})
    tally.add("1", {"together": "We met.", "share": "wall"})
    tally.add("2", {"together": "SECRET", "learned": "SECRET", "share": "team"})
    result = tally.result()
    assert "SECRET" not in str(result)
    assert [one["answered"] for one in result["questions"][:4]] == [2, 0, 0, 1]
    assert "1 of them told only the team" in str(KIND.table(result, {}).base)
    assert all("SECRET" not in line.text for line in KIND.lines(result))


def test_without_a_choice_it_is_for_everybody():
    form = StorylineAnswer({"together": "We met."}, setup={"choose": False})
    assert form.is_valid()
    tally = StorylineTally({})
    tally.add("1", form.cleaned_data)
    assert tally.result()["team_only"] == 0


def test_the_wall_gets_the_beginning_of_a_long_answer():
    short = shortened("word " * 100)
    assert len(short) <= LONGEST_ON_WALL + 2
    assert short.endswith(" …")
    assert shortened("Short.") == "Short."
