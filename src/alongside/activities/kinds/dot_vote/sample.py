"""A believable dot vote: which training to make first, with 30 people's dots."""

from alongside.activities.api import Sample

_OPTIONS = [
    "Signs of dying",
    "Looking after yourself",
    "When families disagree",
    "Talking with families",
    "Pain, breathing and other changes",
    "Working with nurses and hospices",
    "What to do after a death",
]
_ANSWERS = (
    (2, 1, 0, 0, 0, 0, 0),
    (1, 1, 1, 0, 0, 0, 0),
    (1, 0, 0, 2, 0, 0, 0),
    (0, 3, 0, 0, 0, 0, 0),
    (1, 0, 0, 0, 1, 1, 0),
    (0, 1, 0, 1, 0, 0, 1),
    (2, 0, 0, 0, 0, 1, 0),
    (0, 0, 1, 1, 0, 0, 1),
    (1, 1, 0, 0, 1, 0, 0),
    (0, 1, 0, 0, 0, 0, 2),
)

SAMPLE = Sample(
    question="Which training should we make first?",
    hint="Talk with your neighbour first, if you like.",
    setup={"options": _OPTIONS, "dots": 3, "stack": True},
    answers=[
        {f"o{number}": dots for number, dots in enumerate(answer, 1)} for answer in _ANSWERS for _ in range(3)
    ],
)
