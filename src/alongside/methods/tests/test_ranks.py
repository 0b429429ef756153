"""Orders made of orders: what must hold for all ballots, and examples from the books."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.methods import ranks

OPTIONS = ["a", "b", "c", "d"]
ballots = st.lists(
    st.permutations(OPTIONS).flatmap(lambda order: st.integers(0, 4).map(lambda n: order[:n])), max_size=8
)


@given(st.lists(st.integers(0, 5), max_size=12))
def test_places_are_one_more_than_how_many_have_more(counts):
    assert ranks.places(counts) == [
        (1 + sum(other > n for other in counts), n > 0 and counts.count(n) > 1) for n in counts
    ]


@given(ballots)
def test_sums_share_out_all_places_of_all_ballots(given):
    assert sum(ranks.sum_of_ranks(given, OPTIONS).values()) == pytest.approx(len(given) * 10)


@given(ballots)
def test_borda_gives_the_order_of_the_sums_upside_down(given):
    sums, points = ranks.sum_of_ranks(given, OPTIONS), ranks.borda(given, OPTIONS)
    for a in OPTIONS:
        for b in OPTIONS:
            assert (sums[a] < sums[b]) == (points[a] > points[b])


@given(ballots)
def test_kemeny_puts_condorcets_winner_first_and_no_order_disagrees_less(given):
    order, won = ranks.kemeny(given, OPTIONS), ranks.duels(given, OPTIONS)
    winner = ranks.condorcet_winner(given, OPTIONS)
    assert winner is None or order[0] == winner

    def against(one):
        return sum(won[b, a] for at, a in enumerate(one) for b in one[at + 1 :])

    assert against(order) == min(against(one) for one in permutations(OPTIONS))


@given(ballots)
def test_agreement_lies_between_nought_and_one(given):
    found = ranks.agreement(given, OPTIONS)
    assert found is None if len(given) < 2 else 0 <= found <= 1


@given(st.permutations(OPTIONS), st.integers(2, 6))
def test_those_who_all_say_the_same_agree_wholly(order, people):
    assert ranks.agreement([order] * people, OPTIONS) == pytest.approx(1)


def test_opposite_orders_do_not_agree_at_all():
    assert ranks.agreement([OPTIONS, OPTIONS[::-1]], OPTIONS) == 0


def test_agreement_worked_out_by_hand():
    """Three judges, six options: sums 4, 6, 8, 13, 15, 17 about 10.5, so S = 137.5 and W = 12 S / (9 · 210)."""
    judges = [list("ABCDEF"), list("BACDFE"), list("ACBEDF")]
    assert list(ranks.sum_of_ranks(judges, list("ABCDEF")).values()) == [4, 6, 8, 13, 15, 17]
    assert ranks.agreement(judges, list("ABCDEF")) == pytest.approx(1650 / 1890)


def test_condorcets_paradox_has_no_winner():
    assert (
        ranks.condorcet_winner([["a", "b", "c"], ["b", "c", "a"], ["c", "a", "b"]], ["a", "b", "c"]) is None
    )


def test_level_options_share_a_place():
    rows = ranks.placed({"a": 3.0, "b": 2.0, "c": 3.0})
    assert [(row.option, row.place, row.is_level) for row in rows] == [
        ("b", 1, False),
        ("a", 2, True),
        ("c", 2, True),
    ]


def test_too_many_options_for_kemeny_are_refused():
    with pytest.raises(ValueError, match="up to 8"):
        ranks.kemeny([], list("abcdefghi"))
