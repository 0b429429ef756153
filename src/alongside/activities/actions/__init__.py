"""Everything that changes an activity or what stands on the wall. Each is written into the audit chain.

Answers themselves come in through `live.writer.contribute`.
"""

from alongside.activities.actions.adopting import adopt_ways
from alongside.activities.actions.apart import bring_back
from alongside.activities.actions.listing import make_list, next_stage, note_lines, previous_stage, undo_list
from alongside.activities.actions.pictures import capture_picture, erase_pictures, give_picture
from alongside.activities.actions.planning import add_activity, change_activity, remove_activity, use_plan
from alongside.activities.actions.pooling import compare_groups
from alongside.activities.actions.running import (
    close_activity,
    end_break,
    end_workshop,
    go_back,
    go_on_as_chair,
    go_on_to_next,
    go_to,
    keep_notes,
    open_activity,
    pause_activity,
    pause_as_chair,
    pause_step,
    resume_step,
    start_workshop,
    take_break,
)
from alongside.activities.actions.sharing import bring_in_guide, share_guide
from alongside.activities.actions.translating import (
    drop_translation,
    say_in_other_words,
    translate,
    write_easy_read,
)
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
    "bring_back",
    "bring_in_guide",
    "capture_for",
    "capture_picture",
    "change_activity",
    "close_activity",
    "drop_translation",
    "compare_groups",
    "end_break",
    "end_workshop",
    "erase_pictures",
    "give_picture",
    "go_back",
    "go_on_as_chair",
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
    "pause_as_chair",
    "pause_step",
    "previous_stage",
    "remove_activity",
    "resume_step",
    "say_in_other_words",
    "share_guide",
    "show_result",
    "start_workshop",
    "take_back",
    "translate",
    "take_break",
    "undo_list",
    "unhide",
    "unhide_part",
    "use_plan",
    "write_easy_read",
]
