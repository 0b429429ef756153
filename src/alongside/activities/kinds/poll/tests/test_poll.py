"""Picks, shares of the people who answered, and ties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.activities.kinds.poll.forms import PollAnswer, PollSetup
from alongside.activities.kinds.poll.tally import PollTally, share

SETUP = {"options": ["tea", "coffee", "water"], "most": 2}
PICKS = st.lists(st.sampled_from(["1", "2", "3"]), min_size=1, max_size=2, unique=True)


@given(st.lists(PICKS, max_size=30))
def test_counts(said):
    tally = PollTally(SETUP)
    for key, picks in enumerate(said):
        tally.add(str(key), {"picks": picks})
    result = tally.result()
    assert result["people"] == len(said)
    assert sum(bar["n"] for bar in result["bars"]) == sum(map(len, said))
    assert all(0 <= bar["share"] <= 100 for bar in result["bars"])


def test_a_tie_is_said():
    tally = PollTally(SETUP)
    tally.add("a", {"picks": ["1"]})
    tally.add("b", {"picks": ["2"]})
    assert tally.result()["ties"] == 2


@pytest.mark.parametrize(
    ("n", "people", "expected"), [(0, 0, 0), (1, 3, 33), (2, 3, 67), (1, 2, 50), (1, 8, 13)]
)
def test_share_is_rounded_half_up(n, people, expected):
    assert share(n, people) == expected


def test_no_more_picks_than_allowed():
    form = PollAnswer({"picks": ["1", "2", "3"]}, setup=SETUP)
    assert not form.is_valid()
    assert "up to 2" in form.errors["picks"][0]


def test_one_pick_is_a_list_too():
    form = PollAnswer({"picks": "3"}, setup=SETUP | {"most": 1})
    assert form.is_valid()
    assert form.cleaned_data == {"picks": ["3"]}


@pytest.mark.parametrize(
    ("text", "sentence"), [("only one", "at least 2"), ("\n".join("abcdefghijk"), "10 at most")]
)
def test_options_of_a_poll(text, sentence):
    form = PollSetup({"options": text, "most": "1"})
    assert sentence in form.errors["options"][0]


def test_options_are_tidied():
    form = PollSetup({"options": " tea \n\ncoffee\r\ntea", "most": "1"})
    assert form.is_valid()
    assert form.cleaned_data["options"] == ["tea", "coffee"]
