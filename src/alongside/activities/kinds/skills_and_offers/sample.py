"""Believable marks: what 30 people of a homecare partnership can offer each other, and what they miss."""

from alongside.activities.api import Sample

_SKILLS = [
    "Change plans when life does",
    "Win others over",
    "Bring energy",
    "Keep going",
    "Wait without pushing",
    "Find a middle way",
    "See what can work in practice",
    "Feel with others",
    "Speak up",
    "Know what I do not know",
    "Read a budget",
]
_OFFERS = ("147", "178", "3", "57", "478", "6", "18", "74", "35", "178", "9", "47")
_WISHES = ("9", "29", "6", "2", "9", "5", "29", "11", "9", "62", "11", "2")
_OWN_OFFER = {
    3: "I speak Polish and Romanian.",
    12: "I can drive people home.",
    17: "A kitchen we can meet in.",
}
_OWN_WISH = {5: "How research gets its money.", 19: "To write something that is read."}
_MISSING = {
    2: "Somebody who gets care at home.",
    9: "A night worker.",
    14: "Someone from the council.",
    21: "A person who says no to us.",
    26: "People under thirty.",
}


def _numbers(text: str) -> list[str]:
    return ["11"] if text == "11" else sorted(text, key=int)


SAMPLE = Sample(
    question="What can each of us bring, and what do we miss?",
    hint="Small things count. Nobody has all of them.",
    setup={"skills": _SKILLS},
    answers=[
        {
            "offers": _numbers(_OFFERS[n % 12]),
            "wishes": _numbers(_WISHES[(n + n // 12) % 12]),
            "own_offer": _OWN_OFFER.get(n, ""),
            "own_wish": _OWN_WISH.get(n, ""),
            "missing": _MISSING.get(n, ""),
        }
        for n in range(30)
    ],
)
