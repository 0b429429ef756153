"""What is special about check-in and check-out: two sides, and words that stay with the team."""

from alongside.activities.kinds.check_in.forms import CheckInAnswer, CheckOutAnswer
from alongside.activities.kinds.check_in.kind import as_text, table
from alongside.activities.kinds.check_in.tally import CheckInTally


def said(word, share="room", stage=0, more=""):
    return {"word": word, "more": more, "share": share, "stage": stage}


def test_both_sides_stand_beside_each_other_at_the_end():
    tally = CheckInTally({})
    tally.add("a", said("Tired"))
    assert [side["side"] for side in tally.result()["sides"]] == ["in"]
    tally.add("b", said("Heard", stage=1))
    assert [(side["side"], side["words"][0]["text"]) for side in tally.result()["sides"]] == [
        ("in", "Tired"),
        ("out", "Heard"),
    ]


def test_the_same_word_stands_once_with_how_many_said_it():
    tally = CheckInTally({})
    for number, word in enumerate(("Calm", "tired", "Tired", "Tired")):
        tally.add(str(number), said(word))
    assert tally.result()["sides"][0]["words"] == [{"text": "Tired", "n": 3}, {"text": "Calm", "n": 1}]


def test_what_is_for_the_team_is_counted_and_never_in_the_picture():
    tally = CheckInTally({})
    tally.add("a", said("Grieving", "team", more="She died on Sunday."))
    result = tally.result()
    assert "Grieving" not in str(result)
    assert "Sunday" not in str(result)
    assert str(table(result, {}).base) == "At the start: 1 person; 1 of them told only the team."
    assert as_text(said("Grieving", "team"), {}) == "At the start: Grieving (for the team only)"


def test_who_reads_it_is_chosen_by_the_author_and_never_in_advance():
    assert "checked" not in CheckInAnswer(setup={}).as_div()
    form = CheckInAnswer({"word": "Calm"}, setup={})
    assert not form.is_valid()
    assert "Say who may read it." in str(form.errors)


def test_the_end_has_its_own_question():
    assert CheckOutAnswer(setup={"at_end": "And now?"}).fields["word"].label == "And now?"
