"""What fits comes first, what cannot be done comes last, and each says why."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.methods.matching import MODES, PURPOSES, SITUATIONS, Card, Wish, fit_of, match, together

CLOUD = Card("cloud", ["warm_up", "gather"], 4, 0, 5, 15, ["room", "online"], ["strangers"], [])
CIRCLES = Card("circles", ["make_sense", "choose"], 3, 12, 15, 40, ["room", "post"], ["power"], ["reading"])
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a busy machine
CARDS = st.builds(
    Card,
    st.text(min_size=1, max_size=3),
    st.lists(st.sampled_from(PURPOSES), unique=True, max_size=3),
    st.integers(1, 10),
    st.sampled_from([0, 10, 30]),
    st.integers(1, 60),
    st.integers(60, 120),
    st.lists(st.sampled_from(MODES), unique=True),
    st.lists(st.sampled_from(SITUATIONS[:2]), unique=True),
    st.lists(st.sampled_from(SITUATIONS[2:]), unique=True),
)
WISHES = st.builds(
    Wish,
    st.sampled_from(["", *PURPOSES]),
    st.integers(0, 60),
    st.integers(0, 240),
    st.sampled_from(["", *MODES]),
    st.lists(st.sampled_from(SITUATIONS), unique=True),
)


def test_what_fits_says_because_of_what():
    fit = fit_of(CLOUD, Wish("warm_up", 12, 20, "online", ["strangers"]))
    assert fit.is_good
    assert list(fit.because) == ["purpose", "people", "minutes", "mode", "strangers"]


def test_what_cannot_be_done_says_why_not():
    fit = fit_of(CIRCLES, Wish("warm_up", 2, 10, "online"))
    assert list(fit.not_because) == ["purpose", "too few", "too short", "mode"]


def test_too_many_people_work_in_groups_and_hard_reading_is_a_warning():
    fit = fit_of(CIRCLES, Wish(people=30, situations=["reading"]))
    assert fit.is_good
    assert list(fit.mind) == ["in groups", "reading"]


def test_the_foremost_purpose_wins():
    assert [fit.key for fit in match([CIRCLES, Card("vote", ["choose"])], Wish("choose"))] == [
        "vote",
        "circles",
    ]


def test_a_plan_is_possible_where_all_its_parts_are():
    plan = together("day", [CLOUD, CIRCLES], 90)
    assert plan.modes == ["room"]
    assert (plan.least_people, plan.most_people, plan.least_minutes) == (4, 12, 72)
    assert "make_sense" in plan.purposes


@UNHURRIED
@given(st.lists(CARDS, max_size=6), WISHES)
def test_nothing_is_lost_and_what_cannot_be_done_comes_last(cards, wish):
    found = match(cards, wish)
    assert sorted(fit.key for fit in found) == sorted(card.key for card in cards)
    goods = [fit.is_good for fit in found]
    assert goods == sorted(goods, reverse=True)
    assert not wish.is_open or all(goods)
    scores = [fit.score for fit in found if fit.is_good]
    assert scores == sorted(scores, reverse=True)


@UNHURRIED
@given(CARDS, WISHES)
def test_asking_for_less_never_rules_more_out(card, wish):
    fewer = Wish(wish.purpose, wish.people, 0, wish.mode, wish.situations)
    assert set(fit_of(card, fewer).not_because) <= set(fit_of(card, wish).not_because)
