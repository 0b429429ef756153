"""What is special about a critique: comments know their part, and the team's answer to each reaches its author."""

from alongside.activities.kinds.critique.forms import CritiqueSetup
from alongside.activities.kinds.critique.kind import KIND
from alongside.activities.kinds.critique.tally import CritiqueTally

SETUP = {"version": "draft 2", "parts": ["Page 1: Welcome", "Page 2"]}
SAID = {"part": "1", "stance": "change", "type": "length", "comment": "Too long"}


def test_comments_are_counted_for_each_part():
    tally = CritiqueTally(SETUP)
    tally.add("a", SAID)
    tally.add("b", SAID | {"stance": "keep"})
    first, second = tally.result()["parts"]
    assert (first["name"], first["keep"], first["change"], first["share"]) == ("Page 1", 1, 1, 50)
    assert (second["name"], second["comments"]) == ("Page 2", [])
    assert "2 comments on draft 2: 1 keep, 1 change." in KIND.table(tally.result(), SETUP).base


def test_the_answer_stands_with_the_comment_and_in_the_table():
    notes = {"decision": "changed", "answer": "Half as long.", "changed_in": "draft 3"}
    tally = CritiqueTally(
        {**SETUP, "list": [{"key": "i", "text": "Shorter", "of": ["a"], "from": ["a"], "notes": notes}]}
    )
    tally.add("a", SAID)
    [row] = KIND.table(tally.result(), SETUP).rows
    assert [str(cell) for cell in row[4:]] == ["Changed", "Half as long.", "draft 3"]


def test_a_part_needs_a_name():
    assert not CritiqueSetup({"version": "1", "parts": ": only text"}).is_valid()
