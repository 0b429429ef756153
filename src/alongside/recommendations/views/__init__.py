"""Pages of key points, recommendations and the thread; and of a partner's own words."""

from alongside.recommendations.views.asking import (
    decide,
    detail,
    impact,
    listing,
    listing_paper,
    new,
    preview,
    respond,
    tell,
    tell_room,
)
from alongside.recommendations.views.checking import checked, hold_up, is_it_right
from alongside.recommendations.views.key_points import add_key_point, key_points, read_back, tie_words
from alongside.recommendations.views.own import because, because_one, because_words, told
from alongside.recommendations.views.threads import thread_contribution, thread_recommendation, thread_version

__all__ = [
    "checked",
    "hold_up",
    "is_it_right",
    "add_key_point",
    "because",
    "because_one",
    "because_words",
    "decide",
    "detail",
    "impact",
    "key_points",
    "listing",
    "listing_paper",
    "new",
    "preview",
    "read_back",
    "respond",
    "tell",
    "tell_room",
    "thread_contribution",
    "thread_recommendation",
    "thread_version",
    "tie_words",
    "told",
]
