"""What is special about the nomination poll: one's own nomination counts, and the order says where it is level."""

from alongside.activities.kinds.nomination_poll.forms import Nominate
from alongside.activities.kinds.nomination_poll.tally import NominationPollTally

SETUP = {"options": ["Pay", "Rest", "Travel"], "most": 2, "own": True}


def ordered(tally):
    return [(row["text"], row["place"], row["n"]) for row in tally.result()["rows"]]


def test_what_i_name_myself_is_one_of_mine():
    assert Nominate({"picks": ["1"], "own": "Nights"}, setup=SETUP).is_valid()
    form = Nominate({"picks": ["1", "2"], "own": "Nights"}, setup=SETUP)
    assert not form.is_valid()
    assert "You can name 2. You named 3." in str(form.errors)
    assert "own" not in Nominate(setup={**SETUP, "own": False}).fields


def test_the_picks_set_the_order_and_a_tie_at_the_top_is_said():
    tally = NominationPollTally(SETUP)
    tally.add("a", {"picks": ["3", "2"], "stage": 0})
    tally.add("b", {"picks": ["3"], "own": "Nights", "stage": 0})
    assert ordered(tally)[:1] == [("Travel", 1, 2)]
    assert tally.result()["firsts"] == 1
    tally.add("c", {"picks": ["2"], "stage": 0})
    assert tally.result()["firsts"] == 2
    assert ordered(tally)[2:] == [("Nights", 3, 1), ("Pay", 4, 0)]


def test_nominations_put_together_count_for_each_who_made_them():
    item = {"key": "n", "text": "Nights", "heading": "", "of": ["a", "b"], "from": ["a", "b"]}
    tally = NominationPollTally({**SETUP, "list": [item], "stage": 1})
    tally.add("a", {"picks": [], "own": "Night work", "stage": 0})
    tally.add("b", {"picks": ["1"], "own": "Nights", "stage": 0})
    assert ordered(tally)[:2] == [("Nights", 1, 2), ("Pay", 2, 1)]


def test_the_second_round_counts_once_somebody_picked_in_it():
    item = {"key": "n", "text": "Nights", "heading": "", "of": [], "from": []}
    tally = NominationPollTally({**SETUP, "list": [item], "stage": 2})
    tally.add("a", {"picks": ["1"], "stage": 0})
    tally.add("a2", {"picks": ["n"], "stage": 2})
    assert ordered(tally)[0] == ("Nights", 1, 1)
    tally.remove("a2", {"picks": ["n"], "stage": 2})
    assert ordered(tally)[0] == ("Pay", 1, 1)
