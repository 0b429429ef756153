"""The guard for small groups: whatever is shown, nobody's answer follows; and what is drawn late is drawn whole."""

from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from alongside.methods import disclosure
from alongside.methods.disclosure import InSteps, Why

OPTIONS = "abc"
polls = st.lists(st.tuples(st.sampled_from("wm"), st.sampled_from(OPTIONS)), max_size=26)


def votes_of(poll):
    return {number: [pick] for number, (_side, pick) in enumerate(poll)}


def sides_of(poll):
    sides = {"w": set(), "m": set()}
    for number, (side, _pick) in enumerate(poll):
        sides[side].add(number)
    return sides


def follows(people, votes, own=None):
    """Whether a table of these people gives somebody's answer away: to nobody in it, or to one who is in it."""
    others = people - {own}
    return bool(others) and len({tuple(votes[person]) for person in others}) == 1


@given(polls)
def test_no_answer_follows_from_a_table_that_is_shown(poll):
    votes, sides = votes_of(poll), sides_of(poll)
    if disclosure.may_show_groups(sides, votes, k=disclosure.INSIDE):
        for side in [*sides.values(), set(votes)]:
            assert len(side) >= disclosure.INSIDE
            assert not any(follows(side, votes, own) for own in [None, *side])


@given(polls, st.sets(st.integers(0, 25)), st.sets(st.integers(0, 25)))
def test_nor_from_the_difference_of_any_two_tables_that_were_shown(poll, late, later):
    """Two tables of growing answers: all that can be taken from each other is safe, whichever groups one takes."""
    votes, shown = votes_of(poll), []
    for missing in (late | later, late, set()):
        sides = {name: side - missing for name, side in sides_of(poll).items()}
        if disclosure.may_show_groups(sides, votes, k=3, before=shown):
            shown.append([frozenset(side) for side in sides.values()])
    known = [side for cut in shown for side in cut]
    known += [frozenset().union(*cut) for cut in shown]
    for one, other in combinations(known, 2):
        if one <= other and one != other:
            rest = other - one
            assert len(rest) >= 3
            assert not any(follows(rest, votes, own) for own in [None, *rest])


@given(polls, st.integers(1, 12))
def test_who_knows_what_their_own_room_said_cannot_take_it_away(poll, size):
    """Rooms kept for one group: people of a room take its total from their group's line."""
    votes, sides = votes_of(poll), sides_of(poll)
    rooms = [set(sorted(side)[at : at + size]) for side in sides.values() for at in range(0, len(side), size)]
    if disclosure.may_show_groups(sides, votes, k=3, rooms=rooms):
        for room in rooms:
            rest = next(side for side in sides.values() if room <= side) - room
            assert not rest or (len(rest) >= 3 and not any(follows(rest, votes, own) for own in room))


def test_a_room_that_lies_across_groups_is_judged_part_by_part():
    votes = {n: ["a" if n % 2 else "b"] for n in range(12)}
    sides = {"w": set(range(6)), "m": set(range(6, 12))}
    assert disclosure.may_show_groups(sides, votes, k=5)
    found = disclosure.may_show_groups(sides, votes, k=5, rooms=[{0, 1, 2, 6}])
    assert found.why is Why.A_ROOM_KNOWS


def test_one_person_more_shows_that_persons_answer_so_it_is_refused():
    votes = {n: ["a" if n % 2 else "b"] for n in range(13)}
    sides = {"w": set(range(6)), "m": set(range(6, 12))}
    assert disclosure.may_show_groups(sides, votes, k=5)
    more = {**sides, "w": sides["w"] | {12}}
    assert disclosure.may_show_groups(more, votes, k=5)
    assert disclosure.may_show_groups(more, votes, k=5, before=[sides.values()]).why is Why.TOO_CLOSE


def test_reasons_are_told_apart():
    votes = {n: ["a" if n else "b"] for n in range(12)}
    few = disclosure.may_show_groups({"w": {0, 1}, "m": set(range(2, 12))}, votes, k=5)
    assert (few.why, few.groups) == (Why.TOO_FEW, ("w",))
    alike = disclosure.may_show_groups({"w": set(range(5)), "m": set(range(5, 12))}, votes, k=5)
    assert (alike.why, alike.groups) == (Why.TOO_ALIKE, ("w", "m"))
    assert disclosure.may_show_groups({"w": set(range(12))}, votes, k=5).why is Why.ONE_SIDE


def test_what_was_taken_back_can_no_longer_be_told_to_be_safe():
    votes = {n: ["a" if n % 2 else "b"] for n in range(12)}
    assert not disclosure.is_safe({*range(12), 99}, votes, 5)


def test_a_room_sees_its_total_unless_it_was_not_told_that_all_alike_shows():
    alike = {n: ["a"] for n in range(7)}
    assert disclosure.may_show_total(set(alike), alike, is_told=True)
    assert disclosure.may_show_total(set(alike), alike, is_told=False).why is Why.TOO_ALIKE


def test_several_picks_are_judged_pick_by_pick():
    votes = {n: ["a", "b"] if n % 2 else ["a", "c"] for n in range(8)}
    assert not disclosure.is_mixed(set(votes), votes)


@given(polls)
def test_the_widest_table_leaves_nobody_out_and_each_line_but_perhaps_one_is_safe(poll):
    votes, sides = votes_of(poll), sides_of(poll)
    lines = disclosure.widest(sides, votes, k=4)
    assert sorted(person for line in lines.values() for person in line) == sorted(votes)
    unsafe = [name for name, line in lines.items() if not disclosure.is_safe(line, votes, 4)]
    assert not unsafe or list(lines) == ["others"]


def test_groups_too_small_to_show_stand_together():
    votes = {n: ["a" if n % 2 else "b"] for n in range(16)}
    groups = {"w": set(range(8)), "m": set(range(8, 11)), "c": set(range(11, 16))}
    lines = disclosure.widest({**groups, "c": {11, 12, 13}, "x": {14, 15}}, votes, k=5)
    assert {name: len(line) for name, line in lines.items()} == {"w": 8, "others": 8}


def test_redrawing_waits_for_five_or_for_the_end():
    assert not disclosure.may_redraw({1, 2}, {1, 2, 3, 4, 5, 6}, is_closed=False)
    assert disclosure.may_redraw({1, 2}, {1, 2, 3, 4, 5, 6, 7}, is_closed=False)
    assert disclosure.may_redraw({1, 2}, {1, 2, 3}, is_closed=True)


class Drawn:
    """A tally of words that knows how often it was touched."""

    def __init__(self):
        self.there, self.steps = Counter(), InSteps(self.add, self.remove)

    def add(self, key, _answer):
        self.there[key] += 1

    def remove(self, key, _answer):
        self.there[key] -= 1

    @property
    def keys(self):
        return set(+self.there)


def test_a_count_moves_only_when_five_people_have_answered():
    drawn = Drawn()
    for number in range(14):
        drawn.steps.add(number, f"p{number}", "x")
        assert len(drawn.keys) == (number + 1) // 5 * 5
    drawn.steps.let_in()
    assert len(drawn.keys) == 14


def test_somebody_who_changes_five_times_is_one_person():
    drawn = Drawn()
    drawn.steps.add("k0", "p", "x")
    for number in range(6):
        drawn.steps.replaced(f"k{number}", "p", "x")
        drawn.steps.add(f"k{number + 1}", "p", "x")
    assert drawn.keys == set()
    drawn.steps.let_in()
    assert drawn.keys == {"k6"}


@given(st.lists(st.tuples(st.sampled_from(["say", "back"]), st.integers(0, 7)), max_size=60))
def test_in_the_end_there_stands_what_stands(moves):
    """Whatever is said, changed and taken back in whatever order: closed, the count is of what stands."""
    drawn, standing = Drawn(), {}
    for number, (move, person) in enumerate(moves):
        if move == "say":
            if person in standing:
                drawn.steps.replaced(standing[person], person, "x")
            standing[person] = number
            drawn.steps.add(number, person, "x")
        elif person in standing:
            gone = standing.pop(person)
            drawn.steps.taken_back(gone, person, "x")
            assert gone not in drawn.keys
    drawn.steps.let_in()
    assert drawn.keys == set(standing.values())
    assert min(drawn.there.values(), default=0) >= 0
