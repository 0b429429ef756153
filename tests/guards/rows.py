"""The rows of the matrix: with which of the world's things each address is asked for.

Each name is an id of the world; one that belongs to a room (`PER_ROOM`) is tried for both rooms, and all are tried
for both projects. “=word” stands for itself.
"""

PER_ROOM = {"session", "door", "partner", "invitation", "invited", "seat", "activity", "contribution", "item"}

FILLED_BY: dict[str, str] = {
    "activities:answer": "activity",
    "activities:take_back": "contribution",
    "activities:run": "session",
    "activities:do_session": "session =start",
    "activities:wall": "session",
    "activities:activity_choose": "session",
    "activities:activity_new": "session =poll",
    "activities:do_item": "item =start",
    "activities:admit": "seat",
    "activities:activity_edit": "activity",
    "activities:activity_remove": "activity",
    "activities:do_activity": "activity =close",
    "activities:type_for": "activity",
    "activities:words": "activity",
    "activities:hide_part": "activity =hide",
    "activities:result": "activity",
    "activities:result_csv": "activity",
    "activities:paper": "activity",
    "activities:hide": "contribution",
}

# Addresses whose secret lets its holder see a little of the series: the sentence says why.
BY_SECRET: dict[str, str] = {}

# Addresses that are not ours to fill, with the reason.
NOT_ASKED = {
    "account_": "django-allauth's own, tested there; they show one's own account only",
    "mfa_": "django-allauth's own, tested there; they show one's own account only",
}

# Models whose rule no page asks by itself: they are seen through another thing, whose rule was found.
UNREACHED: dict[str, str] = {}
