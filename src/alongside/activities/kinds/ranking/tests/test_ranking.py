"""What is special about the ranking: an order comes out of places, and what is wrong with them is said."""

import pytest

from alongside.activities.kinds.ranking.forms import RankingAnswer
from alongside.activities.kinds.ranking.tally import RankingTally, order_of

SETUP = {"options": ["Tea", "Cake", "Rest"], "top": 3}


def test_places_make_an_order():
    form = RankingAnswer({"p1": "2", "p2": "1"}, setup=SETUP)
    assert form.is_valid()
    assert order_of(form.cleaned_data) == ["2", "1"]


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ({"p1": "1", "p2": "1"}, "place 1 twice"),
        ({"p1": "1", "p2": "3"}, "Nothing has place 2"),
        ({}, "one thing"),
    ],
)
def test_places_given_twice_or_left_out_are_said(places, said):
    form = RankingAnswer(places, setup=SETUP)
    assert not form.is_valid()
    assert said in str(form.errors)


def test_the_winner_of_all_duels_is_named_when_the_sum_says_otherwise():
    tally = RankingTally({"options": ["A", "B", "C"]})
    for number, order in enumerate((["1", "2", "3"],) * 3 + (["2", "3", "1"],) * 2):
        tally.add(str(number), {f"p{key}": str(place) for place, key in enumerate(order, 1)})
    result = tally.result()
    assert result["rows"][0]["text"] == "B"
    assert result["duel_winner"] == "A"
    assert not result["is_same_winner"]
