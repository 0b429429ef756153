"""Who has not had a say yet."""

from hypothesis import given
from hypothesis import strategies as st

from alongside.methods.turns import is_room_quiet, not_heard_yet

ROOMS = st.dictionaries(st.integers(0, 30), st.integers(0, 9), max_size=20)


@given(ROOMS, st.integers(0, 20))
def test_only_those_without_a_turn_and_in_the_order_given(turns, unnamed):
    quiet = list(not_heard_yet(turns, unnamed))
    assert all(turns[who] == 0 for who in quiet)
    assert quiet == [who for who in turns if who in quiet]


@given(ROOMS)
def test_nobody_is_named_before_there_were_as_many_turns_as_people(turns):
    if sum(turns.values()) < len(turns):
        assert not not_heard_yet(turns)


@given(ROOMS, st.randoms(use_true_random=False))
def test_how_much_somebody_spoke_changes_nothing(turns, luck):
    """Two rooms in which the same people spoke look the same, once there were turns enough: it is no ranking."""
    more = {who: count and count + luck.randint(20, 40) for who, count in turns.items()}
    if sum(turns.values()) >= len(turns):
        assert list(not_heard_yet(turns)) == list(not_heard_yet(more))
    assert is_room_quiet(turns) == is_room_quiet(more)


def test_a_pair_is_never_told_that_one_is_quiet():
    assert not not_heard_yet({"a": 5, "b": 0})
    assert not is_room_quiet({"a": 5, "b": 0})


def test_turns_of_people_without_a_seat_count_towards_enough():
    room = {"a": 1, "b": 0, "c": 1}
    assert not not_heard_yet(room)
    assert list(not_heard_yet(room, unnamed=1)) == ["b"]


def test_half_a_silent_room_is_a_quiet_room():
    assert is_room_quiet({"a": 3, "b": 0, "c": 0, "d": 1})
    assert not is_room_quiet({"a": 3, "b": 1, "c": 0})
