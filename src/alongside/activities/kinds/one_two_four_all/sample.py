"""Believable ideas about company for homecare workers: 30 alone, 15 of twos, 12 of fours, and 12 before all.

Ideas that stand on others name them by their number, as a tally of all the answers in a row would count them.
"""

from alongside.activities.api import Sample

_ALONE = (
    "A number to ring at night that somebody answers",
    "Ring the nurse together, on loudspeaker",
    "A buddy in the first month",
    "Go along twice before going alone",
    "Ten minutes in the car after a death, paid",
    "A message from the office when a client has died",
    "A monthly supper for our team",
    "One page about each client: what matters to them",
    "Know the family’s names",
    "A card with signs of dying",
    "Short films for the bus",
    "Practise hard talks with an actor",
    "Let workers swap calls after a bad one",
    "A book at the client’s home that nurses read too",
    "Invite us to the review",
    "The manager comes along once a month",
    "A group chat that is safe",
    "Pay for travel between calls",
    "A quiet room at the office",
    "Ask us what worked, not only what went wrong",
    "Hospice nurse visits the team meeting",
    "Somebody to ask about medicines",
    "Names of equipment with pictures",
    "Same client, same worker in the last weeks",
    "Tell families what we can and cannot do",
    "A thank-you card from the office",
    "Double-up calls at the end",
    "Let us go to the funeral",
    "A list of who to ring for what",
    "Training in small bits",
)
_TWOS = (
    ("One number to ring, day and night, with the nurse on the line", [0, 1, 28]),
    ("A buddy for the first month who comes along twice", [2, 3]),
    ("Paid minutes after a death, and a message that it happened", [4, 5]),
    ("Supper and a safe chat for the team", [6, 16]),
    ("One page about each client and their family", [7, 8]),
    ("A card and short films about the signs of dying", [9, 10]),
    ("Practise hard talks, in small bits", [11, 29]),
    ("Swap calls after a bad one", [12]),
    ("One book at home that all of us write in", [13, 14]),
    ("A manager who comes along and asks what worked", [15, 19]),
    ("Travel time is paid", [17]),
    ("A hospice nurse at the team meeting", [20, 21]),
    ("Same worker in the last weeks", [23, 26]),
    ("A leaflet for families: what we do", [24]),
    ("Go to the funeral, on paid time", [27, 25]),
)
_FOURS = (
    ("One number, answered day and night, and a list beside the phone", [30]),
    ("Nobody starts alone: a buddy for a month", [31, 42]),
    ("After a death: a call, ten paid minutes, and the funeral", [32, 44]),
    ("We meet: supper each month, and a safe chat between", [33]),
    ("One page and one book about each client", [34, 38]),
    ("Small bits of learning: card, films, practice", [35, 36]),
    ("A swap list for hard days", [37]),
    ("Managers come along once a month", [39]),
    ("Pay from door to door", [40]),
    ("Hospice and homecare meet each season", [41]),
    ("The same face in the last weeks", [42]),
    ("Families get a leaflet on the first day", [43]),
)
_ALL = (
    ("One number that is answered, day and night", [45]),
    ("Nobody starts alone", [46]),
    ("A call, ten paid minutes and the funeral after a death", [47]),
    ("We meet each month, and pay is door to door", [48, 53]),
    ("One page, one book", [49]),
    ("Learn in small bits", [50]),
    ("A swap list for hard days", [51]),
    ("Managers come along", [52]),
    ("Hospice and homecare meet", [54]),
    ("The same face in the last weeks", [55]),
    ("A leaflet for families", [56]),
    ("Door-to-door pay", [53]),
)


def _ideas(rows: tuple[tuple[str, list[int]], ...], people: str) -> list[dict[str, object]]:
    more = {"people": people} if people else {}
    return [{"idea": text, "grew_from": [str(n) for n in below], **more} for text, below in rows]


SAMPLE = Sample(
    question="What would make you feel less alone at a client’s home in the last days?",
    hint="First alone, then in twos, in fours, and all together.",
    setup={"letters": 140},
    answers=[{"idea": text} for text in _ALONE],
    later={1: _ideas(_TWOS, "2"), 2: _ideas(_FOURS, "4"), 3: _ideas(_ALL, "")},
)
