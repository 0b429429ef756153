"""What is special about what-if cards: each question names its finding, and no card is ready without its check."""

import pytest

from alongside.activities.kinds.what_if_cards.forms import WhatIfCardsSetup
from alongside.activities.kinds.what_if_cards.tally import WhatIfCardsTally, cards_of

CARDS = ["What if it rains? (Workers get wet.)"]
SAFE = {"check": "safe", "checked_by": "Nurse"}


def card_with(*notes):
    listed = [
        {"key": str(n), "heading": "1", "text": f"Line {n}", "of": [], "from": [], "notes": note}
        for n, note in enumerate(notes)
    ]
    return WhatIfCardsTally({"cards": CARDS, "list": listed}).result()["cards"][0]


def test_a_card_is_a_question_and_the_finding_behind_it():
    assert cards_of({"cards": CARDS}) == [("1", "What if it rains?", "Workers get wet.")]


@pytest.mark.parametrize("line", ["It rains (Workers get wet.)", "What if it rains?", "What if it rains? ()"])
def test_a_card_without_question_or_finding_is_refused(line):
    assert not WhatIfCardsSetup({"cards": line, "time": "5 minutes"}).is_valid()


@pytest.mark.parametrize(
    ("notes", "state"),
    [
        ((), "open"),
        ((SAFE, SAFE), "ready"),
        ((SAFE, {}), "check"),
        (({"check": "safe"},), "check"),
        ((SAFE, {"check": "unsafe", "checked_by": "GP"}), "unsafe"),
    ],
)
def test_a_card_is_ready_only_when_every_line_was_found_safe_by_a_role(notes, state):
    assert card_with(*notes)["state"] == state


def test_answers_that_are_on_no_card_are_kept_beside_it():
    listed = [{"key": "i", "heading": "1", "text": "Take a coat", "of": ["a"], "from": ["a"]}]
    tally = WhatIfCardsTally({"cards": CARDS, "list": listed})
    tally.add("a", {"card": "1", "answer": "A coat"})
    tally.add("b", {"card": "1", "answer": "An umbrella"})
    [card] = tally.result()["cards"]
    assert [line["text"] for line in card["lines"]] == ["Take a coat"]
    assert [one["text"] for one in card["loose"]] == ["An umbrella"]
