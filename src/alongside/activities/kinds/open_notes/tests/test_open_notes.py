"""Notes keep their place and their paper; names show only where they were promised to show."""

from alongside.activities.kinds.open_notes.kind import KIND
from alongside.activities.kinds.open_notes.tally import ROOM, OpenNotesTally


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


def test_on_a_full_wall_a_new_note_takes_the_place_of_the_oldest():
    tally = OpenNotesTally({})
    for number in range(ROOM + 2):
        before = [note["key"] for note in tally.result()["wall"]]
        tally.add(str(number), {"note": f"note {number}"})
        after = [note["key"] for note in tally.result()["wall"]]
        if number >= ROOM:
            assert [key for key, was in zip(after, before, strict=True) if key != was] == [str(number)]
    assert tally.result()["earlier"] == 2
    assert len(tally.result()["notes"]) == ROOM + 2


def test_notes_hang_under_the_headings_of_the_list():
    listed = [
        {
            "key": "i",
            "text": "Nobody rings after a death",
            "heading": "Afterwards",
            "of": ["0", "1"],
            "from": [],
        },
        {"key": "j", "text": "Short films", "heading": "", "of": ["2"], "from": []},
    ]
    tally = OpenNotesTally({"list": listed})
    for number in range(4):
        tally.add(str(number), {"note": f"note {number}"})
    first, rest = tally.result()["groups"]
    assert (first["heading"], [card["n"] for card in first["cards"]]) == ("Afterwards", [2])
    assert [card["text"] for card in rest["cards"]] == ["Short films", "note 3"]
