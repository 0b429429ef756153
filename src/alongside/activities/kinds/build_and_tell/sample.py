"""Believable models of what good support feels like: 30, four with a painted picture; a shared model with links."""

from collections.abc import Mapping

from alongside.activities.api import Sample
from alongside.methods.painting import Colour, Shape, paint

_TABLE, _RED, _YELLOW, _BLUE = (236, 226, 210), (196, 62, 58), (245, 200, 70), (60, 120, 190)
_GREEN, _WHITE, _DARK = (92, 150, 84), (255, 255, 255), (56, 58, 66)

_SCENES: Mapping[str, tuple[Colour, tuple[Shape, ...], str]] = {
    "6d1f6a10-0000-4000-8000-000000000101": (
        _TABLE,
        (
            ("box", _BLUE, 80, 104, 80, 16),
            ("box", _RED, 26, 74, 12, 30),
            ("box", _RED, 134, 74, 12, 30),
            ("box", _YELLOW, 80, 50, 66, 8),
            ("oval", _DARK, 72, 34, 6, 8),
        ),
        "A yellow bridge on two red towers over blue water. One small figure stands on it.",
    ),
    "6d1f6a10-0000-4000-8000-000000000102": (
        _TABLE,
        (
            ("box", _GREEN, 80, 108, 70, 8),
            ("box", _WHITE, 80, 76, 34, 26),
            ("box", _DARK, 80, 84, 9, 18),
            ("box", _RED, 80, 44, 42, 8),
            ("oval", _YELLOW, 120, 90, 6, 12),
        ),
        "A white house with an open door, and a lamp beside it.",
    ),
    "6d1f6a10-0000-4000-8000-000000000103": (
        _TABLE,
        (
            ("box", _DARK, 40, 96, 10, 10),
            ("box", _BLUE, 64, 90, 10, 16),
            ("box", _GREEN, 88, 82, 10, 24),
            ("box", _YELLOW, 112, 72, 10, 34),
            ("oval", _RED, 112, 28, 8, 8),
        ),
        "Four steps in four colours. A red ball lies on the highest one.",
    ),
    "6d1f6a10-0000-4000-8000-000000000104": (
        _TABLE,
        (
            ("oval", _BLUE, 80, 66, 46, 40),
            ("oval", _TABLE, 80, 66, 34, 29),
            ("oval", _RED, 80, 26, 7, 7),
            ("oval", _YELLOW, 122, 66, 7, 7),
            ("oval", _GREEN, 80, 106, 7, 7),
            ("oval", _WHITE, 38, 66, 7, 7),
        ),
        "A blue ring with four balls on it, all at the same distance.",
    ),
}
_IDS = list(_SCENES)
_MODELS = (
    (
        "The phone that is answered",
        "The big brick is the night. The small one is a voice that knows my name.",
    ),
    ("The bridge", "Two towers, the family and the nurse. We are the planks. Nobody sees the planks."),
    ("The open door", "It is a house, but the door is the model. It only opens from the inside."),
    ("Steps", "Each step is somebody who showed me how. The red one is the day I could do it alone."),
    ("The ring", "Nobody stands in the middle. That is the point."),
    ("A chair", "Four legs, one is short. I hold that corner."),
    ("The wall with a hole", "On this side are forms. On that side is a person. I speak through the hole."),
    ("The well", "You have to let the bucket down slowly."),
    ("Two boats", "They are tied together, loosely. If one goes down the other can still turn."),
    ("The clock without hands", "There is time, but nobody can see whose."),
)


def _model(n: int) -> dict[str, str]:
    name, story = _MODELS[n % 10]
    name = name if n < 10 else f"{name}, number {n // 10 + 1}"
    picture = _IDS[n - 1] if 1 <= n <= 4 else ""
    about = {"picture_alt": "", "picture_rights": "", "picture_may_see": ""}
    if picture:
        about = {
            "picture_alt": _SCENES[picture][2],
            "picture_rights": "mine",
            "picture_may_see": "room",
        }
    return {"name": name, "story": story, "picture": picture, **about}


_PARTS = (
    ("p1", "The bridge we are", "Who carries", ("1", "5")),
    ("p2", "The door that opens from inside", "Trust", ("2",)),
    ("p3", "Steps: somebody shows you how", "Learning", ("3", "7")),
    ("p4", "The ring: nobody in the middle", "Who carries", ("4", "8")),
    ("p5", "A voice in the night", "Trust", ("0",)),
    ("p6", "The wall of forms", "In the way", ("6", "9")),
)
_LINKS = (
    ("p1", "p2", "The bridge ends at a door. We wait there."),
    ("p1", "p4", "Planks and a ring: both hold because no one is more."),
    ("p3", "p5", "You learn it when you can ring somebody at night."),
    ("p2", "p5", "She opened because she knew the voice."),
    ("p6", "p1", "The wall stands right across the bridge."),
    ("p6", "p3", "There is a form for each step."),
    ("p4", "p3", "In a ring everybody can be the one who shows."),
    ("p5", "p1", "The voice is the rail of the bridge."),
    ("p2", "p6", "Forms do not open doors."),
    ("p4", "p5", "Somebody in the ring is always awake."),
    ("p3", "p2", "The last step is the door step."),
    ("p1", "p3", "We cross it again and again, each time with somebody new."),
)

SAMPLE = Sample(
    question="Build what good support at the end of life feels like.",
    hint="Start with your hands. The meaning comes by itself.",
    setup={"material": "bricks, clay, or things from a drawer"},
    answers=[_model(n) for n in range(30)],
    listed=[
        {"key": key, "heading": heading, "text": text, "of": list(of), "from": []}
        for key, text, heading, of in _PARTS
    ],
    later={2: [{"a": a, "b": b, "why": why} for a, b, why in _LINKS]},
    pictures={
        pk: (lambda ground=ground, shapes=shapes: paint(160, 120, ground, shapes))  # type: ignore[misc]
        for pk, (ground, shapes, _alt) in _SCENES.items()
    },
)
