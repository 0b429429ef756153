"""The rows of the matrix: with which of the world's things each address is asked for.

Each name is an id of the world; one that belongs to a room (`PER_ROOM`) is tried for both rooms, and all are tried
for both projects. “=word” stands for itself.
"""

PER_ROOM = {
    "session",
    "door",
    "partner",
    "invitation",
    "invited",
    "seat",
    "activity",
    "contribution",
    "item",
    "secret",
}

FILLED_BY: dict[str, str] = {
    "home:series": "series",
    "home:demo_in": "=no-such-token",
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
    "workshops:door_link": "door",
    "workshops:back": "secret",
    "workshops:my_pack": "pack",
    "workshops:invitation": "invited",
    "workshops:calendar_file": "invited",
    "workshops:register": "register",
    "workshops:registered": "register",
    "workshops:series": "series",
    "workshops:series_edit": "series",
    "workshops:ways": "series",
    "workshops:register_link": "series",
    "workshops:round_new": "series",
    "workshops:round": "round",
    "workshops:round_edit": "round",
    "workshops:round_close": "round",
    "workshops:session_new": "round",
    "workshops:pack_new": "round",
    "workshops:pack_edit": "pack",
    "workshops:plan": "session",
    "workshops:session_edit": "session",
    "workshops:facilitators": "session",
    "workshops:agenda_add": "session",
    "workshops:agenda_edit": "item",
    "workshops:agenda_move": "item",
    "workshops:agenda_remove": "item",
    "workshops:invitations": "session",
    "workshops:attendance": "session",
    "workshops:notes": "session",
    "workshops:door": "session",
    "workshops:guide": "session",
    "workshops:pack": "pack",
    "workshops:poster": "session",
    "resources:library": "series",
    "resources:new": "series",
    "resources:resource": "resource",
    "resources:new_version": "resource",
    "resources:version": "version",
    "resources:version_work": "version",
    "resources:change_version": "version",
    "resources:release": "version",
}

# Addresses whose secret lets its holder see a little of the series: the sentence says why.
BY_SECRET = {
    "workshops:door_link": "whoever has the link to an open door sees what they are joining",
    "workshops:back": "a personal link is the seat itself",
    "workshops:invitation": "an invitation's link shows what it invites to",
    "workshops:calendar_file": "and puts it into a calendar",
    "workshops:register": "a registration link shows what it is for",
    "workshops:registered": "and thanks for it",
}

# Addresses that are not ours to fill, with the reason.
NOT_ASKED = {
    "account_": "django-allauth's own, tested there; they show one's own account only",
    "mfa_": "django-allauth's own, tested there; they show one's own account only",
}

# Models whose rule no page asks by itself: they are seen through another thing, whose rule was found.
UNREACHED: dict[str, str] = {}
