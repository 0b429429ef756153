"""What may be done with series, rounds, sessions and seats, and who sees them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from alongside.kit.access import Viewer, sees
from alongside.kit.db.written import Written
from alongside.kit.verdict import YES, Verdict, no
from alongside.projects.models import Partner
from alongside.projects.rules import may_do, sees_of
from alongside.workshops import models as m
from alongside.workshops.events import close_checks

FACILITATORS = 2
DOOR_BEFORE = timedelta(minutes=10)
NOON, EVENING = 12, 17

PLANNED, RUNNING, ENDED = m.SessionState.PLANNED, m.SessionState.RUNNING, m.SessionState.ENDED

# (state now, what is done) → state after. What is not here is refused.
SESSION_MOVES: Mapping[tuple[str, str], str] = {
    (PLANNED, "start"): RUNNING,
    (RUNNING, "end"): ENDED,
    (ENDED, "go on"): RUNNING,
}
_NO_MOVE = {
    "start": gettext_lazy("This workshop has already started."),
    "end": gettext_lazy("This workshop is not running."),
    "go on": gettext_lazy("Only a workshop that ended can go on."),
}


def may_plan(project_id: int, by: Viewer) -> Verdict:
    """Leads and facilitators plan."""
    return may_do("plan", project_id, by)


def may_change_session(session: m.Session, by: Viewer) -> Verdict:
    """A plan can change until the round is closed."""
    allowed = may_plan(session.round.series.project_id, by)
    if allowed and session.round.closed_at:
        return no(_("This round is closed, so its workshops stay as they were."))
    return allowed


def may_open_with_news(session: m.Session, by: Viewer) -> Verdict:
    """From the second round on, once, before the workshop has ended."""
    allowed = may_change_session(session, by)
    if not allowed:
        return allowed
    if session.state == ENDED:
        return no(_("This workshop has ended. Its run sheet stays as it was."))
    if not m.Round.objects.filter(series=session.round.series_id, number__lt=session.round.number).exists():
        return no(_("This is the first round. There is nothing to tell back yet."))
    if session.agenda.filter(shows=m.Shows.OPENING).exists():
        return no(_("It is on the agenda already."))
    return YES


def may_invite(session: m.Session, partners: Iterable[Partner], by: Viewer) -> Verdict:
    """Partners of this project; and of the right group, where a workshop is kept to one."""
    allowed = may_change_session(session, by)
    if not allowed:
        return allowed
    for partner in partners:
        if partner.project_id != session.round.series.project_id:
            return no(_("{code} is a partner of another project.").format(code=partner.code))
        if session.group_id and partner.group_id != session.group_id:
            sentence = _(
                "This workshop is only for {group}, so that they can speak freely. {code} is not one of them."
            )
            return no(sentence.format(group=session.group.name.lower(), code=partner.code))  # type: ignore[union-attr]
    return YES


def may_move(session: m.Session, move: str, by: Viewer) -> Verdict:
    """Whether a session may start, end or go on, by the table SESSION_MOVES."""
    allowed = may_do("run", session.round.series.project_id, by)
    if not allowed:
        return allowed
    if (session.state, move) not in SESSION_MOVES:
        return no(str(_NO_MOVE[move]))
    if session.round.closed_at:
        return no(_("This round is closed."))
    if move == "start" and not has_two_facilitators(session):
        return no(_two_needed())
    return YES


def may_run(session: m.Session, by: Viewer) -> Verdict:
    """Whether the run sheet may be worked: only while the session runs."""
    allowed = may_do("run", session.round.series.project_id, by)
    if allowed and session.state != RUNNING:
        return no(_("Start the workshop first."))
    return allowed


def may_split(session: m.Session, by: Viewer) -> Verdict:
    """While the workshop runs and everybody is together."""
    allowed = may_run(session, by)
    if allowed and session.is_apart:
        return no(_("People are in their groups. Bring everybody back first."))
    return allowed


def may_go_apart(session: m.Session, by: Viewer) -> Verdict:
    """When groups are made."""
    allowed = may_split(session, by)
    if allowed and session.break_outs.count() < 2:
        return no(_("Make two groups at least. Then people can go apart."))
    return allowed


def may_come_together(session: m.Session, by: Viewer) -> Verdict:
    """When people are apart."""
    allowed = may_do("run", session.round.series.project_id, by)
    if allowed and not session.is_apart:
        return no(_("Everybody is together already."))
    return allowed


def may_choose_group(seat: m.Seat) -> Verdict:
    """A partner picks a group where the facilitators left it to them."""
    if seat.session.split != m.Split.CHOICE:
        return no(_("The facilitators make the groups this time. You can ask them for another one."))
    return may_take_part(seat)


def has_two_facilitators(session: m.Session) -> bool:
    """Two people guide each workshop: one leads, one guards against missed points."""
    return session.facilitators.count() >= FACILITATORS


def _two_needed() -> str:
    return _(
        "A workshop needs two facilitators. One leads, one makes sure no point is missed. Name both first."
    )


def may_open_door(session: m.Session, by: Viewer) -> Verdict:
    """The door opens when two facilitators and ways of working stand, and the workshop has not ended."""
    allowed = may_do("run", session.round.series.project_id, by)
    if not allowed:
        return allowed
    if session.is_door_open:
        return no(_("The door is open already."))
    if session.state == ENDED or session.round.closed_at:
        return no(_("This workshop has ended. Its door stays shut."))
    if not has_two_facilitators(session):
        return no(_two_needed())
    if not session.round.series.ways.exists():
        return no(
            _("Write down how you work together first, so that people can agree to it as they come in.")
        )
    return YES


def may_join(session: m.Session) -> Verdict:
    """Whether somebody with the link or the code may come in now."""
    if session.state == ENDED:
        return no(_("This workshop has ended. Thank you to all who came."))
    if not session.is_door_open:
        return no(door_sentence(session))
    return YES


def door_sentence(session: m.Session) -> str:
    """When the door opens, in words."""
    if session.starts_at is None or session.starts_at < timezone.now():
        return _("The door is shut. A facilitator opens it.")
    opens = timezone.localtime(session.starts_at - DOOR_BEFORE)
    if opens < timezone.now():
        return _("The door opens in a moment. A facilitator opens it.")
    if opens.date() == timezone.localdate():
        return _("The door opens at {time}.").format(time=clock(opens))
    return _("The door opens on {day} at {time}.").format(day=day_words(opens), time=clock(opens))


def clock(moment: Any) -> str:
    """A time as people say it: 6pm, 6.30pm."""
    hour = moment.strftime("%I").lstrip("0")
    minute = "" if moment.minute == 0 else f".{moment:%M}"
    if moment.hour < NOON:
        said = _("{time}am")
    elif moment.hour < EVENING:
        said = pgettext("afternoon", "{time}pm")
    else:
        said = pgettext("evening", "{time}pm")
    return said.format(time=f"{hour}{minute}")


def day_words(moment: Any) -> str:
    """A day as people say it: Tuesday 15 September."""
    return date_format(moment, "l j F")


def when_words(session: m.Session) -> str:
    """When a session is, as people say it: Tuesday 15 September, 6.30pm to 8pm."""
    if session.starts_at is None:
        return _("The day is not fixed yet")
    start = timezone.localtime(session.starts_at)
    end = start + timedelta(minutes=session.minutes)
    return _("{day}, {start} to {end}").format(day=day_words(start), start=clock(start), end=clock(end))


def may_take_part(seat: m.Seat) -> Verdict:
    """Whether a seat may answer now: let in, agreed to how we work, not left, and the workshop has not ended."""
    if seat.admitted_at is None:
        return no(_("A facilitator is letting people in. Please wait a moment."))
    if seat.left_at is not None:
        return no(_("You left this workshop. Come back in to take part."))
    if seat.session.state == ENDED:
        return no(_("This workshop has ended. Thank you."))
    newest = _WAYS.first(seat.session.round.series_id)
    if newest is not None and seat.agreed_ways_id != newest:
        return no(_("Please look at how we work together first."))
    return YES


_WAYS: Written[int] = Written(
    lambda series: (
        m.WaysOfWorking.objects.filter(series=series).order_by("-version").values_list("pk", flat=True)
    )
)


def may_close_round(round: m.Round, by: Viewer, owed: Sequence[str] | None = None) -> Verdict:
    """A round closes when its workshops have ended and nothing asked for in it is without an answer.

    `owed` is what `what_is_owed` said, where it was asked a moment ago.
    """
    allowed = may_do("close_round", round.series.project_id, by)
    if not allowed:
        return allowed
    owed = what_is_owed(round) if owed is None else owed
    return no(" ".join([_("This round cannot be closed yet."), *owed])) if owed else YES


def what_is_owed(round: m.Round, sessions: Iterable[m.Session] | None = None) -> list[str]:
    """Every reason why the round cannot close yet, ours first, then those of the capabilities above.

    `sessions` are the workshops of the round, where they were read already.
    """
    if round.closed_at:
        return [_("This round is closed already.")]
    found = round.sessions.only("state") if sessions is None else sessions
    states = [each.state for each in found]
    open_ones = sum(state != ENDED for state in states)
    owed = [_("This round has no workshops yet.")] if not states else []
    if open_ones:
        owed.append(
            ngettext(
                "{n} workshop has not ended yet.", "{n} workshops have not ended yet.", open_ones
            ).format(n=open_ones)
        )
    return owed + [verdict.because for check in close_checks() for verdict in check(round) if not verdict]


def may_answer_invitation(invitation: m.Invitation) -> Verdict:
    """An invitation can be answered, and answered again, until its workshop has ended."""
    if invitation.session.state == ENDED:
        return no(_("This workshop is over. Thank you for thinking about it."))
    return YES


# ---- Who sees what ----


def _sits_in(viewer: Viewer, **where: Any) -> bool:
    return viewer.seat_id is not None and m.Seat.objects.filter(pk=viewer.seat_id, **where).exists()


@sees(m.Series)
def sees_series(viewer: Viewer, series: m.Series) -> bool:
    """Everybody on the team, and whoever has a seat in one of its sessions."""
    return sees_of("project", series.project_id, viewer) or _sits_in(viewer, session__round__series=series)


@sees(m.Round)
def sees_round(viewer: Viewer, round: m.Round) -> bool:
    """As the series."""
    return sees_of("project", round.series.project_id, viewer) or _sits_in(viewer, session__round=round)


@sees(m.Session)
def sees_session(viewer: Viewer, session: m.Session) -> bool:
    """Those who plan and those who pay; of partners only who sits in this very session."""
    return sees_of("attendance", session.round.series.project_id, viewer) or _sits_in(viewer, session=session)


@sees(m.Deviation, m.BreakOut)
def sees_how_it_ran(viewer: Viewer, thing: m.Deviation | m.BreakOut) -> bool:
    """Where a session went another way, and its break-out groups: those who plan."""
    return sees_of("plans", thing.session.round.series.project_id, viewer)


@sees(m.AgendaItem, m.SessionFacilitator)
def sees_plan(viewer: Viewer, thing: m.AgendaItem | m.SessionFacilitator) -> bool:
    """The plan of a session: those who plan, and who sits in it."""
    project_id = thing.session.round.series.project_id
    return sees_of("plans", project_id, viewer) or _sits_in(viewer, session=thing.session_id)


@sees(m.Pack)
def sees_pack(viewer: Viewer, pack: m.Pack) -> bool:
    """Those who plan, and who sits in the session or, for a pack of the whole round, in the round."""
    if sees_of("plans", pack.round.series.project_id, viewer):
        return True
    where = {"session": pack.session_id} if pack.session_id else {"session__round": pack.round_id}
    return _sits_in(viewer, **where)


@sees(m.WaysOfWorking, m.WaysClause)
def sees_ways(viewer: Viewer, thing: m.WaysOfWorking | m.WaysClause) -> bool:
    """How we work together: the team, and every partner of the series."""
    ways = thing if isinstance(thing, m.WaysOfWorking) else thing.ways
    return sees_of("project", ways.series.project_id, viewer) or _sits_in(
        viewer, session__round__series=ways.series
    )


@sees(m.Registration, m.Invitation, m.Agreement)
def sees_wishes(viewer: Viewer, thing: m.Registration | m.Invitation | m.Agreement) -> bool:
    """Who registered, was invited and agreed: those who invite."""
    return sees_of("rooms", thing.partner.project_id, viewer)


@sees(m.Attendance)
def sees_attendance(viewer: Viewer, attendance: m.Attendance) -> bool:
    """Who came, by code: those who plan and those who pay."""
    return sees_of("attendance", attendance.partner.project_id, viewer)


@sees(m.Evaluation)
def sees_evaluation(viewer: Viewer, evaluation: m.Evaluation) -> bool:
    """How many answered: everybody on the team."""
    return sees_of("project", evaluation.series.project_id, viewer)


@sees(m.Seat)
def sees_seat(viewer: Viewer, seat: m.Seat) -> bool:
    """Your own, and for those who run the room all of its seats."""
    return viewer.seat_id == seat.pk or sees_of("rooms", seat.session.round.series.project_id, viewer)
