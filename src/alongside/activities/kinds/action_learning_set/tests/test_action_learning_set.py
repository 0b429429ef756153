"""What is special about an action learning set: the issue stays in the set, questions do not tell, actions have days."""

import pytest

from alongside.activities.kinds.action_learning_set.forms import Action, Question
from alongside.activities.kinds.action_learning_set.kind import KIND
from alongside.activities.kinds.action_learning_set.tally import ActionLearningTally

LIST = [{"key": "t", "text": "Night calls", "heading": "", "of": ["a"], "from": ["a"]}]
SETUP = {"promise": "It stays here.", "list": LIST, "stage": 1}


def ask(text):
    return Question({"turn": "t", "question": text}, setup=SETUP)


def test_an_issue_is_in_no_result_unless_its_author_says_so():
    tally = ActionLearningTally({})
    tally.add("a", {"title": "Night calls", "issue": "SECRET", "share": "set", "stage": 0})
    tally.add("b", {"title": "Papers", "issue": "Too late", "share": "wall", "stage": 0})
    assert "SECRET" not in str(tally.result())
    assert "Too late" in str(tally.result())
    assert [line.text for line in KIND.lines(tally.result())] == ["Night calls", "Papers"]


@pytest.mark.parametrize(
    "advice",
    [
        "You should ring the nurse.",
        "Have you tried ringing?",
        "Why don’t you ring?",
        "If I were you, what then?",
    ],
)
def test_advice_is_sent_back_with_a_reason(advice):
    form = ask(advice)
    assert not form.is_valid()
    assert "Ask, do not tell" in str(form.errors)


@pytest.mark.parametrize("question", ["What happens then?", "ماذا يحدث بعد ذلك؟", "What have you tried?"])
def test_open_questions_pass_in_any_language(question):
    assert ask(question).is_valid()


def test_something_that_is_no_question_is_sent_back():
    assert "not a question yet" in str(ask("Interesting").errors)


def test_actions_come_by_their_day_and_remember_how_they_went():
    tally = ActionLearningTally(SETUP)
    for key, due in (("x", "2026-12-20"), ("y", "2026-12-01")):
        form = Action({"turn": "t", "action": key, "due": due, "review": "next"}, setup=SETUP)
        assert form.is_valid(), form.errors
        tally.add(key, {**form.cleaned_data, "stage": 3})
    tally.add("z", {"turn": "t", "done": "y", "how": "done", "learned": "It was easy", "stage": 4})
    result = tally.result()
    assert [one["due"] for one in result["actions"]] == ["2026-12-01", "2026-12-20"]
    assert [one["how"] for one in result["actions"]] == ["done", ""]
    assert "1 December 2026" in str(KIND.table(result, SETUP).rows)
