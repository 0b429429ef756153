"""Believable briefs from homecare: 30 stories, myths and barriers, and twelve pairs with need, idea and brief."""

from alongside.activities.api import Sample

_TOLD = (
    "s I sat in the car for twenty minutes after he died. Then the app rang for the next call.",
    "m Care workers do not know much about dying.",
    "b The night number is on page nine.",
    "s She could not swallow. I had no sheet about it, only a name on a fridge.",
    "b My phone has no signal in half of the villages.",
    "m Families do not want us to talk about it.",
    "s The daughter thanked me for saying his name.",
    "b The book stays at the office.",
    "m You must not cry in front of a client.",
    "s We were two that night, and it was another world.",
    "b Each firm has its own form.",
    "m The nurse always comes in an hour.",
    "s Nobody told me that he had died. I rang the bell.",
    "b I cannot read small print in a dark hall.",
    "m Young workers cannot cope with it.",
    "s I drew a picture for the grandson.",
    "b Training is at two in the afternoon.",
    "m Once the syringe pump is there, it is over.",
    "s He wanted his dog on the bed. It was not in the plan.",
    "b Three apps, three passwords.",
    "m People who speak little English care less well.",
    "s My manager sat with me. No form, only tea.",
    "b No place to park, and the clock runs.",
    "m Talking about it brings it closer.",
    "s I sang with her. The plan said: wash.",
    "b Gloves in one size.",
    "s The neighbour had the key, and I did not know.",
    "b The notes are locked after five.",
    "m If you ring too often, they think you are no good.",
    "s We wrote a card, all of us, and took it to the house.",
)
_WHAT = {"s": "story", "m": "myth", "b": "barrier"}
_PAIRS = (
    (
        "A worker alone at night",
        "reach somebody in one step",
        "the night number is on page nine",
        "A round button for the key ring. One press rings the right nurse.",
        "Night button",
        ["Work without signal indoors", "Ring the right number for the place", "Last a year"],
        "Be one more password",
        "Nobody waits more than five minutes.",
    ),
    (
        "A worker after a death",
        "have ten minutes",
        "the app rang for the next call",
        "A card on the dashboard. Turn it, and the office moves the next call.",
        "The quiet card",
        ["Stop the next call", "Tell the office without words"],
        "Ask for a reason",
        "Workers say they used it.",
    ),
    (
        "A new worker",
        "know what is normal near the end",
        "she had only a name on a fridge",
        "A strip of six pictures that hangs by the door.",
        "What you may see",
        ["Be read in the dark", "Speak four languages"],
        "Frighten the family",
        "New workers ring less in panic.",
    ),
    (
        "A family at home",
        "know who comes and what they may do",
        "the neighbour had the key",
        "A sheet for the fridge that the family fills in with us.",
        "Who is who",
        ["Fit on one page", "Be filled in together"],
        "",
        "The family shows it to visitors.",
    ),
    (
        "Workers of one house",
        "write into one book",
        "each firm has its own form",
        "A book that stays with the person, with a page for what gives joy.",
        "The house book",
        ["Stay at home", "Have a page for joy", "Suit all firms"],
        "Be locked after five",
        "Nurses write in it too.",
    ),
    (
        "A worker in a dark hall",
        "see what the label says",
        "I cannot read small print",
        "Large stickers that glow a little.",
        "Glow labels",
        ["Stick on anything", "Be wiped clean"],
        "",
        "No mix-ups for a month.",
    ),
)
_ROLES = (
    ["worker", "designer"],
    ["worker", "carer", "designer"],
    ["clinician", "worker"],
    ["person", "designer"],
    ["manager", "worker", "researcher"],
    ["worker", "designer"],
)


def _need(n: int) -> dict[str, object]:
    who, need, because = _PAIRS[n % 6][:3]
    roles = _ROLES[n % 6]
    return {"people": str(len(roles)), "roles": roles, "who": who, "need": need, "because": because}


def _brief(n: int) -> dict[str, object]:
    name, must, avoid, good = _PAIRS[n % 6][4:]
    return {"name": name if n < 6 else f"{name} {n // 6 + 1}", "must": must, "avoid": avoid, "good": good}


SAMPLE = Sample(
    question="What should be made for people who care at home near the end of life?",
    hint="First stories, then in twos or threes: need, idea, brief.",
    setup={
        "thing": "something for a homecare worker’s bag",
        "limits": "£4,000 and six months for a first try-out",
    },
    answers=[{"kind": _WHAT[line[0]], "text": line[2:]} for line in _TOLD],
    listed=[
        {
            "key": "b1",
            "text": "Night button",
            "heading": "",
            "of": ["54"],
            "from": [],
            "notes": {
                "funding": "asked",
                "prototype": "begun",
                "next": "The design school builds one by March.",
            },
        }
    ],
    later={
        1: [_need(n) for n in range(12)],
        2: [{"idea": _PAIRS[n % 6][3]} for n in range(12)],
        3: [_brief(n) for n in range(12)],
    },
)
