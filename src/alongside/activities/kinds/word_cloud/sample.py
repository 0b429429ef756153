"""A believable warm-up: 30 people say how working well with others felt."""

from alongside.activities.api import Sample

_SAID = (
    "listened to, proud, safe|calm|Listened to, useful, hopeful|laughing, part of a team|proud, valued|equal|"
    "szczęśliwa|trusted, safe|tired but happy|listened to|useful, valued|part of a team, proud|safe, trusted|"
    "listened  to, equal|hopeful|seen, heard|part of a team|valued, laughing|warm|not alone, safe|Trusted|"
    "a bit nervous, then proud|equal, listened to|learning, curious|supported|part of a team, supported|"
    "useful|we did it together, Proud|calm, hopeful|not alone"
)


def _answer(line: str) -> dict[str, str]:
    words = [word.strip() for word in line.split(",")][:3]
    return {f"w{number}": word for number, word in enumerate([*words, "", ""][:3], 1)}


SAMPLE = Sample(
    question="When you worked with others and it went well, how did it feel?",
    hint="Think of one time. Any language is fine.",
    setup={"words": 3},
    answers=[_answer(line) for line in _SAID.split("|")],
)
