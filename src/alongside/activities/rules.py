"""What may be done with an activity and with people's words, and why not; who sees which."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.activities.api import Clause
from alongside.activities.board import is_held_back
from alongside.activities.models import (
    Activity,
    ActivityState,
    CameBy,
    Contribution,
    GivenPicture,
    Release,
    Sight,
)
from alongside.activities.registry import kind_for
from alongside.kit.access import Viewer, sees
from alongside.kit.verdict import YES, Verdict, no
from alongside.projects.rules import may_do
from alongside.workshops.models import Round, Seat, Session, SessionState, WaysOfWorking

PLANNED, OPEN = ActivityState.PLANNED, ActivityState.OPEN
PAUSED, CLOSED = ActivityState.PAUSED, ActivityState.CLOSED

TRANSITIONS: dict[tuple[str, str], ActivityState] = {
    (PLANNED, "open"): OPEN,
    (PAUSED, "open"): OPEN,
    (CLOSED, "open"): OPEN,
    (OPEN, "pause"): PAUSED,
    (OPEN, "close"): CLOSED,
    (PAUSED, "close"): CLOSED,
}
"""(state, verb) → the state that follows. What is not here cannot be done."""

MOST_PICTURES = 30
"""So many pictures of one person in one activity: more is a mistake, or mischief."""

READERS = ("lead", "facilitator", "analyst")
"""The roles that read what partners said; payments officers and auditors do not."""


def project_of(session: Session) -> int:
    """The project a session belongs to."""
    return session.round.series.project_id


def reads_words(session: Session, viewer: Viewer) -> bool:
    """Whether a member of the team may read what was said in a session."""
    return viewer.has_role(project_of(session), *READERS)


def reads_account(session: Session, viewer: Viewer) -> bool:
    """Whether somebody may read what an ended workshop did and said: the team that reads words, and partners.

    A partner reads of the room they sat in, of rooms for everybody, and of rooms kept for the group of their own
    room. So a manager never reads of a workers' room, nor a worker of a managers' room.
    """
    if session.state != SessionState.ENDED:
        return False
    if reads_words(session, viewer):
        return True
    own = Seat.objects.filter(pk=viewer.seat_id or 0, admitted_at__isnull=False).select_related(
        "session__round"
    )
    seat = own.first()
    if seat is None or seat.session.round.series_id != session.round.series_id:
        return False
    is_for_own = session.group_id is None or session.group_id == seat.session.group_id
    return seat.session_id == session.pk or is_for_own


def may_run(session: Session, by: Viewer) -> Verdict:
    """Leads and facilitators of the project run its sessions."""
    return may_do("run", project_of(session), by)


def may_plan(session: Session, by: Viewer) -> Verdict:
    """The plan can change until the session has ended."""
    if session.state == SessionState.ENDED:
        return no(_("This workshop has ended. Its run sheet stays as it was."))
    return may_run(session, by)


def may_change(activity: Activity, by: Viewer) -> Verdict:
    """The question and the set-up stand from the first answer on: else answers would mean something else."""
    allowed = may_plan(activity.session, by)
    if not allowed:
        return allowed
    if activity.state != PLANNED:
        return no(_("This activity was opened. Add a new one if the question should change."))
    if activity.contributions.exists():
        return no(
            _("Somebody answered this in a one-to-one talk. Add a new one if the question should change.")
        )
    return YES


def may_move(activity: Activity, verb: str, by: Viewer) -> Verdict:
    """Whether the activity can be opened, paused or closed (`verb`) as it stands."""
    allowed = may_run(activity.session, by)
    if not allowed:
        return allowed
    if (activity.state, verb) not in TRANSITIONS:
        return no(str(_CANNOT[verb]))
    if verb == "open" and activity.session.state != SessionState.RUNNING:
        return no(str(_NOT_RUNNING[activity.session.state]))
    return YES


def may_open(activity: Activity, by: Viewer) -> Verdict:
    """While the session runs: for the first time, after a pause, or again after it was closed."""
    return may_move(activity, "open", by)


def may_pause(activity: Activity, by: Viewer) -> Verdict:
    """Only what is open."""
    return may_move(activity, "pause", by)


def may_close(activity: Activity, by: Viewer) -> Verdict:
    """What is open or paused."""
    return may_move(activity, "close", by)


def may_share_guide(session: Session, by: Viewer) -> Verdict:
    """A session can give its guide to the others of its round until the round is closed."""
    allowed = may_do("plan", project_of(session), by)
    if not allowed:
        return allowed
    if session.round.closed_at:
        return no(_("This round is closed, so its workshops stay as they were."))
    return YES


def may_pool(round: Round, by: Viewer) -> Verdict:
    """Results come together when every workshop of the round has ended, so that no room sways another."""
    allowed = may_do("plan", round.series.project_id, by)
    if not allowed and not by.has_role(round.series.project_id, *READERS):
        return allowed
    if round.sessions.exclude(state=SessionState.ENDED).exists():
        return no(_("Results come together when every workshop of this round has ended."))
    return YES


def may_compare(round: Round, by: Viewer) -> Verdict:
    """Leads and facilitators ask for a table by group; it is written down, for the next one is judged against it."""
    allowed = may_do("plan", round.series.project_id, by)
    return may_pool(round, by) if allowed else allowed


def may_show(activity: Activity, by: Viewer) -> Verdict:
    """Answers go on the wall at any time, but for kinds that hide them until the end."""
    allowed = may_run(activity.session, by)
    if not allowed:
        return allowed
    if activity.state == PLANNED:
        return no(_("Open the activity first."))
    kind = kind_for(activity.kind)
    if kind.hides_early and not kind.stages and activity.state != CLOSED:
        return no(_("Answers stay hidden until you close it, so that no one is swayed."))
    return YES


def may_answer(activity: Activity, slot: int | None = None) -> Verdict:
    """Whether answers of a stage (`slot`, else the present one) come in now.

    Words written for an earlier stage still come in, but for votes. The seat is checked where the answer is kept.
    """
    if activity.state != OPEN:
        return no(str(_NOT_NOW[activity.state]))
    slot = activity.stage if slot is None else slot
    stage = kind_for(activity.kind).stage(slot)
    if slot > activity.stage:
        return no(str(_NOT_NOW[PLANNED]))
    if stage.answer_form is None:
        return no(_("We talk about it now. There is nothing to send in."))
    if slot < activity.stage and (stage.needs_list or stage.hides_early):
        return no(_("The group has moved on from this. You can still tell a facilitator."))
    return YES


def may_change_stage(activity: Activity, by: Viewer, to: int) -> Verdict:
    """Whether the group can go on to another stage of the activity, or back to one."""
    allowed = may_run(activity.session, by)
    if not allowed:
        return allowed
    stages = kind_for(activity.kind).stages
    if activity.state == PLANNED:
        return no(_("Open the activity first."))
    if to >= len(stages):
        return no(_("This is the last stage."))
    if to < 0:
        return no(_("This is the first stage."))
    return YES


def may_arrange(activity: Activity, by: Viewer) -> Verdict:
    """Whether the list made of what people said can be changed: until people answer about it."""
    allowed = may_run(activity.session, by)
    if not allowed:
        return allowed
    kind = kind_for(activity.kind)
    if kind.lines is None:
        return no(_("This kind of activity makes no list."))
    if activity.state == PLANNED:
        return no(_("Open the activity first."))
    if kind.stages and any(stage.needs_list for stage in kind.stages[: activity.stage + 1]):
        return no(_("People answer about this list now. Go back a stage to change it."))
    return YES


def may_give_picture(activity: Activity, given: int) -> Verdict:
    """Whether one more picture of the same person is taken in for an activity, which has `given` of theirs.

    It may be for an earlier stage, from a phone without signal: whether its answer comes in, `may_answer` says then.
    """
    kind = kind_for(activity.kind)
    if not kind.picture_fields:
        return no(_("This activity takes no pictures."))
    if given >= MOST_PICTURES:
        return no(_("You have sent as many pictures as we can keep here. Take one back first."))
    return YES if activity.state == OPEN else no(str(_NOT_NOW[activity.state]))


def may_undo_list(activity: Activity, by: Viewer) -> Verdict:
    """Whether the last change of the list can be undone: while it can be changed, and one was made."""
    allowed = may_arrange(activity, by)
    if allowed and activity.board_before is None:
        return no(_("There is no change to undo."))
    return allowed


def may_note(activity: Activity, by: Viewer) -> Verdict:
    """Whether the team can write beside the lines of the list: at any time once there is one, also afterwards."""
    if not kind_for(activity.kind).notes:
        return no(_("In this kind of activity nothing is written beside the list."))
    if activity.board is None:
        return no(_("Make the list first. Then you can write beside each line."))
    return may_run(activity.session, by)


def may_adopt_ways(
    activity: Activity, clauses: Sequence[Clause], newest: WaysOfWorking | None, by: Viewer
) -> Verdict:
    """Whether what a result says becomes the series' ways of working: once it is closed, and when it says something
    that the newest version does not say already."""
    allowed = may_do("plan", project_of(activity.session), by)
    if not allowed:
        return allowed
    if not clauses:
        return no(_("Make the list first. Then it can become your ways of working."))
    if activity.state != CLOSED:
        return no(_("Close answers first, so that the list is what people said yes to."))
    standing = [(one.is_do, one.text) for one in newest.clauses.all()] if newest else []
    if standing == [(one.is_do, one.text) for one in clauses]:
        return no(_("These are your ways of working now."))
    return YES


def may_capture(activity: Activity, by: Viewer, came_by: str = "") -> Verdict:
    """Typing for somebody is possible once it was opened, also after it closed: paper comes in late.

    A one-to-one talk may come before the workshop too.
    """
    if activity.state == PLANNED and came_by != CameBy.ALONE:
        return no(_("Open the activity first. Then you can type for someone."))
    if kind_for(activity.kind).stage(activity.stage).answer_form is None:
        return no(_("We talk about it now. There is nothing to send in."))
    return may_run(activity.session, by)


def may_translate(contribution: Contribution, by: Viewer) -> Verdict:
    """Whoever runs the workshop may put a translation beside words that are still there, also after it has ended."""
    if contribution.withdrawn_at is not None or contribution.answer is None:
        return no(_("These words were taken back. There is nothing to translate."))
    return may_run(contribution.activity.session, by)


def may_take_back(contribution: Contribution) -> Verdict:
    """At any time, once. That the words are one's own is checked by their mark."""
    if contribution.withdrawn_at is not None:
        return no(_("You took these words back already."))
    return YES


def may_hide(contribution: Contribution, by: Viewer) -> Verdict:
    """A facilitator can take words off the wall; it is written down, and the words stay their author's."""
    if contribution.hidden_at is not None:
        return no(_("These words are off the wall already."))
    return may_run(contribution.activity.session, by)


def may_unhide(contribution: Contribution, by: Viewer) -> Verdict:
    """And put them up again."""
    if contribution.hidden_at is None:
        return no(_("These words are on the wall."))
    return may_run(contribution.activity.session, by)


@sees(Activity)
def sees_activity(viewer: Viewer, activity: Activity) -> bool:
    """Team members who read words, in their own project; and who has a seat in that very session."""
    if reads_words(activity.session, viewer):
        return True
    return viewer.seat_id is not None and activity.session.seats.filter(pk=viewer.seat_id).exists()


@sees(Release)
def sees_release(viewer: Viewer, release: Release) -> bool:
    """The team that reads words, in their own project."""
    return viewer.has_role(release.round.series.project_id, *READERS)


@sees(Contribution)
def sees_contribution(viewer: Viewer, contribution: Contribution) -> bool:
    """The team of the project, without the author; a partner only their own named words, by their seat.

    Own words without a name are found by their mark (`queries.own_words`), which only the phone can make.
    Another room's words are not there for a partner, a manager least of all.
    """
    if contribution.withdrawn_at is not None:
        return False
    if reads_words(contribution.activity.session, viewer):
        return True
    return viewer.seat_id is not None and contribution.seat_id == viewer.seat_id


@sees(GivenPicture)
def sees_picture(viewer: Viewer, picture: GivenPicture) -> bool:
    """The team of the project; others only while it hangs on the wall, and as far as its giver chose.

    A loose one is there for the account that is typing; a partner's own is found by its mark (`queries`). The photo
    of a sheet is for the team only.
    """
    said, session = picture.contribution, picture.activity.session
    if reads_words(session, viewer):
        is_typing = viewer.account_id is not None and picture.captured_by_id == viewer.account_id
        return is_typing if said is None else said.withdrawn_at is None
    if said is None or picture.is_sheet or not _hangs(said, picture.activity):
        return False
    if picture.may_see == Sight.EVERYONE:
        return True
    if viewer.seat_id is None:
        return False
    if session.seats.filter(pk=viewer.seat_id).exists():
        return True
    return picture.may_see == Sight.PROJECT and _sits_in_project(viewer, session)


def _sits_in_project(viewer: Viewer, session: Session) -> bool:
    in_project = Seat.objects.filter(session__round__series__project=project_of(session))
    return viewer.seat_id is not None and in_project.filter(pk=viewer.seat_id).exists()


def _hangs(said: Contribution, activity: Activity) -> bool:
    """Whether an answer is in the picture that the room sees now."""
    stands = said.replaced_at is None and said.withdrawn_at is None and said.hidden_at is None
    kind = kind_for(activity.kind)
    waits = kind.hides_early and not kind.stages and activity.state != CLOSED
    return stands and activity.is_shown and not waits and not is_held_back(activity, said.slot)


_CANNOT: dict[str, Promise] = {
    "open": gettext_lazy("This activity is open already."),
    "pause": gettext_lazy("Only an open activity can be paused."),
    "close": gettext_lazy("This activity is not open."),
}
_NOT_RUNNING: dict[str, Promise] = {
    SessionState.PLANNED: gettext_lazy(
        "Open the door first. Then the workshop runs and activities can start."
    ),
    SessionState.ENDED: gettext_lazy("This workshop has ended."),
}
_NOT_NOW: dict[str, Promise] = {
    PLANNED: gettext_lazy("This has not started yet. Please wait a moment."),
    PAUSED: gettext_lazy("We have paused for a moment. Your words stay here until we go on."),
    CLOSED: gettext_lazy("This is closed now. Thank you. You can still tell the facilitator."),
}
