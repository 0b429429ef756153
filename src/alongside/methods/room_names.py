"""Names for a room: “Blue Teapot”. Drawn afresh for each session, so that two rooms cannot be joined up by names.

Colours and things only: no animals or traits that could be read as a remark about somebody, nothing of body, faith
or rank, and no colour that is also said of people.
"""

import secrets
from collections.abc import Collection

COLOURS = (
    "Amber", "Apricot", "Aqua", "Blue", "Bright", "Bronze", "Calm", "Copper", "Coral", "Cosy", "Cream", "Crimson",
    "Dotted", "Emerald", "Gentle", "Golden", "Green", "Happy", "Indigo", "Ivory", "Jolly", "Lilac", "Lime", "Lucky",
    "Mint", "Orange", "Pearl", "Purple", "Quiet", "Red", "Rosy", "Royal", "Ruby", "Sandy", "Scarlet", "Silver",
    "Sky", "Striped", "Sunny", "Teal", "Turquoise", "Velvet", "Violet", "Warm", "Woolly",
)  # fmt: skip
THINGS = (
    "Acorn", "Anchor", "Basket", "Bell", "Bench", "Bicycle", "Biscuit", "Blanket", "Boat", "Book", "Boots", "Bridge",
    "Bucket", "Button", "Candle", "Chair", "Clock", "Cloud", "Compass", "Crayon", "Cup", "Cushion", "Daisy", "Door",
    "Drum", "Feather", "Fern", "Garden", "Gate", "Guitar", "Hammock", "Harbour", "Hat", "Jug", "Kettle", "Key",
    "Kite", "Ladder", "Lamp", "Lantern", "Leaf", "Lemon", "Map", "Marble", "Mitten", "Mug", "Needle", "Oak",
    "Paddle", "Paintbrush", "Parcel", "Pebble", "Pencil", "Piano", "Pillow", "Plum", "Pocket", "Puzzle", "Quilt",
    "Raft", "Ribbon", "River", "Rocket", "Sail", "Scarf", "Shell", "Spoon", "Star", "Stone", "Table", "Teapot",
    "Thimble", "Train", "Tulip", "Umbrella", "Violin", "Wagon", "Whistle", "Window", "Wool",
)  # fmt: skip
UNKIND = frozenset(
    {
        "Happy Pillow", "Lucky Pocket", "Red Lamp", "Warm Wool", "Woolly Wool", "Rosy Plum", "Velvet Cushion",
        "Golden Parcel", "Golden River", "Ruby River", "Royal Chair", "Warm River", "Happy Pocket", "Calm Needle",
        "Happy Needle", "Quiet Drum", "Quiet Bell", "Lucky Needle", "Silver Spoon", "Red Needle",
    }
)  # fmt: skip
HOW_MANY = len(COLOURS) * len(THINGS) - len(UNKIND)


def is_room_name(name: str) -> bool:
    """Whether a name could have been drawn."""
    colour, _, thing = name.partition(" ")
    return colour in COLOURS and thing in THINGS and name not in UNKIND


def draw(taken: Collection[str] = ()) -> str:
    """A name at random that is not taken; with a number behind it once nearly every name is."""
    used = set(taken)
    for _ in range(200):
        name = f"{secrets.choice(COLOURS)} {secrets.choice(THINGS)}"
        if name not in UNKIND and name not in used:
            return name
    free = (name for name in _all() if name not in used)
    return (
        next(free, None)
        or f"{secrets.choice(COLOURS)} {secrets.choice(THINGS)} {secrets.randbelow(9000) + 1000}"
    )


def _all() -> list[str]:
    pairs = (f"{colour} {thing}" for colour in COLOURS for thing in THINGS)
    return [name for name in pairs if name not in UNKIND]
