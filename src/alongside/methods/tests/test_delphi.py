"""The rule of a Delphi: order does not matter, a higher score never makes things worse, and every share has its base."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.methods.delphi import Response, Rule, Verdict, quantile, responses, spread_of

SCORES = st.lists(st.integers(1, 9), min_size=1, max_size=40)
RULES = st.builds(
    lambda pair: Rule(least=max(pair), against=min(pair)), st.tuples(st.integers(1, 100), st.integers(1, 100))
)
RANK = {Verdict.OUT: 0, Verdict.NONE: 1, Verdict.IN: 2}


@given(SCORES, RULES, st.randoms(use_true_random=False))
def test_order_does_not_matter(scores, rule, random):
    mixed = list(scores)
    random.shuffle(mixed)
    assert rule.judge(mixed) is rule.judge(scores)
    assert spread_of(mixed, rule) == spread_of(scores, rule)


@given(SCORES, RULES, st.data())
def test_a_higher_score_never_moves_an_item_towards_out(scores, rule, data):
    at = data.draw(st.integers(0, len(scores) - 1))
    higher = [*scores[:at], data.draw(st.integers(scores[at], 9)), *scores[at + 1 :]]
    assert RANK[rule.judge(higher)] >= RANK[rule.judge(scores)]


@given(SCORES, RULES)
def test_the_rule_is_the_same_seen_from_the_other_end(scores, rule):
    mirror = {Verdict.IN: Verdict.OUT, Verdict.OUT: Verdict.IN, Verdict.NONE: Verdict.NONE}
    assert rule.judge([10 - score for score in scores]) is mirror[rule.judge(scores)]


@given(SCORES)
def test_quartiles_are_those_of_the_standard_library(scores):
    if len(scores) > 1:
        low, middle, high = statistics.quantiles(scores, n=4, method="inclusive")
        assert [quantile(scores, at) for at in (0.25, 0.5, 0.75)] == pytest.approx([low, middle, high])
    assert quantile(scores, 0.5) == statistics.median(scores)


@given(SCORES)
def test_shares_are_of_those_who_scored(scores):
    spread = spread_of(scores, Rule())
    assert spread.of == len(scores)
    assert spread.low + spread.high <= spread.of
    assert 0 <= spread.low_share + spread.high_share <= 101
    assert spread.half_from <= spread.median <= spread.half_to


@given(st.lists(SCORES, max_size=3), SCORES)
def test_what_is_settled_stays_settled(rounds, more):
    verdict, number = Rule().settle(rounds)
    if number:
        assert Rule().settle([*rounds, more]) == (verdict, number)


def test_exactly_seventy_percent_is_in_and_fifteen_against_is_not():
    assert Rule().judge([7] * 7 + [5] * 3) is Verdict.IN
    assert Rule().judge([7] * 17 + [1] * 3) is Verdict.NONE
    assert Rule().judge([7] * 18 + [1] * 3) is Verdict.IN
    assert Rule().judge([1] * 7 + [5] * 3) is Verdict.OUT
    assert Rule().judge([]) is Verdict.NONE


def test_no_scores_have_no_spread():
    assert spread_of([], Rule()) is None
    with pytest.raises(ValueError, match="no scores"):
        quantile([], 0.5)


@pytest.mark.parametrize(
    "wrong", [{"least": 10, "against": 20}, {"low_to": 7}, {"against": 0}, {"least": 101}]
)
def test_a_rule_that_contradicts_itself_is_refused(wrong):
    with pytest.raises(ValueError, match="must"):
        Rule(**wrong)


@given(st.lists(st.sets(st.sampled_from("abcdefgh")), min_size=1, max_size=3))
def test_everybody_of_a_round_came_back_or_is_lost(rounds):
    found = responses(rounds)
    for before, now in zip(found, found[1:], strict=False):
        assert now.back + now.lost == before.people
        assert now.back + now.new == now.people


def test_drop_outs_are_not_hidden_by_new_people():
    assert responses([{"a", "b", "c"}, {"a", "x", "y"}])[1] == Response(people=3, back=1, new=2, lost=2)
