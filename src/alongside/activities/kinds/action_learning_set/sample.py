"""Believable turns of several sets in homecare: 30 issues, four turns, their questions, actions, and the look back."""

from alongside.activities.api import Sample

_BROUGHT = (
    ("Night calls", "I ring three numbers at night and nobody answers. I dread those shifts."),
    ("A quiet colleague", "She has not been herself since a client died. I do not know how to begin."),
    ("Papers too late", "The pack arrives the day before. Half of our partners have not read it."),
    ("The loud voice", "One person fills every meeting. He means well."),
    ("A family at odds", ""),
    ("Pay for meetings", "I asked twice when people will be paid. No answer."),
    ("New in the team", "I train new workers and have no time for it."),
    ("Saying no", ""),
    ("A form nobody reads", "We fill it in each day. I think nobody opens it."),
    ("Two managers", "They tell me different things."),
)
_LISTED = [
    ("t1", "Night calls", "0"),
    ("t2", "A quiet colleague", "1"),
    ("t3", "Papers too late", "2"),
    ("t4", "The loud voice", "3"),
]
_ASKED = (
    ("t1", "What happens in the minute after nobody answers?"),
    ("t1", "Who would want to know that you stand there alone?"),
    ("t1", "When did somebody answer, and what was different?"),
    ("t1", "What would a good night look like?"),
    ("t2", "What do you see when you look at her?"),
    ("t2", "Where do you two talk best?"),
    ("t2", "What are you afraid of?"),
    ("t2", "Who else has noticed?"),
    ("t3", "What does the week before look like for you?"),
    ("t3", "Who waits for what?"),
    ("t3", "How did people read it when it went well?"),
    ("t4", "What does he get from speaking?"),
    ("t4", "What have you tried, and what did it do?"),
    ("t4", "How do the others show what they want to say?"),
)
_ACTIONS = (
    (
        "t1",
        "Somebody must own that number.",
        "Write down every call for two weeks and show the list.",
        "2026-12-11",
    ),
    ("t1", "", "Ask the hospice who answers theirs.", "2026-12-04"),
    ("t2", "She may wait for me to begin.", "Walk to the bus with her on Friday.", "2026-12-04"),
    ("t2", "", "Ask the manager for a quarter of an hour after a death.", "2026-12-18"),
    (
        "t3",
        "I wait for a last page that nobody needs.",
        "Send the pack without it, a week before.",
        "2027-01-08",
    ),
    ("t3", "", "Ring three partners and ask how they read.", "2026-12-15"),
    (
        "t4",
        "He does not know that others wait.",
        "Begin with a round in which each has a minute.",
        "2026-12-09",
    ),
    ("t4", "", "Tell him what I value, and what I need.", "2026-12-08"),
    ("t1", "I am not the only one.", "Bring it to the round of night workers.", "2026-12-20"),
    ("t2", "", "Bring tea.", "2026-12-02"),
    ("t3", "", "Ask for the slides by Tuesday.", "2026-12-01"),
    ("t4", "", "Let him take the notes once.", "2027-01-12"),
)
_HOW = ("done", "part", "done", "not")
_LEARNED = (
    "Once I had a list, people listened.",
    "A short walk was easier than a talk.",
    "",
    "I had no courage yet. I will ask a friend to come.",
)

SAMPLE = Sample(
    question="What are you stuck on, and what will you do next?",
    hint="One turn at a time. Ask, do not tell.",
    setup={"promise": "What is told here stays here. Questions and actions are written up."},
    answers=[
        {
            "title": _BROUGHT[n % 10][0],
            "issue": _BROUGHT[n % 10][1],
            "share": "wall" if n % 10 == 2 else "set",
        }
        for n in range(30)
    ],
    listed=[
        {"key": key, "text": text, "heading": "", "of": [line], "from": []} for key, text, line in _LISTED
    ],
    later={
        1: [{"turn": turn, "question": text} for turn, text in _ASKED],
        3: [
            {
                "turn": turn,
                "insight": insight,
                "action": action,
                "due": due,
                "review": "later" if n % 5 == 4 else "next",
            }
            for n, (turn, insight, action, due) in enumerate(_ACTIONS)
        ],
        4: [
            {"turn": _ACTIONS[n][0], "done": str(44 + n), "how": _HOW[n % 4], "learned": _LEARNED[n % 4]}
            for n in range(12)
        ],
    },
)
