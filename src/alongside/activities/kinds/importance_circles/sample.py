"""Believable circles: what matters in a worker's first months, six cards, 30 people alone and 24 after the talk."""

from alongside.activities.api import Sample

_CARDS = [
    "Signs of dying",
    "Talking with families",
    "Looking after yourself",
    "Working with nurses",
    "Pain and breathing",
    "Practical care",
]
_RINGS = ("iioioo", "iiiooo", "iioooo", "ioiioo", "iiioio", "oiiooo", "ii ooo", "i iio ", "iioi o", "ioiooi")
_WHY = {0: "I did not know them and was afraid.", 3: "Families ask us first.", 6: "Comes later, on the job."}
_OWN = {1: "What happens to us after a death", 4: "After a death: who rings us?", 7: "Different faiths"}


def _placed(rings: str) -> dict[str, str]:
    return {f"c{n}": {"i": "in", "o": "out"}.get(ring, "unsure") for n, ring in enumerate(rings, 1)}


def _alone(n: int) -> dict[str, str]:
    texts = {f"t{k}": _WHY.get(n, "") if k == 1 + n % 3 else "" for k in range(1, 7)}
    return {**_placed(_RINGS[n % 10]), **texts, "n1": _OWN.get(n, ""), "n2": ""}


def _together(n: int) -> dict[str, str]:
    texts = {f"t{k}": "" for k in ("1", "2", "3", "4", "5", "6", "x1")}
    return {**_placed(_RINGS[n % 5]), **texts, "cx1": "in" if n % 4 else "out"}


SAMPLE = Sample(
    question="What matters most in a worker’s first months?",
    hint="Inner circle: matters most. Outer circle: matters less right now.",
    setup={"context": "for a homecare worker’s first three months", "cards": _CARDS},
    answers=[_alone(n) for n in range(30)],
    listed=[{"key": "x1", "text": "What happens to us after a death", "heading": "", "of": [], "from": []}],
    later={2: [_together(n) for n in range(24)]},
)
