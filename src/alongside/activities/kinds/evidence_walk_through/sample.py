"""Believable findings of interviews about dying at home, and how 30 homecare workers take them."""

from alongside.activities.api import Sample

_FINDINGS = [
    "Workers see it first / Those who visit every day often notice that someone is near the end. / 24 interviews, 2024",
    "Hardly any training / Most workers had no training on dying before their first death. / 24 interviews, 2024",
    "Families ask the worker / Families ask the worker what happens next, not the nurse. / Family interviews, 2024",
    "Nobody rings after / After a death most workers get no call and no pause. / 24 interviews, 2024",
    "Notes are not read / What workers write down often stays in the house. / Nurses’ interviews, 2024",
    "Short courses work best / Short pieces, met several times, stay longer than one long day. / Rapid review, 2023",
]
_MARKS = ("rrssrn", "rrrsrr", "rsrr n", "srrrrs", "rrnrsr", "r rrrs", "rrrsrr", "nrsrrr")
_NAMES = {"r": "rings", "s": "surprised", "n": "not_me", " ": ""}
_ASKED = {
    (0, 2): "Whose job is it to train us?",
    (3, 3): "What may we say, and what not?",
    (5, 4): "Did managers say the same?",
    (9, 1): "Do nurses believe us when we ring?",
    (12, 5): "Who should read them?",
    (15, 4): "Is there pay for such a pause?",
    (19, 6): "Paid time, or in our own?",
    (23, 1): "Which signs do they mean?",
    (28, 2): "And those who work only at night?",
}
_WORDS = {2: ["Rapid review"], 7: ["rapid review", "Parent study"], 11: ["Palliative"], 21: ["Rapid review"]}


def _read(n: int) -> dict[str, object]:
    said: dict[str, object] = {}
    for number in range(1, 7):
        said[f"m{number}"] = _NAMES[_MARKS[n % 8][number - 1]]
        said[f"q{number}"] = _ASKED.get((n, number), "")
    return {**said, "words": _WORDS.get(n, [])}


SAMPLE = Sample(
    question="What did the study find, and does it fit?",
    hint="Six findings. Read them slowly; there is time.",
    setup={
        "findings": _FINDINGS,
        "words": [
            "Interview / A talk with one person that is written down.",
            "Finding / What a study learned.",
        ],
    },
    answers=[_read(n) for n in range(30)],
)
