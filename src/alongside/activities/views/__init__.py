"""Pages of activities: a partner's phone, the console, planning, results and paper."""

from alongside.activities.views.accounts import account, account_md, my_account, my_accounts
from alongside.activities.views.apart import do_groups, group_wall, groups, move_to_group
from alongside.activities.views.chair import chair
from alongside.activities.views.console import admit, do_activity, do_item, do_session, run, type_for
from alongside.activities.views.listing import listing
from alongside.activities.views.one_to_one import one_to_one, one_to_one_step
from alongside.activities.views.phone import answer, my_words, take_back
from alongside.activities.views.pictures import picture
from alongside.activities.views.planning import choose_kind, edit, kinds, new, remove, use_plan
from alongside.activities.views.results import adopt_ways, printed, result, result_csv, rows, wall
from alongside.activities.views.sheets import paper, papers, typing_in
from alongside.activities.views.together import bring_in, compare, guide, pool, pool_csv, share_guide
from alongside.activities.views.translating import other_words, translate
from alongside.activities.views.words import hide, hide_part, words

__all__ = [
    "account",
    "account_md",
    "admit",
    "adopt_ways",
    "answer",
    "bring_in",
    "chair",
    "choose_kind",
    "compare",
    "do_activity",
    "do_groups",
    "do_item",
    "do_session",
    "edit",
    "group_wall",
    "groups",
    "guide",
    "hide",
    "hide_part",
    "kinds",
    "listing",
    "move_to_group",
    "my_account",
    "my_accounts",
    "my_words",
    "new",
    "one_to_one",
    "one_to_one_step",
    "other_words",
    "paper",
    "papers",
    "picture",
    "pool",
    "pool_csv",
    "printed",
    "remove",
    "result",
    "result_csv",
    "rows",
    "run",
    "share_guide",
    "take_back",
    "translate",
    "type_for",
    "typing_in",
    "use_plan",
    "wall",
    "words",
]
