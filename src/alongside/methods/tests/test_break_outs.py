"""Small groups: everybody is in one, none is too large, and kinds are spread or kept apart."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from alongside.methods import break_outs

rooms = st.lists(st.sampled_from("wmc"), min_size=1, max_size=40)
sizes = st.integers(break_outs.LEAST, break_outs.MOST)


@given(rooms, sizes)
def test_mixed_groups_differ_by_one_person_of_each_kind_at_most(room, size):
    kinds = dict(enumerate(room))
    groups = break_outs.mixed(list(kinds), kinds, size)
    assert sorted(person for group in groups for person in group) == list(kinds)
    assert max(map(len, groups)) <= size
    assert max(map(len, groups)) - min(map(len, groups)) <= 1
    for kind in "wmc":
        counts = [Counter(kinds[person] for person in group)[kind] for group in groups]
        assert max(counts) - min(counts) <= 1


@given(rooms, sizes)
def test_groups_by_kind_hold_one_kind(room, size):
    kinds = dict(enumerate(room))
    groups = break_outs.by_kind(list(kinds), kinds, size)
    assert sorted(person for group in groups for person in group) == list(kinds)
    assert all(len({kinds[person] for person in group}) == 1 and len(group) <= size for group in groups)


def test_names_say_nothing_and_are_never_the_same():
    names = [break_outs.name_of(number) for number in range(1, 60)]
    assert len(set(names)) == 59
    assert names[:2] == ["Oak", "Ash"]
    assert names[20] == "Oak 2"


def test_the_smallest_group_is_the_first_of_equals():
    assert break_outs.smallest({"a": 3, "b": 2, "c": 2}) == "b"
    assert break_outs.smallest({}) is None
