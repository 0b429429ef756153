"""A believable opening poll: 30 homecare workers choose where to start."""

from alongside.activities.api import Sample

_OPTIONS = [
    "Signs that someone is dying",
    "Talking with families",
    "Looking after yourself",
    "Working with nurses",
]
_PICKS = "21 2 23 3 12 2 34 1 23 2 13 2 4 23 2 1 23 3 2 24 12 2 3 23 1 2 34 2 23 13"

SAMPLE = Sample(
    question="What shall we talk about first?",
    hint="Pick up to two. We start with the one that most people pick.",
    setup={"options": _OPTIONS, "most": 2},
    answers=[{"picks": sorted(set(picks))} for picks in _PICKS.split()],
)
