"""What is special about build and tell: parts in a ring, links only between parts that are there, and honest names."""

from alongside.activities.kinds.build_and_tell.forms import Link
from alongside.activities.kinds.build_and_tell.kind import KIND
from alongside.activities.kinds.build_and_tell.tally import BuildAndTellTally

LIST = [
    {"key": key, "heading": "", "text": key.upper(), "of": of, "from": []}
    for key, of in (("a", ["1"]), ("b", []), ("c", []), ("d", []))
]


def tied():
    tally = BuildAndTellTally({"list": LIST})
    tally.add("1", {"name": "Bridge", "story": "It holds", "stage": 0})
    tally.add("2", {"a": "a", "b": "c", "why": "Both carry", "stage": 2})
    tally.add("3", {"a": "a", "b": "gone", "why": "?", "stage": 2})
    return tally.result()


def test_parts_stand_in_a_ring_and_know_their_models():
    result = tied()
    assert [(part["x"], part["y"]) for part in result["parts"]] == [
        (200, 50),
        (350, 200),
        (200, 350),
        (50, 200),
    ]
    assert result["models"][0]["part"] == "A"


def test_a_link_to_a_part_that_was_taken_off_is_not_drawn():
    [link] = tied()["links"]
    assert (link["from"]["number"], link["to"]["number"]) == (1, 3)
    assert "taken off" in KIND.as_text({"a": "a", "b": "gone", "why": "?"}, {"list": LIST})


def test_a_part_is_not_tied_to_itself():
    form = Link({"a": "a", "b": "a", "why": "x"}, setup={"list": LIST})
    assert not form.is_valid()
    assert "two different parts" in str(form.errors)


def test_the_trade_mark_is_named_where_it_comes_from_and_is_not_our_name():
    assert "trade marks of the LEGO Group" in str(KIND.method.source)
    assert "CC BY-SA" in str(KIND.method.source)
    assert "lego" not in str(KIND.name).lower()
