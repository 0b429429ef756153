"""A believable draft and what 30 homecare workers make of it, their list, and the yes of 26."""

from alongside.activities.api import Sample

_DOS = [
    "One speaks at a time, and the others listen.",
    "What is said here stays here.",
    "Camera on or off: you choose.",
    "You can say no, or nothing. You need not say why.",
]
_DONTS = ["We do not name clients.", "We do not record without asking."]
_HOW = {
    (2, 2): "Say what happens if someone is in danger.",
    (5, 3): "Cameras on while we say hello, then as you like.",
    (8, 1): "Use the hand sign, else the loud ones win.",
    (11, 2): "We may share what we learned, not who said it.",
    (16, 2): "And not to my manager.",
    (19, 6): "Not even notes with names.",
    (24, 3): "Off must be fine. I sit in my car.",
}
_ADD = {
    1: ("Breaks every 45 minutes.", ""),
    6: ("Say it when a word is not plain.", ""),
    9: ("", "We do not say what others should feel."),
    14: ("Start and end on time: my next call waits.", ""),
    20: ("", "We do not laugh at questions."),
    27: ("If it gets heavy, anyone may ask for a pause.", ""),
}


def _view(n: int) -> dict[str, str]:
    said = {}
    for number in range(1, 7):
        how = _HOW.get((n, number), "")
        said[f"c{number}"] = "change" if how else "" if (n + number) % 11 == 0 else "yes"
        said[f"t{number}"] = how
    do, dont = _ADD.get(n, ("", ""))
    return {**said, "add_do": do, "add_dont": dont}


def _item(key: str, heading: str, text: str) -> dict[str, object]:
    return {"key": key, "heading": heading, "text": text, "of": [], "from": []}


def _yes(n: int) -> dict[str, str]:
    hands = {
        7: ("w3", "My agency asks us to keep it on when we are paid."),
        19: ("", "I would like it on paper before I say yes."),
    }
    about, why = hands.get(n, ("", ""))
    return {"yes": "no" if n in hands else "yes", "about": about, "why": why}


SAMPLE = Sample(
    question="How do we want to work together?",
    hint="Think of a group in which you could speak freely.",
    setup={"dos": _DOS, "donts": _DONTS},
    answers=[_view(n) for n in range(30)],
    listed=[
        _item("w1", "do", "One speaks at a time. Raise a hand, so that the quiet ones get in."),
        _item("w2", "do", "What is said here stays here, unless someone is in danger. We say so first."),
        _item("w3", "do", "Camera on to say hello if you can, then as you like."),
        _item("w4", "do", "You can say no, or nothing, and ask for a pause."),
        _item("w5", "do", "We say it when a word is not plain."),
        _item("w6", "dont", "We do not name clients, not even in notes."),
        _item("w7", "dont", "We do not tell managers who said what."),
        _item("w8", "dont", "We do not record without asking everybody."),
    ],
    later={2: [_yes(n) for n in range(26)]},
)
