"""Reads for planning: rounds with their sessions, one session's plan, who was asked, and what is owed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.kit.access import Viewer
from alongside.kit.db.written import Written
from alongside.projects.models import Partner
from alongside.workshops import rules
from alongside.workshops.events import StepNote, step_notes
from alongside.workshops.models import (
    AgendaItem,
    Agreement,
    Answer,
    Attendance,
    Invitation,
    Pack,
    Registration,
    Round,
    Series,
    Session,
    SessionFacilitator,
    SessionState,
    WaysClause,
    WaysOfWorking,
)

# What a list of workshops says of each: the guide, the notes and the codes of the door stay where they are.
_SHORT = (
    *("name", "starts_at", "state", "is_door_open", "round__name", "group__name"),
    *("round__series__name", "round__series__project"),
)


@dataclass(frozen=True)
class OwedThing:
    """Something that is owed before a workshop, with the page where it is done."""

    icon: str
    first: str
    rest: str
    href: str
    button: str


@dataclass(frozen=True)
class Plan:
    """One session's plan as its page shows it."""

    session: Session
    facilitators: list[Any]
    agenda: list[AgendaItem]
    packs: list[Pack]
    ways: WaysOfWorking | None
    invited: int
    said_yes: int
    said_no: int
    agreed: int
    seats: int
    came: int

    @property
    def minutes(self) -> int:
        """Minutes of the agenda in all."""
        return sum(item.minutes for item in self.agenda)

    @property
    def left(self) -> int:
        """Minutes still free; below none when the agenda is too long."""
        return self.session.minutes - self.minutes

    @property
    def waiting(self) -> int:
        """Asked, no answer yet."""
        return self.invited - self.said_yes - self.said_no


@dataclass(frozen=True)
class TimedStep:
    """A step of the agenda with the minute and the clock time at which it is planned to begin."""

    item: AgendaItem
    minute: int
    clock: str
    note: StepNote | None = None

    @property
    def questions(self) -> list[str]:
        """The questions to ask."""
        return [line for line in self.item.asks.splitlines() if line.strip()]


@dataclass(frozen=True)
class PartnerLine:
    """A partner of the project beside one session: registered, invited, agreed, came."""

    partner: Partner
    invitation: Invitation | None
    has_agreed: bool
    has_come: bool
    visits_before: int


def newest_ways(series: Series) -> WaysOfWorking | None:
    """The newest version of how a series works together, with its clauses."""
    clauses = WaysClause.objects.order_by("position")
    return series.ways.order_by("-version").prefetch_related(Prefetch("clauses", clauses)).first()


def ways_versions(series: Series) -> list[WaysOfWorking]:
    """All versions of how a series works together, newest first."""
    return list(series.ways.prefetch_related("clauses"))


def ways_as_text(ways: WaysOfWorking | None) -> dict[str, str]:
    """A version as the lines its form shows."""
    clauses = list(ways.clauses.all()) if ways else []
    return {
        "dos": "\n".join(clause.text for clause in clauses if clause.is_do),
        "donts": "\n".join(clause.text for clause in clauses if not clause.is_do),
    }


def sessions_of(round: Round) -> list[Session]:
    """The sessions of a round with facilitators and counts."""
    return list(_counted_sessions().filter(round=round))


def packs_of(round: Round) -> list[Pack]:
    """What is read before a round or one of its sessions."""
    return _PACKS(round.pk)


_PACKS: Written[Pack] = Written(lambda round: Pack.objects.filter(round=round).select_related("session"))


def facilitators_of(session: Session) -> list[SessionFacilitator]:
    """The facilitators, in order."""
    return list(session.facilitators.select_related("account").order_by("position"))


def facilitator_accounts(session: Session) -> list[int]:
    """The account numbers of the facilitators, in order."""
    return [pk for pk in session.facilitators.order_by("position").values_list("account_id", flat=True) if pk]


def timed_steps(session: Session, agenda: Iterable[AgendaItem] | None = None) -> list[TimedStep]:
    """The agenda with the clock time each step is planned to begin; `agenda` where it was read already."""
    steps, minutes, notes = [], 0, step_notes(session)
    for item in session.agenda.order_by("position") if agenda is None else agenda:
        begins = (
            timezone.localtime(session.starts_at) + timedelta(minutes=minutes) if session.starts_at else None
        )
        steps.append(TimedStep(item, minutes, rules.clock(begins) if begins else "", notes.get(item.pk)))
        minutes += item.minutes
    return steps


def rounds_of(series: Series) -> list[Round]:
    """The rounds with their sessions, each session with its facilitators and counts."""
    rounds = series.rounds.prefetch_related(Prefetch("sessions", _counted_sessions()))
    return list(rounds.annotate(agreed=Count("agreements", distinct=True)))


def _counted_sessions() -> QuerySet[Session]:
    came = Count("attendances", distinct=True)
    said_yes = Count("invitations", filter=Q(invitations__answer=Answer.YES), distinct=True)
    sessions = Session.objects.select_related("group").prefetch_related(_with_account())
    return sessions.annotate(came=came, said_yes=said_yes, asked=Count("invitations", distinct=True))


def _with_account() -> Prefetch:
    """The facilitators of sessions with their accounts, in one query."""
    people = SessionFacilitator.objects.select_related("account").order_by("position")
    return Prefetch("facilitators", people)


def plan_of(session: Session) -> Plan:
    """Everything the plan page of a session shows, in a fixed number of queries."""
    answers = dict(session.invitations.order_by().values_list("answer").annotate(n=Count("pk")))
    return Plan(
        session=session,
        facilitators=facilitators_of(session),
        agenda=list(session.agenda.order_by("position")),
        packs=list(
            Pack.objects.filter(round=session.round).filter(Q(session=session) | Q(session__isnull=True))
        ),
        ways=newest_ways(session.round.series),
        invited=sum(answers.values()),
        said_yes=answers.get(Answer.YES, 0),
        said_no=answers.get(Answer.NO, 0),
        agreed=session.round.agreements.count(),
        seats=session.seats.count(),
        came=session.attendances.count(),
    )


def partner_lines(session: Session) -> list[PartnerLine]:
    """Every registered partner of the series, with what they said and did about this session."""
    series, partners = session.round.series, _registered(session)
    invitations = {each.partner_id: each for each in session.invitations.all()}
    agreed = set(Agreement.objects.filter(round=session.round).values_list("partner_id", flat=True))
    came = set(session.attendances.values_list("partner_id", flat=True))
    earlier = Attendance.objects.filter(
        session__round__series=series, session__round__number__lt=session.round.number
    )
    before = dict(earlier.order_by().values_list("partner_id").annotate(n=Count("pk")))
    return [
        PartnerLine(
            each, invitations.get(each.pk), each.pk in agreed, each.pk in came, before.get(each.pk, 0)
        )
        for each in partners
    ]


def _registered(session: Session) -> list[Partner]:
    ids = Registration.objects.filter(series=session.round.series).values("partner_id")
    partners = Partner.objects.filter(pk__in=ids).select_related("group", "project")
    return list(partners.filter(group=session.group) if session.group_id else partners)


def upcoming_sessions(viewer: Viewer, days: int = 60, series: Series | None = None) -> list[Session]:
    """Sessions that run now or come next in the viewer's projects, or in one series, soonest first."""
    now = timezone.now()
    soon = Q(starts_at__gte=now - timedelta(hours=6), starts_at__lte=now + timedelta(days=days))
    sessions = Session.objects.select_related("round__series", "group").only(*_SHORT)
    mine = sessions.filter(round__series__project_id__in=list(viewer.roles)).exclude(state=SessionState.ENDED)
    mine = mine if series is None else mine.filter(round__series=series)
    wanted = mine.filter(soon | Q(state=SessionState.RUNNING) | Q(is_door_open=True))
    asked = Exists(Invitation.objects.filter(session=OuterRef("pk")))
    agreed = Exists(Agreement.objects.filter(round=OuterRef("round")))
    named = Count("facilitators")
    return list(wanted.annotate(named=named, is_asked=asked, is_agreed=agreed).order_by("starts_at"))


def things_owed(sessions: Iterable[Session]) -> list[OwedThing]:
    """What is missing before these sessions (of upcoming_sessions), soonest first."""
    return [owed for session in sessions for owed in _owed_before(session)]


def _owed_before(session: Session) -> list[OwedThing]:
    plan = reverse("workshops:plan", args=[session.pk])
    owed = []
    missing = rules.FACILITATORS - session.named  # type: ignore[attr-defined]  # annotated by upcoming_sessions
    if missing > 0:
        first = ngettext("{n} facilitator is missing", "{n} facilitators are missing", missing).format(
            n=missing
        )
        owed.append(
            OwedThing("people", first, _("for “{name}”").format(name=session.name), plan, _("Name them"))
        )
    is_open = session.is_door_open or session.state == SessionState.RUNNING
    if not is_open and not session.is_asked and not session.is_agreed:  # type: ignore[attr-defined]  # annotated by upcoming_sessions
        owed.append(
            OwedThing(
                "letter",
                _("Nobody is invited yet"),
                _("to “{name}”").format(name=session.name),
                plan,
                _("Invite"),
            )
        )
    return owed
