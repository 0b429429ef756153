"""Codes and room names."""

import string

from hypothesis import given
from hypothesis import strategies as st

from alongside.methods import codes, room_names
from alongside.methods.budgets import Budget


def test_an_alphabet_of_thirty_without_twins():
    assert len(codes.ALPHABET) == len(set(codes.ALPHABET)) == 30
    assert not set("01IOBS") & set(codes.ALPHABET)


@given(st.text(codes.ALPHABET, min_size=8, max_size=8))
def test_a_code_survives_being_shown_and_typed(code):
    shown = codes.formatted(code)
    for typed in (shown, shown.lower(), f" {shown[:4]} {shown[5:]} ", shown.replace("-", "–")):
        assert codes.is_code(typed)
        assert codes.normalised(typed) == code


@given(st.text())
def test_anything_may_be_typed(typed):
    assert codes.is_code(typed) in {True, False}
    assert set(codes.normalised(typed)) <= set(string.ascii_uppercase + string.digits)


def test_letters_we_never_use_become_their_twin():
    assert codes.normalised("O0I1BS-AA") == "QQJJ85AA"


def test_new_codes_differ():
    assert len({codes.new_code() for _ in range(500)}) == 500


def test_room_names_are_many_and_kind():
    assert room_names.HOW_MANY >= 2000
    assert "White" not in room_names.COLOURS
    assert "Black" not in room_names.COLOURS
    assert len(set(room_names.COLOURS)) == len(room_names.COLOURS)
    assert len(set(room_names.THINGS)) == len(room_names.THINGS)
    for pair in room_names.UNKIND:
        assert not room_names.is_room_name(pair)


def test_a_room_of_two_hundred_has_two_hundred_names():
    taken: set[str] = set()
    for _ in range(200):
        name = room_names.draw(taken)
        assert name not in taken
        assert room_names.is_room_name(name)
        taken.add(name)


def test_when_all_names_are_taken_a_number_helps():
    everything = set(room_names._all())
    assert room_names.draw(everything).split()[-1].isdigit()
    left = everything.pop()
    assert room_names.draw(everything) == left


@given(st.lists(st.floats(0, 1000), max_size=60).map(sorted))
def test_a_budget_never_holds_more_than_its_limit(times):
    budget = Budget(limit=10, seconds=60)
    for now in times:
        recent = [then for then in times if now - 60 < then <= now]
        budget.spend(now)
        if len(recent) < 10:
            assert not budget.is_spent(now) or len(recent) >= 10
    assert not budget.is_spent(2000)
