"""Believable do's and don'ts of working together: 30 statements, the list made of them, and 24 picks in each poll."""

from alongside.activities.api import Sample

_DOS = (
    "Ask people when they can come, then set the time",
    "Say what will happen with what we said",
    "Pay people on the day",
    "Start with tea and names",
    "Give the papers out a week before",
    "Let people who do the work speak first",
    "Come back and tell us what changed",
    "Use words that everybody knows",
    "Ask the quiet ones another way",
    "Meet near a bus stop",
    "Leave time for a story",
    "Have two people to run it",
    "Write down our words, not yours",
    "Offer a phone call instead",
    "Say sorry when something goes wrong",
    "Show us the draft",
)
_DONTS = (
    "Decide first and ask later",
    "Ask the same people every time",
    "Read slides out loud",
    "Put managers and workers in one small group",
    "Use letters that stand for things",
    "Keep us waiting for the money",
    "Say there is no time for questions",
    "Make people say who they are",
    "Fill the day from end to end",
    "Ask and then go silent",
    "Change the link on the day",
    "Talk about us as if we were not here",
    "Promise what you cannot give",
    "Hold it at shift change",
)
_LISTED = [
    ("d1", "do", "Come back and tell people what changed"),
    ("d2", "do", "Pay people on the day"),
    ("d3", "do", "Send papers a week before, in plain words"),
    ("d4", "do", "Ask when people can come, then set the time"),
    ("d5", "do", "Let people who do the work speak first"),
    ("n1", "dont", "Decide first and ask later"),
    ("n2", "dont", "Ask, and then go silent"),
    ("n3", "dont", "Mix managers and workers in one small group"),
    ("n4", "dont", "Fill the day from end to end"),
]

SAMPLE = Sample(
    question="What should a team do, and not do, when it works with homecare workers?",
    hint="Think of a time it went well, and a time it did not.",
    setup={"picks": 2},
    answers=[
        *({"polarity": "do", "text": text} for text in _DOS),
        *({"polarity": "dont", "text": text} for text in _DONTS),
    ],
    listed=[
        {"key": key, "heading": heading, "text": text, "of": [], "from": []} for key, heading, text in _LISTED
    ],
    later={
        2: [{"picks": [f"d{1 + n * n % 5}", f"d{1 + (n * n + 1 + n % 2) % 5}"]} for n in range(24)],
        3: [{"picks": [f"n{1 + n * n % 4}"]} for n in range(24)],
    },
)
