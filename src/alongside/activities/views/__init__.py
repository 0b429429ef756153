"""Pages of activities: a partner's phone, the console, planning, results and paper."""

from alongside.activities.views.console import admit, do_activity, do_item, do_session, run, type_for
from alongside.activities.views.listing import listing
from alongside.activities.views.phone import answer, my_words, take_back
from alongside.activities.views.planning import choose_kind, edit, kinds, new, remove, use_plan
from alongside.activities.views.results import adopt_ways, paper, printed, result, result_csv, wall
from alongside.activities.views.together import bring_in, compare, guide, pool, pool_csv, share_guide
from alongside.activities.views.words import hide, hide_part, words

__all__ = [
    "admit",
    "adopt_ways",
    "answer",
    "bring_in",
    "choose_kind",
    "compare",
    "do_activity",
    "do_item",
    "do_session",
    "edit",
    "guide",
    "hide",
    "hide_part",
    "kinds",
    "listing",
    "my_words",
    "new",
    "paper",
    "pool",
    "pool_csv",
    "printed",
    "remove",
    "result",
    "result_csv",
    "run",
    "share_guide",
    "take_back",
    "type_for",
    "use_plan",
    "wall",
    "words",
]
