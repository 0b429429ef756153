"""What is special about a Delphi: a rule fixed before, feedback, what stays settled, and honest counts of who came."""

from alongside.activities.kinds.delphi.forms import Scores
from alongside.activities.kinds.delphi.kind import KIND
from alongside.activities.kinds.delphi.tally import DelphiTally

SETUP = {"items": ["Tea", "Wills"], "least": 70, "against": 15}
AFTER = {**SETUP, "stage": 2, "list": [{"key": "x", "text": "Faith", "heading": "", "of": [], "from": []}]}


def scored(tally, stage, rows):
    for author, (tea, wills) in rows.items():
        tally.add(f"{stage}{author}", {"s1": tea, "s2": wills, "stage": stage, "author": author})


def test_in_and_out_by_the_rule_and_the_rest_open():
    tally = DelphiTally(SETUP)
    scored(tally, 0, {"a": ("9", "1"), "b": ("8", "2"), "c": ("7", "5")})
    states = {item["text"]: item["state"] for item in tally.result()["items"]}
    assert states == {"Tea": "in", "Wills": "none"}


def test_what_one_round_settled_a_later_one_does_not_undo():
    tally = DelphiTally(AFTER)
    scored(tally, 0, {"a": ("9", "5"), "b": ("8", "5")})
    scored(tally, 2, {"a": ("1", "2"), "b": ("1", "1")})
    items = {item["text"]: item for item in tally.result()["items"]}
    assert (items["Tea"]["state"], items["Tea"]["settled"]) == ("in", 1)
    assert (items["Wills"]["state"], items["Wills"]["settled"]) == ("out", 2)
    assert items["Tea"]["now"]["of"] == 2


def test_drop_outs_are_counted_with_their_base_and_nobody_is_named():
    tally = DelphiTally({**AFTER, "panel": 5})
    scored(tally, 0, {"anna": ("9", "5"), "bert": ("8", "5"), "cleo": ("7", "5")})
    scored(tally, 2, {"anna": ("9", "5"), "dora": ("9", "5")})
    base = str(KIND.table(tally.result(), AFTER).base)
    assert "Round 1: 3 of 5 asked." in base
    assert "Round 2: 2 of 5 asked; 1 of the 3 of the round before came back, 1 is new or not known." in base
    assert "anna" not in str(tally.result())


def test_statements_people_added_are_scored_from_round_two_on():
    tally = DelphiTally(SETUP)
    tally.add("k", {"s1": "9", "n1": "Faith", "stage": 0})
    [line] = KIND.lines(tally.result())
    assert (line.text, line.sources) == ("Faith", ["k"])
    assert "Faith" in [item["text"] for item in DelphiTally(AFTER).result()["items"]]


def test_the_form_shows_the_group_and_ones_own_score_and_leaves_out_what_is_settled():
    tally = DelphiTally(AFTER)
    scored(tally, 0, {"a": ("9", "5"), "b": ("8", "6")})
    form = Scores(setup=AFTER)
    form.tell(tally.result(), {0: [{"key": "0a", "s2": "5"}]})
    assert [row["text"] for row in form.settled] == ["Tea"]
    wills, faith = form.cards
    assert (wills["mine"], wills["before"]["median_said"], wills["before"]["half"]) == (
        "5",
        "5.5",
        "5.25–5.75",
    )
    assert faith["before"] is None


def test_cannot_say_is_no_score():
    tally = DelphiTally(SETUP)
    tally.add("k", {"s1": "x", "s2": "5", "stage": 0})
    items = {item["text"]: item for item in tally.result()["items"]}
    assert items["Tea"]["now"] is None
    assert not Scores({"s1": "x"}, setup=SETUP).is_valid()
