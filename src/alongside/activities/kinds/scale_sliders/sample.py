"""Believable dots: how 30 homecare workers find working with a research team, on the four scales of the Cube."""

from alongside.activities.api import Sample

_VOICE = "556465764556375664556745665546"
_WAYS = "23435232n3423353242n3342335423"
_WHOSE = "667271267717261672671276617267"
_CHANGE = "445354n45344 54345n44543554445"
_SAID = {
    2: ("Days I can plan for would help. My rota comes on Fridays.", "room"),
    5: ("You changed the times because we asked. That counts.", "room"),
    9: ("My manager must not know that I say this: we are told what to answer.", "team"),
    14: ("Not everybody likes to write. Ring us.", "room"),
    21: ("Some of the questions are still yours, not ours.", "room"),
    26: ("I am new, so I cannot tell yet.", "team"),
}


def _step(letter: str) -> str:
    return {"n": "no", " ": ""}.get(letter, letter)


SAMPLE = Sample(
    question="How is it to work with us so far?",
    hint="Put a dot on each line. Leave one out if you like.",
    setup={
        "scales": [
            "Our voice / we are hardly heard / we shape what happens",
            "Ways to take part / one way only / many ways",
            "Whose concerns / the organisation’s / the public’s",
            "Change / nothing will move / ready to change",
        ],
        "steps": 7,
        "comment": True,
    },
    answers=[
        {
            **{f"s{at}": _step(row[n]) for at, row in enumerate((_VOICE, _WAYS, _WHOSE, _CHANGE), 1)},
            "comment": _SAID.get(n, ("", ""))[0],
            "share": _SAID.get(n, ("", ""))[1],
        }
        for n in range(30)
    ],
)
