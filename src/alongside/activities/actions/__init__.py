"""Everything that changes an activity or what stands on the wall. Each is written into the audit chain.

Answers themselves come in through `live.writer.contribute`.
"""

from alongside.activities.actions.adopting import adopt_ways
from alongside.activities.actions.listing import make_list, next_stage, note_lines, previous_stage
from alongside.activities.actions.planning import add_activity, change_activity, remove_activity, use_plan
from alongside.activities.actions.pooling import compare_groups
from alongside.activities.actions.running import (
    close_activity,
    end_workshop,
    go_back,
    go_on_to_next,
    go_to,
    keep_notes,
    open_activity,
    pause_activity,
    pause_step,
    resume_step,
    start_workshop,
)
from alongside.activities.actions.sharing import bring_in_guide, share_guide
from alongside.activities.actions.wall import (
    hide_part,
    hide_result,
    hide_words,
    show_result,
    unhide,
    unhide_part,
)
from alongside.activities.actions.words import answer, capture_for, take_back

__all__ = [
    "adopt_ways",
    "add_activity",
    "answer",
    "bring_in_guide",
    "capture_for",
    "change_activity",
    "close_activity",
    "compare_groups",
    "end_workshop",
    "go_back",
    "go_on_to_next",
    "go_to",
    "hide_part",
    "hide_result",
    "hide_words",
    "keep_notes",
    "make_list",
    "next_stage",
    "note_lines",
    "open_activity",
    "pause_activity",
    "pause_step",
    "previous_stage",
    "remove_activity",
    "resume_step",
    "share_guide",
    "show_result",
    "start_workshop",
    "take_back",
    "unhide",
    "unhide_part",
    "use_plan",
]
