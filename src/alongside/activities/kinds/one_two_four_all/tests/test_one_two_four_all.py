"""What is special about 1-2-4-All: ideas grow on each other, and none is lost."""

from alongside.activities.kinds.one_two_four_all.forms import InTwos
from alongside.activities.kinds.one_two_four_all.kind import KIND
from alongside.activities.kinds.one_two_four_all.tally import OneTwoFourAllTally


def grown_tally():
    tally = OneTwoFourAllTally({})
    for key, text in (("a", "Tea"), ("b", "Rest"), ("c", "Pay")):
        tally.add(key, {"idea": text, "stage": 0})
    tally.add("ab", {"idea": "Tea and rest", "people": "2", "grew_from": ["a", "b", "gone"], "stage": 1})
    tally.add("four", {"idea": "A break", "people": "4", "grew_from": ["ab"], "stage": 2})
    return tally


def test_an_idea_knows_what_it_stands_on_down_to_the_first_words():
    [idea] = grown_tally().result()["grown"]
    assert idea["text"] == "A break"
    assert [[one["text"] for one in level["ideas"]] for level in idea["levels"]] == [
        ["Tea and rest"],
        ["Tea", "Rest"],
    ]


def test_what_nobody_took_further_is_kept():
    tally = grown_tally()
    assert [one["text"] for one in tally.result()["kept"]] == ["Pay"]
    rows = KIND.table(tally.result(), {}).rows
    assert sorted(str(row[0]) for row in rows) == ["A break", "Pay", "Rest", "Tea", "Tea and rest"]


def test_taking_words_back_takes_them_out_of_what_grew_and_nothing_else():
    tally = grown_tally()
    tally.remove("a", {})
    [idea] = tally.result()["grown"]
    assert "Tea'" not in str(idea["levels"])
    assert idea["text"] == "A break"


def test_an_idea_cannot_stand_on_itself_or_a_later_one():
    tally = OneTwoFourAllTally({})
    tally.add("x", {"idea": "X", "grew_from": ["x", "y"], "stage": 1})
    tally.add("y", {"idea": "Y", "grew_from": ["x"], "stage": 1})
    assert all(not idea["levels"] for idea in tally.result()["grown"])


def test_own_ideas_come_first_to_be_ticked():
    form = InTwos(setup={"letters": 140})
    form.tell(grown_tally().result(), {0: [{"key": "c", "idea": "Pay"}]})
    keys = [key for key, _text in form.fields["grew_from"].choices]
    assert keys[0] == "c"
    assert set(keys) == {"a", "b", "c"}


def test_what_the_form_takes_does_not_depend_on_what_it_was_told():
    form = InTwos({"idea": "Both", "people": "2", "grew_from": ["a"]}, setup={"letters": 140})
    assert form.is_valid(), form.errors
    assert not InTwos({"idea": "B", "people": "2", "grew_from": ["<b>"]}, setup={}).is_valid()
