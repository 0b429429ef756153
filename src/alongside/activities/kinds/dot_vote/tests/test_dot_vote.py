"""What is special about the dot vote: how many dots, where they go, and ties."""

from alongside.activities.kinds.dot_vote.forms import DotVoteAnswer, DotVoteSetup
from alongside.activities.kinds.dot_vote.tally import DotVoteTally

OPTIONS = ["Tea", "Cake", "Rest", "Pay"]


def test_a_third_as_many_dots_as_options_unless_said_otherwise():
    for typed, dots in (("", 2), ("5", 5)):
        form = DotVoteSetup({"options": "\n".join(OPTIONS), "dots": typed, "stack": "on"})
        assert form.is_valid()
        assert form.cleaned_data["dots"] == dots


def test_nobody_puts_down_more_dots_than_they_have():
    setup = {"options": OPTIONS, "dots": 2, "stack": True}
    assert DotVoteAnswer({"o1": "2"}, setup=setup).is_valid()
    too_many = DotVoteAnswer({"o1": "2", "o2": "1"}, setup=setup)
    assert not too_many.is_valid()
    assert "You have 2 dots. You put down 3." in str(too_many.errors)
    alone = DotVoteAnswer({"o1": "2"}, setup={**setup, "stack": False})
    assert not alone.is_valid()


def test_a_tie_is_said():
    tally = DotVoteTally({"options": OPTIONS})
    tally.add("a", {"o1": 2, "o2": 0})
    tally.add("b", {"o2": 2})
    result = tally.result()
    assert result["is_tie"]
    assert [(row["text"], row["place"], row["is_level"]) for row in result["rows"]][:3] == [
        ("Tea", 1, True),
        ("Cake", 1, True),
        ("Rest", 3, False),
    ]
