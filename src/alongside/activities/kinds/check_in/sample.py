"""Believable words at the start and at the end of a workshop with homecare workers."""

from alongside.activities.api import Sample

_IN = (
    "Tired", "Curious", "Nervous", "tired", "Hopeful", "Rushed", "Okay", "Curious", "Unsure", "Tired",
    "Ready", "Cold", "Curious", "Rushed", "Hungry", "Calm", "nervous", "Tired", "Doubtful", "Glad",
    "Zmęczona", "Curious", "Late", "Hopeful", "Rushed", "Sad", "Open", "Tired", "Nervous", "Okay",
)  # fmt: skip
_MORE_IN = {
    0: "I came straight from a night shift.",
    4: "Last time you did change the times.",
    8: "I do not know if I may say what I think.",
    25: "Someone I cared for died on Sunday.",
}
_OUT = (
    "Heard", "Tired", "Lighter", "Hopeful", "Heard", "Proud", "Curious", "Calm", "heard", "Hopeful", "Hungry",
    "Lighter", "Proud", "Not alone", "Hopeful", "Moved", "Heard", "Okay", "Unsure", "Proud", "Not alone", "Ready",
)  # fmt: skip
_MORE_OUT = {
    2: "I said it at last, and others nodded.",
    13: "Other workers cry in the car too.",
    18: "Let us see if anything comes of it.",
}


def _share(n: int) -> str:
    return "team" if n % 25 in {8, 18} or n == 25 else "room"


SAMPLE = Sample(
    question="How do you come in today, in one word?",
    hint="There is no wrong word.",
    setup={"at_end": "How do you leave, in one word?", "sentence": True},
    answers=[{"word": _IN[n], "more": _MORE_IN.get(n, ""), "share": _share(n)} for n in range(30)],
    later={1: [{"word": _OUT[n], "more": _MORE_OUT.get(n, ""), "share": _share(n)} for n in range(22)]},
)
