"""Counting people and visits: what must hold for any series, and the figures of the homecare paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.methods.attendance import (
    Visit,
    count_came_again,
    count_people,
    in_hundred,
    per_round,
    per_session,
)

VISITS = st.lists(
    st.builds(Visit, round=st.integers(1, 5), session=st.integers(1, 15), person=st.integers(1, 12)),
    unique=True,
)


@given(VISITS)
def test_new_people_of_all_rounds_are_all_people(visits):
    assert sum(each.new for each in per_round(visits)) == count_people(visits)


@given(VISITS)
def test_nothing_is_lost_or_doubled(visits):
    rounds = per_round(visits)
    assert sum(each.visits for each in rounds) == sum(per_session(visits).values()) == len(visits)
    assert all(0 <= each.new <= each.people <= each.visits for each in rounds)
    assert all(each.back == each.people - each.new for each in rounds)


@given(VISITS)
def test_nobody_has_been_before_in_the_first_round(visits):
    assert all(each.back == 0 for each in per_round(visits)[:1])


@given(VISITS, st.randoms(use_true_random=False))
def test_the_order_of_the_list_does_not_matter(visits, random):
    shuffled = list(visits)
    random.shuffle(shuffled)
    assert per_round(shuffled) == per_round(visits)
    assert count_came_again(shuffled) == count_came_again(visits)


@given(VISITS)
def test_who_came_again_is_among_those_who_were_back(visits):
    back = sum(each.back for each in per_round(visits))
    assert (count_came_again(visits) == 0) == (back == 0)
    assert count_came_again(visits) <= min(back, count_people(visits)) or back == 0


@pytest.mark.parametrize(
    ("part", "whole", "share"), [(19, 30, 63.3), (77, 143, 53.8), (0, 4, 0.0), (0, 0, None)]
)
def test_a_share_names_nothing_when_there_is_no_base(part, whole, share):
    assert in_hundred(part, whole) == share
