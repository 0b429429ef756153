"""A believable nomination poll: where 30 homecare workers want to start, and what was not on the list."""

from alongside.activities.api import Sample

_OPTIONS = [
    "Signs of dying",
    "Talking with families",
    "Looking after yourself",
    "Working with nurses",
    "Pain and breathing",
    "Practical care",
]
_PICKS = ("13", "14", "34", "1", "12", "35", "4", "14", "36", "2", "31", "45")
_OWN = {
    3: "What happens to us after a death",
    6: "Nights: nobody picks up the phone",
    9: "When someone dies, who tells us?",
    18: "Other faiths, other ways to say goodbye",
    21: "After a death we just go to the next call",
}
_CHOICES = (("3", "x1"), ("1", "x1"), ("1", "3"), ("4", "x2"), ("x1", "4"), ("1", "x3"), ("3", "2"), ("x1",))

SAMPLE = Sample(
    question="Where shall we start today?",
    hint="We may not get to all. What most people name comes first.",
    setup={"options": _OPTIONS, "most": 2, "own": True},
    answers=[
        {"picks": list(_PICKS[n % 12])[: 1 if n in _OWN else 2], "own": _OWN.get(n, "")} for n in range(30)
    ],
    listed=[
        {"key": "x1", "text": "What happens to us after a death", "heading": "", "of": [], "from": []},
        {"key": "x2", "text": "Nights, when nobody picks up", "heading": "", "of": [], "from": []},
        {"key": "x3", "text": "Other faiths", "heading": "", "of": [], "from": []},
    ],
    later={2: [{"picks": list(_CHOICES[n % 8])} for n in range(26)]},
)
