"""Reads of series, rounds, sessions, seats and who came. Each takes the viewer where something could be hidden."""

from alongside.workshops.queries.counting import SeriesCount, count_series
from alongside.workshops.queries.finding import (
    get_invitation_by_token,
    get_item,
    get_pack,
    get_round,
    get_series,
    get_series_by_register_token,
    get_session,
    list_series,
)
from alongside.workshops.queries.planning import (
    OwedThing,
    PartnerLine,
    newest_ways,
    partner_lines,
    plan_of,
    rounds_of,
    things_owed,
    upcoming_sessions,
)
from alongside.workshops.queries.seats import (
    HeldSeat,
    find_seat_id,
    get_my_seat,
    held_seats,
    open_door_session,
    room_names_taken,
    seats_of,
    session_by_code,
    session_by_token,
)

__all__ = [
    "HeldSeat",
    "OwedThing",
    "PartnerLine",
    "SeriesCount",
    "count_series",
    "find_seat_id",
    "get_invitation_by_token",
    "get_item",
    "get_my_seat",
    "get_pack",
    "get_round",
    "get_series",
    "get_series_by_register_token",
    "get_session",
    "held_seats",
    "list_series",
    "newest_ways",
    "open_door_session",
    "partner_lines",
    "plan_of",
    "room_names_taken",
    "rounds_of",
    "seats_of",
    "session_by_code",
    "session_by_token",
    "things_owed",
    "upcoming_sessions",
]
