"""What is special about the nominal group technique: two rankings, and where each idea was before the talk."""

from alongside.activities.kinds.nominal_group.forms import Order
from alongside.activities.kinds.nominal_group.tally import NominalGroupTally

LIST = [{"key": key, "text": key.upper(), "heading": "", "of": [], "from": []} for key in "ab"]


def test_the_last_ranking_counts_and_the_first_is_remembered():
    tally = NominalGroupTally({"list": LIST})
    for number in range(2):
        tally.add(f"f{number}", {"pa": "1", "pb": "2", "stage": 2})
        tally.add(f"l{number}", {"pa": "2", "pb": "1", "stage": 4})
    first, second = tally.result()["rows"]
    assert (first["text"], first["place"], first["was"]) == ("B", 1, 2)
    assert (second["text"], second["place"], second["was"]) == ("A", 2, 1)
    assert tally.result()["agreement"] == [1.0, 1.0]


def test_a_place_left_out_is_said():
    form = Order({"pa": "2"}, setup={"top": 2, "list": LIST})
    assert not form.is_valid()
    assert "Nothing has place 1" in str(form.errors)
