"""Believable reflections at the end of a workshop with homecare workers: 30 of them."""

from alongside.activities.api import Sample

_HELPED = (
    "That you asked us first.",
    "Small groups. I could speak.",
    "The pack came early and was short.",
    "Somebody wrote my words down as I said them.",
    "I could keep my camera off.",
)
_HINDERED = (
    "My signal went twice.",
    "It was right after a night shift.",
    "Some words I did not know.",
    "",
    "Not enough time for the last part.",
    "",
)
_TAKE = (
    "To ask families what they want to know.",
    "I am not the only one who grieves.",
    "",
    "The card with the signs of dying.",
)

SAMPLE = Sample(
    question="How was it to work together today?",
    hint="Say as much or as little as you like.",
    setup={"choose": True},
    answers=[
        {
            "helped": _HELPED[n % 5],
            "hindered": _HINDERED[n % 6],
            "take": _TAKE[n % 4],
            "share": "team" if n % 7 == 3 else "room",
        }
        for n in range(30)
    ],
)
