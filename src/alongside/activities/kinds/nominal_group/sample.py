"""Believable priorities of a group of homecare workers: 30 ideas, the list made of them, and two rankings."""

from alongside.activities.api import Sample

_IDEAS = (
    "Somebody to ring at night",
    "A quiet minute after a death",
    "Go along with an experienced worker first",
    "Pay for training time",
    "A card with the signs of dying",
    "Know who the nurse is",
    "Short films",
    "Time to talk with the family",
    "Words for hard talks",
    "A call from the manager the week after",
)
_LISTED = [
    ("a", "Somebody to ring, day and night"),
    ("b", "Time and a talk after a death"),
    ("c", "Go along with an experienced worker first"),
    ("d", "Paid time for training"),
    ("e", "A card with the signs of dying"),
    ("f", "Words for hard talks with families"),
]
_FIRST = (
    "abcde",
    "cabdf",
    "acbed",
    "bacdf",
    "dacbe",
    "abfce",
    "cbade",
    "abdce",
    "fabcd",
    "bacde",
    "acdbe",
    "caebd",
)
_LAST = (
    "abcdf",
    "abcde",
    "bacdf",
    "abcfd",
    "abdce",
    "abcde",
    "bacde",
    "abcdf",
    "abfcd",
    "bacde",
    "abcde",
    "acbde",
)


def _order(keys: str) -> dict[str, str]:
    return {f"p{key}": str(keys.index(key) + 1) if key in keys else "" for key, _text in _LISTED}


SAMPLE = Sample(
    question="What should change first for workers who care for dying people at home?",
    hint="Think of your own last month.",
    setup={"top": 5},
    answers=[{"idea": f"{_IDEAS[n % 10]}{'' if n < 10 else f', {n // 10 + 1}'}"} for n in range(30)],
    listed=[{"key": key, "text": text, "heading": "", "of": [], "from": []} for key, text in _LISTED],
    later={2: [_order(keys) for keys in _FIRST], 4: [_order(keys) for keys in _LAST]},
)
