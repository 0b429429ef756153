"""What the live room knows by heart is true: it forgets when told, and keeps nothing that changed meanwhile."""

from hypothesis import given
from hypothesis import strategies as st

from alongside.activities.live.facts import Memory


@given(st.lists(st.tuples(st.sampled_from(["change", "look"]), st.integers(0, 3)), max_size=40))
def test_memory_never_shows_what_was(steps):
    truth = dict.fromkeys(range(4), 0)
    memory = Memory(lambda key: (key, truth[key]))
    for verb, session in steps:
        if verb == "change":
            truth[session] += 1
            memory.forget(session)
        else:
            assert memory.get(session) == truth[session]
            assert memory.peek(session) == truth[session]


def test_a_change_during_the_look_up_is_not_kept():
    truth = {"value": 1}

    def find(_key):
        seen = truth["value"]
        if seen == 1:
            truth["value"] = 2
            memory.forget(7)
        return 7, seen

    memory = Memory(find)
    assert memory.get("thing") == 1
    assert memory.get("thing") == 2


def test_what_is_not_there_is_asked_again():
    found = []
    memory = Memory(lambda key: (1, key) if key in found else None)
    assert memory.get("seat") is None
    found.append("seat")
    assert memory.get("seat") == "seat"
