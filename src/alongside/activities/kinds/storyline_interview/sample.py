"""Believable accounts of a partnership between homecare and research: 30, most of them in part."""

from alongside.activities.api import Sample

_TOGETHER = (
    "It began with one manager who rang the university. At first we were asked; later we decided things together.",
    "It was planned on paper. In real life it grew, because two people liked each other and kept ringing.",
    "For some it meant a meeting with biscuits. For us it meant who holds the money.",
    "We met in workers’ own time to begin with. That was wrong, and we said so. Then it was paid.",
    "It depended on the project. One shared everything, another only showed us the end.",
    "We wrote down how we work before we wrote what we do. I would do that again.",
)
_PEOPLE = (
    "Workers, two managers, a hospice nurse, people who had cared for somebody at home, and three researchers.",
    "Night workers were missing. So were people who do not like meetings.",
    "A research fellow led. From the second year a worker led with her.",
    "",
    "Families came in late, in the last round.",
)
_DONE = (
    "Three rounds of workshops, a booklet, six short films and a set of cards.",
    "We chose the questions, held half of the interviews, and read the answers together.",
    "",
    "Training was made with us. The money rules were not.",
)
_LEARNED = (
    "Small groups without managers changed everything. People spoke.",
    "It takes longer. It saves time later, since things get used.",
    "Come back and say what changed. Once you do not, people are gone.",
    "",
    "Researchers learned to wait. We learned that we know a lot.",
    "The hard part was shifts. Six at night is not better than noon for everybody.",
)
_NEXT = (
    "Pay from the first hour, and say how before the first hour.",
    "",
    "Let somebody from homecare hold part of the budget.",
    "Plan for what happens when the funding ends.",
    "",
)
_FOLLOW = (
    "The cards for the first weeks, and the night number.",
    "",
    "The films. And the group that still meets.",
    "",
)
_ROLE = (
    "I am a care worker.",
    "I held the meetings.",
    "",
    "I was the researcher who came in the second year.",
    "",
)


def _account(n: int) -> dict[str, str]:
    return {
        "together": _TOGETHER[n % 6],
        "people": _PEOPLE[n % 5],
        "done": _DONE[n % 4],
        "learned": _LEARNED[(n + n // 6) % 6],
        "next": _NEXT[n % 5],
        "follow": _FOLLOW[(n // 2) % 4],
        "role": _ROLE[(n // 3) % 5],
        "share": "wall" if n % 3 == 0 else "team",
    }


SAMPLE = Sample(
    question="How did you work together, and what should others know?",
    hint="Seven boxes. Only the first is needed. You can stop and come back.",
    setup={"work": "the homecare partnership", "choose": True},
    answers=[_account(n) for n in range(30)],
)
