"""What is special about myths and facts: facts come only when it is time, and a statement needs all its parts."""

import pytest

from alongside.activities.kinds.myths_and_facts.forms import MythsAndFactsSetup
from alongside.activities.kinds.myths_and_facts.kind import as_text, lines, table
from alongside.activities.kinds.myths_and_facts.tally import MythsAndFactsTally

SETUP = {"statements": ["Only doctors see it / not true / Workers see it first. / Interviews, 2024"]}
THOUGHT = {"v1": "false", "h1": "A nurse said so.", "stage": 0}


def test_the_fact_is_nowhere_before_it_is_told():
    tally = MythsAndFactsTally({**SETUP, "stage": 0})
    tally.add("a", THOUGHT)
    assert "Workers see it first" not in str(tally.result())
    told = MythsAndFactsTally({**SETUP, "stage": 1})
    told.add("a", THOUGHT)
    [row] = told.result()["rows"]
    assert (row["answer"], row["fact"], row["source"]) == (
        "not true",
        "Workers see it first.",
        "Interviews, 2024",
    )
    assert (row["true"], row["false"], row["unsure"]) == (0, 1, 0)
    [line] = table(told.result(), SETUP).rows
    assert line[-2:] == ["Not true. Workers see it first. (Interviews, 2024)", "A nurse said so."]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("A / Not true / B / C", ["A / not true / B / C"]),
        ("A / it depends / B", ["A / it depends / B"]),
        ("A / maybe / B / C", None),
        ("A / true", None),
    ],
)
def test_a_statement_has_its_answer_and_its_fact(typed, kept):
    form = MythsAndFactsSetup({"statements": typed})
    assert form.is_valid() is (kept is not None)
    assert form.cleaned_data.get("statements") == kept


def test_words_say_what_was_thought_and_heard():
    assert as_text(THOUGHT, SETUP) == "“Only doctors see it”: not true. Heard: A nurse said so."
    assert as_text({"side": "way", "text": "No car."}, SETUP) == "Gets in the way: No car."


def test_barriers_and_what_helps_are_the_lines_of_the_list():
    tally = MythsAndFactsTally({**SETUP, "stage": 2})
    tally.add("a", {"side": "way", "text": "No car.", "stage": 2})
    tally.add("b", {"side": "helps", "text": "A nurse who rings back.", "stage": 2})
    assert [(line.heading, line.text) for line in lines(tally.result())] == [
        ("way", "No car."),
        ("helps", "A nurse who rings back."),
    ]
