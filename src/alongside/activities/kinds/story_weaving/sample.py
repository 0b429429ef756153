"""Believable memories of homecare workers and carers: 30, five of them with a small painted picture; and a story."""

from collections.abc import Mapping

from alongside.activities.api import Sample
from alongside.methods.painting import Colour, Shape, paint

_NIGHT, _DAWN, _ROOM, _SKY = (28, 40, 72), (250, 214, 165), (240, 228, 208), (191, 224, 240)
_WARM, _WOOD, _DARK, _WHITE = (242, 153, 74), (139, 90, 60), (60, 50, 45), (255, 255, 255)
_GREEN, _RED, _YELLOW, _GREY = (96, 140, 84), (184, 60, 60), (252, 214, 92), (150, 160, 165)

_SCENES: Mapping[str, tuple[Colour, tuple[Shape, ...], str]] = {
    "6d1f6a10-0000-4000-8000-000000000001": (
        _NIGHT,
        (
            ("box", _DARK, 80, 105, 80, 18),
            ("oval", _YELLOW, 128, 22, 12, 12),
            ("box", _WOOD, 58, 72, 26, 40),
            ("box", _WARM, 58, 52, 14, 12),
            ("oval", _YELLOW, 76, 76, 3, 3),
        ),
        "A brown front door at night, with a warm light in its window.",
    ),
    "6d1f6a10-0000-4000-8000-000000000002": (
        _ROOM,
        (
            ("box", _WOOD, 80, 102, 80, 18),
            ("oval", _WHITE, 60, 74, 22, 16),
            ("oval", _WOOD, 60, 66, 18, 6),
            ("oval", _WHITE, 112, 76, 20, 14),
            ("oval", _WOOD, 112, 69, 16, 5),
        ),
        "Two cups of tea side by side on a table.",
    ),
    "6d1f6a10-0000-4000-8000-000000000003": (
        _SKY,
        (
            ("oval", _YELLOW, 126, 26, 16, 16),
            ("oval", _GREEN, 40, 116, 70, 40),
            ("oval", _GREEN, 130, 120, 60, 34),
            ("box", _RED, 74, 82, 30, 16),
            ("box", _WHITE, 66, 78, 14, 6),
            ("oval", _DARK, 58, 98, 7, 7),
            ("oval", _DARK, 92, 98, 7, 7),
        ),
        "A small red bus between green hills, early in the morning.",
    ),
    "6d1f6a10-0000-4000-8000-000000000004": (
        _DAWN,
        (
            ("box", _WOOD, 80, 60, 62, 44),
            ("box", _SKY, 80, 60, 54, 36),
            ("oval", _WHITE, 62, 48, 16, 8),
            ("oval", _GREEN, 104, 96, 20, 14),
            ("box", _RED, 104, 106, 14, 8),
        ),
        "A window with a plant on the sill. Outside it is light.",
    ),
    "6d1f6a10-0000-4000-8000-000000000005": (
        _ROOM,
        (
            ("box", _GREY, 80, 60, 40, 46),
            ("box", _WHITE, 80, 62, 34, 40),
            ("box", _DARK, 80, 40, 22, 2),
            ("box", _DARK, 80, 54, 22, 2),
            ("box", _DARK, 76, 68, 18, 2),
            ("oval", _RED, 96, 86, 6, 6),
        ),
        "A page of a notebook with four short lines and a red heart.",
    ),
}
_IDS = list(_SCENES)
_WORDS = (
    "My first key. I was nineteen, and I stood there for five minutes before I rang.",
    "She always made two cups, long after he was gone.",
    "The six o’clock bus. The driver waits for me now.",
    "He asked me to open the window. He wanted to hear the birds.",
    "Her daughter wrote down what I said, so that I would not be forgotten.",
    "The day the nurse said: you know her best, what do you think?",
    "Nobody had told me what breathing can sound like.",
    "We sang. I do not sing.",
    "The phone rang at night and I knew.",
    "I sat in the car afterwards and ate my sandwich, and then I cried.",
)


def _memory(n: int) -> dict[str, str]:
    words = _WORDS[n % 10] if n < 10 else f"{_WORDS[n % 10].rstrip('.')}, and again the year after."
    picture = _IDS[n - 1] if 1 <= n <= 5 else ""
    about = {"picture_alt": "", "picture_rights": "", "picture_may_see": ""}
    if picture:
        about = {
            "picture_alt": _SCENES[picture][2],
            "picture_rights": "mine",
            "picture_may_see": "project" if n == 3 else "room",
        }
    return {"memory": "" if n == 4 else words, "picture": picture, **about}


_LISTED = (
    ("s1", "The first door", ("0", "1")),
    ("s2", "Two cups", ("2", "11")),
    ("s3", "The bus that waits", ("3",)),
    ("s4", "The window", ("4",)),
    ("s5", "What we were not told", ("6", "8")),
    ("s6", "After", ("9", "5")),
)
_STORY = (
    ("start", "It is seven in the morning. Somewhere a bell rings."),
    ("s1", "We all remember the first door. We were young, or we were new, and the key was cold."),
    ("s1", "One of us stood there for five minutes."),
    ("s2", "Inside there were two cups. There are always two cups."),
    ("s2", "We learned not to put one away."),
    ("s3", "The bus waits for us now. That is how people say thank you."),
    ("s4", "Then came the day somebody asked for the window."),
    ("s4", "We opened it, and we heard the birds too."),
    ("s5", "Nobody had told us about the breathing."),
    ("s5", "So we tell each other. That is what this is."),
    ("s6", "Afterwards we sat in the car. All of us, it turns out, sat in the car."),
    ("end", "And the next morning somebody rings a bell, and we go in."),
)

SAMPLE = Sample(
    question="Which moment in somebody’s home do you still carry with you?",
    hint="A picture or words. Both are just as good.",
    setup={"begin": "It begins with a key."},
    answers=[_memory(n) for n in range(30)],
    listed=[
        {"key": key, "heading": "", "text": text, "of": list(of), "from": []} for key, text, of in _LISTED
    ],
    later={2: [{"part": part, "text": text} for part, text in _STORY]},
    pictures={
        pk: (lambda ground=ground, shapes=shapes: paint(160, 120, ground, shapes))  # type: ignore[misc]
        for pk, (ground, shapes, _alt) in _SCENES.items()
    },
)
