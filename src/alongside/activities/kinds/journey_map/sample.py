"""A believable journey: a homecare worker's first three months with the dying, 30 notes at six steps, 24 who marked."""

from alongside.activities.api import Sample

_STEPS = [
    "The job offer",
    "Three days of training",
    "Going along with others",
    "First visit alone",
    "Somebody dies",
    "Three months on",
]
_NOTES = (
    ("1", "4", "proud", "a phone call", "They want me. I will learn the rest."),
    ("2", "3", "full", "slides", "A lot about lifting. Nothing about sitting still."),
    ("3", "5", "safe", "a worker of many years", "Watch my hands, she said, not my mouth."),
    ("4", "2", "alone", "a locked door", "Where is the key? Who do I ring?"),
    ("5", "1", "lost", "nobody", "I found her. Then I went to the next visit, because it was on the list."),
    ("6", "4", "steady", "my team", "Now they ring me."),
    ("1", "3", "unsure", "a form", "What does “as needed” mean?"),
    ("2", "4", "curious", "the trainer", "She had done it herself. You could tell."),
    ("3", "4", "useful", "a family", "The daughter asked me, not my colleague."),
    ("4", "1", "afraid", "a sound", "Is this how breathing is at the end?"),
    ("5", "2", "heavy", "the nurse", "She stayed ten minutes longer, for me."),
    ("6", "3", "tired", "the rota", "I know how it goes now. I do not know for how long."),
    ("4", "3", "careful", "the folder", "I read all of it in the car first."),
    ("5", "1", "forgotten", "the office", "They sent me the next name the same evening."),
    ("6", "5", "sure", "a new colleague", "Now she goes along with me."),
)


def _note(n: int) -> dict[str, str]:
    step, feeling, word, met, quote = _NOTES[n % 15]
    is_again = n >= 15
    feeling = str(max(1, min(5, int(feeling) + (n % 3 - 1)))) if is_again else feeling
    return {
        "step": step,
        "feeling": feeling,
        "word": word,
        "touchpoint": "" if is_again and n % 2 else met,
        "quote": "" if is_again else quote,
        "who": ("me", "care", "me", "other", "")[n % 5],
    }


SAMPLE = Sample(
    question="How were your first three months?",
    hint="Go through the steps. Start with the one you remember best.",
    setup={"whose": "a homecare worker in the first three months", "steps": _STEPS, "marks": 2},
    answers=[_note(n) for n in range(30)],
    later={2: [{"marks": ["5", str(1 + n * n % 6)] if n % 6 != 2 else ["4"]} for n in range(24)]},
)
