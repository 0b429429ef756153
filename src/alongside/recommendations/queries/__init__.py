"""Reads of key points, recommendations, what became of them, and of one's own words."""

from alongside.recommendations.queries.asks import Ask, asks_of, everything, get_ask, place_of, with_news
from alongside.recommendations.queries.checking import (
    KEY_POINT_CARD,
    Checked,
    checked_of,
    get_point_to_check,
    own_check,
)
from alongside.recommendations.queries.curtain import Curtain, curtain_of, draw
from alongside.recommendations.queries.key_points import (
    Point,
    free_key_points,
    get_key_point,
    key_points_of,
    open_rounds,
    words_in,
)
from alongside.recommendations.queries.listing import (
    InRound,
    Overview,
    asks_behind,
    changes_behind,
    next_number,
    overview,
    overview_of,
)
from alongside.recommendations.queries.owed import Owed, owed, owed_in
from alongside.recommendations.queries.own import (
    Story,
    get_story,
    heard_of,
    letter_token,
    stories,
    stories_of,
    story_of_letter,
)
from alongside.recommendations.queries.telling import TellPlan, tell_plan
from alongside.recommendations.queries.words import Followed, follow

__all__ = [
    "KEY_POINT_CARD",
    "Checked",
    "checked_of",
    "get_point_to_check",
    "own_check",
    "Ask",
    "Curtain",
    "Followed",
    "InRound",
    "Overview",
    "Owed",
    "Point",
    "Story",
    "TellPlan",
    "asks_behind",
    "asks_of",
    "changes_behind",
    "curtain_of",
    "draw",
    "everything",
    "follow",
    "free_key_points",
    "get_ask",
    "get_key_point",
    "get_story",
    "heard_of",
    "key_points_of",
    "letter_token",
    "next_number",
    "open_rounds",
    "overview",
    "overview_of",
    "owed",
    "owed_in",
    "place_of",
    "stories",
    "stories_of",
    "story_of_letter",
    "tell_plan",
    "with_news",
    "words_in",
]
