"""Believable statements about dying at home, what 30 homecare workers think, and what they see."""

from alongside.activities.api import Sample

_STATEMENTS = [
    "Only a doctor can tell that someone is near the end / not true / Those who visit every day often see it first. "
    "/ Workers’ interviews, 2024",
    "A person who stops eating is starving / not true / The body can no longer use food. Small tastes are for "
    "comfort. / Review of evidence, 2023",
    "Strong pain medicine can be given at home / true / A nurse sets it up, and stays on call. / Local palliative "
    "care team",
    "Workers must call 999 when someone has died / it depends / If the death was expected, the care plan says whom to "
    "ring. / Policy review, 2024",
]
_VIEWS = ("fftu", "ffut", "tftt", "ftuf", "futt", "fftt", "tfut", "ftt ", "ffuu", "utft")
_NAMES = {"t": "true", "f": "false", "u": "unsure", " ": ""}
_HEARD = {
    (0, 2): "A daughter told me I was starving her mum.",
    (3, 4): "My agency says always 999.",
    (6, 1): "Wait for the GP, they told us.",
    (10, 3): "Morphine kills them quicker, people say.",
    (13, 4): "Another worker was shouted at by the ambulance crew.",
    (17, 2): "A neighbour said we should force the spoon.",
    (22, 1): "The nurse asked me what I saw. First time ever.",
    (26, 3): "You need a hospital for that.",
}
_WAY = (
    "Nobody tells us what is in the care plan.",
    "Fifteen minutes is not a visit when someone is dying.",
    "The nurse’s number goes to a machine at night.",
    "Families hear it from us first, and then it is our fault.",
    "I was never told which signs to look for.",
    "We hear of a death from the app: the visit is gone.",
    "No mileage when I stay longer.",
)
_HELPS = (
    "A nurse who rings back.",
    "The yellow folder by the door.",
    "Going with an older worker the first time.",
    "A manager who asks how I am after it.",
    "Knowing the family’s wishes before the last week.",
    "A card with the signs.",
)


def _view(n: int) -> dict[str, str]:
    said = {}
    for number in range(1, 5):
        said[f"v{number}"] = _NAMES[_VIEWS[n % 10][number - 1]]
        said[f"h{number}"] = _HEARD.get((n, number), "")
    return said


SAMPLE = Sample(
    question="What is true about dying at home?",
    hint="Think of what you hear on your visits.",
    setup={"statements": _STATEMENTS},
    answers=[_view(n) for n in range(30)],
    later={
        2: [{"side": "way", "text": text} for text in _WAY]
        + [{"side": "helps", "text": text} for text in _HELPS]
    },
)
