"""Believable what-if cards of homecare near the end of life: three cards, 30 answers, and the lines the room chose."""

from alongside.activities.api import Sample

_CARDS = [
    "What if my client says something hurtful to me? (Workers told of harsh words near the end.)",
    "What if the family asks me: is she dying? (Families ask workers first, who fear to answer.)",
    "What if I find my client has died? (Nobody had told most new workers what to do in that hour.)",
]
_SAID = (
    (1, "Stay calm. Say: “Please don’t speak to me like that.”"),
    (1, "Breathe. It is often the illness, or the fear."),
    (1, "If you feel unsafe, step out of the room."),
    (1, "Tell your manager the same day."),
    (1, "Write down what was said."),
    (1, "Do not answer back."),
    (1, "Ask for a second worker next time."),
    (1, "Say that it hurt you. They may say sorry."),
    (1, "Talk about it with somebody you trust."),
    (1, "Leave if you must. You will not lose your job."),
    (2, "Ask first: “What have you been told?”"),
    (2, "Say: “I see that she sleeps more. Shall we ring the nurse?”"),
    (2, "Sit down. Do not answer from the door."),
    (2, "It is fine to say: “I don’t know.”"),
    (2, "Never say a number of days."),
    (2, "Ring the nurse while you are there."),
    (2, "Do not say: “She will be fine.”"),
    (2, "Ask what they are afraid of."),
    (2, "Write it into the book at home."),
    (2, "Tell the office that they asked."),
    (3, "Stop. Take a breath. There is no hurry now."),
    (3, "Look at the plan: is there a form that says what to do?"),
    (3, "Ring the nurse or 111, not the neighbour."),
    (3, "Ring the office. Ask them to move your next call."),
    (3, "Do not move or wash anybody before a nurse says so."),
    (3, "If the family is there, sit with them."),
    (3, "Say the name of the person who died."),
    (3, "You may cry."),
    (3, "Wait until somebody comes."),
    (3, "Ring a colleague afterwards."),
)


def _line(key: str, card: int, text: str, of: list[int], **notes: str) -> dict[str, object]:
    more = {"notes": notes} if notes else {}
    return {"key": key, "heading": str(card), "text": text, "of": [str(n) for n in of], "from": [], **more}


_SAFE = {"check": "safe", "checked_by": "Hospice nurse"}

SAMPLE = Sample(
    question="What would you tell a new worker to do?",
    hint="These moments are made up. They come from what workers told us.",
    setup={"cards": _CARDS, "time": "First weeks · 5 minutes"},
    answers=[{"card": str(card), "answer": text} for card, text in _SAID],
    listed=[
        _line("a1", 1, "Stay calm. Say: “Please don’t speak to me like that.”", [0, 5], **_SAFE),
        _line("a2", 1, "If you feel unsafe, step out.", [2, 9], **_SAFE),
        _line("a3", 1, "Tell your manager the same day.", [3], **_SAFE),
        _line("a4", 1, "Write down what was said.", [4], **_SAFE),
        _line("b1", 2, "Sit down. Ask: “What have you been told?”", [10, 12], **_SAFE),
        _line("b2", 2, "Say what you see. It is fine to say: “I don’t know.”", [11, 13]),
        _line("b3", 2, "Ring the nurse while you are there.", [15]),
        _line(
            "c1",
            3,
            "Ring the nurse or 111. Stay until somebody comes.",
            [22, 28],
            check="unsafe",
            checked_by="GP",
        ),
    ],
)
