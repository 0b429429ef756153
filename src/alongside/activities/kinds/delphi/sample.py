"""A believable Delphi: what training about the last weeks of life must cover. 30 people, then 24, then 20."""

from alongside.activities.api import Sample

_ITEMS = (
    "How to see that somebody is dying",
    "Who to ring, day and night",
    "Talking with families who disagree",
    "Looking after yourself after a death",
    "Moving and washing somebody in pain",
    "The law about wills",
    "What different faiths wish",
    "Names of all medicines",
)
_FIRST = (
    "989879898798969",
    "998989779898989",
    "789675898687597",
    "896598742989685",
    "678797689878796",
    "132414215312421",
    "576486579685746",
    "342651437235414",
)
_SECOND = (
    "999889989898989",
    "999989889898989",
    "789787898778797",
    "897788968987787",
    "788797789878797",
    "121312213212121",
    "676576678675766",
    "332341323234313",
)
_THIRD = ("9", "9", "8", "889787898887878", "8", "1", "677576777676767", "2")
_NEW = ("79878876987897879", "8897988798889787")
_WHY = {
    0: {1: "Nobody told me, and I was afraid."},
    3: {4: "After a death we go straight to the next call."},
    5: {6: "That is for a solicitor.", 4: "I dream of it still."},
    8: {8: "The nurse knows these.", 7: "I did not know what the family wished."},
    11: {3: "The son shouted at me."},
    17: {7: "Ask them. They are all different."},
    21: {4: "A course does not help. Time does."},
}
_OWN = {2: "How children can take part", 9: "Children in the house", 14: "Telling the other clients"}


def _scores(rows: tuple[str, ...], n: int) -> dict[str, str]:
    return {f"s{k}": row[n % len(row)] for k, row in enumerate(rows, 1)}


def _why(n: int, *more: str) -> dict[str, str]:
    return {f"t{k}": _WHY.get(n, {}).get(k, "") for k in range(1, 9)} | {f"t{key}": "" for key in more}


SAMPLE = Sample(
    question="What must training about the last weeks of life cover?",
    hint="Think of a new homecare worker with one day for it.",
    setup={
        "items": list(_ITEMS),
        "low_word": "does not matter",
        "high_word": "matters most",
        "least": 70,
        "against": 15,
        "panel": 36,
    },
    answers=[{**_scores(_FIRST, n), **_why(n), "n1": _OWN.get(n, ""), "n2": ""} for n in range(30)],
    listed=[
        {"key": "x1", "text": "How to talk with children in the house", "heading": "", "of": [], "from": []}
    ],
    later={
        2: [{**_scores(_SECOND, n), **_why(n + 3, "x1"), "sx1": _NEW[0][n % 17]} for n in range(24)],
        4: [{**_scores(_THIRD, n), **_why(n + 5, "x1"), "sx1": _NEW[1][n % 16]} for n in range(20)],
    },
)
