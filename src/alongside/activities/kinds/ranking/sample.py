"""A believable ranking: what helps most in the first weeks, with 30 people's orders."""

from alongside.activities.api import Sample

_OPTIONS = [
    "Somebody to ring at night",
    "Going along with an experienced worker",
    "Short films on the phone",
    "A card with the signs of dying",
    "A talk with the manager each week",
]
_ORDERS = ("21453", "12453", "21543", "24153", "12543", "42153", "21435", "15243", "24513", "21534")

SAMPLE = Sample(
    question="What helps a new worker most in the first weeks?",
    hint="Think of your own first weeks.",
    setup={"options": _OPTIONS, "top": 5},
    answers=[
        {f"p{key}": str(place) for place, key in enumerate(order, 1)} for order in _ORDERS for _ in range(3)
    ],
)
