"""Everything that is done to key points and recommendations. Each is checked, atomic, and in the audit chain."""

from alongside.recommendations.actions.asking import (
    back_with,
    decide,
    raise_recommendation,
    record_impact,
    respond,
)
from alongside.recommendations.actions.checking import check_point, hold_up_point, mark_checked
from alongside.recommendations.actions.key_points import add_key_point, read_back, tie_words
from alongside.recommendations.actions.telling import say_meant, see_tellings, tell, tell_room

__all__ = [
    "add_key_point",
    "back_with",
    "check_point",
    "decide",
    "hold_up_point",
    "mark_checked",
    "raise_recommendation",
    "read_back",
    "record_impact",
    "respond",
    "say_meant",
    "see_tellings",
    "tell",
    "tell_room",
    "tie_words",
]
