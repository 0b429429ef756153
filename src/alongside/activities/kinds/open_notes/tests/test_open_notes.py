"""Notes keep their place and their paper; names show only where they were promised to show."""

from alongside.activities.kinds.open_notes.kind import KIND
from alongside.activities.kinds.open_notes.tally import OpenNotesTally


def test_a_note_taken_back_leaves_the_others_as_they_were():
    tally = OpenNotesTally({})
    for key in "abc":
        tally.add(key, {"note": key.upper()})
    before = {note["key"]: note for note in tally.result()["notes"]}
    tally.remove("b", {"note": "B"})
    after = {note["key"]: note for note in tally.result()["notes"]}
    assert after == {key: before[key] for key in "ac"}


def test_who_wrote_it_stands_in_the_table_only_with_names():
    tally = OpenNotesTally({})
    tally.add("a", {"note": "A"})
    assert len(KIND.table(tally.result(), {}).columns) == 1
    tally.add("b", {"note": "B", "shown_as": "Blue Teapot"})
    assert KIND.table(tally.result(), {}).rows == [["A", ""], ["B", "Blue Teapot"]]
