"""What the two who hold a session do beside the run sheet. Turns and the private line leave no trace in the audit."""

from alongside.facilitation.actions.floor import (
    give_chair,
    hand_over,
    hold_up,
    put_away,
    take_chair_back,
)
from alongside.facilitation.actions.parking import let_go_of, park, reopen_parked, settle, take_back_parked
from alongside.facilitation.actions.room import count_turn, forget_room, forget_room_later, whisper

__all__ = [
    "count_turn",
    "forget_room",
    "forget_room_later",
    "give_chair",
    "hand_over",
    "hold_up",
    "let_go_of",
    "park",
    "put_away",
    "reopen_parked",
    "settle",
    "take_back_parked",
    "take_chair_back",
    "whisper",
]
