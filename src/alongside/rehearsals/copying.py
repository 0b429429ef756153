"""The copy of a planned session in a project of its own."""

import secrets

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.activities.models import Activity
from alongside.methods import room_names
from alongside.people.models import Account
from alongside.projects.models import Project, Role, RoleName
from alongside.workshops.models import Seat, Series, Session, WaysOfWorking
from alongside.workshops.queries import newest_ways, room_names_taken
from alongside.workshops.seats import hash_of, new_secret

PLAN = ("title", "minutes", "guide", "asks", "bring", "position", "shows")
ASKED = ("kind", "question", "hint", "setup", "is_anonymous", "is_shown")


def copy_session(session: Session, account: Account) -> Session:
    """The session with its plan, its team and how the series works together. No words, no partners, no codes."""
    project = _project(session.round.series.project)
    series = _series(session.round.series, project)
    round = series.rounds.create(number=session.round.number, name=session.round.name)
    copied = round.sessions.create(
        number=1,
        name=_named(session.name, 120),
        group=session.group,
        mode=session.mode,
        starts_at=timezone.now(),
        minutes=session.minutes,
        is_clock_shown=session.is_clock_shown,
        wall_look=session.wall_look,
    )
    _team(session, copied, project, account)
    _plan(session, copied)
    return copied


def _named(name: str, most: int) -> str:
    return _("Rehearsal: {name}").format(name=name)[:most]


def _project(real: Project) -> Project:
    return Project.objects.create(
        key=f"rehearsal-{secrets.token_hex(8)}",
        name=_named(real.name, 200),
        help_phone=real.help_phone,
        help_email=real.help_email,
        is_rehearsal=True,
    )


def _series(real: Series, project: Project) -> Series:
    series = Series.objects.create(project=project, key=project.key, name=_named(real.name, 200))
    ways = newest_ways(real)
    if ways is not None:
        copied = series.ways.create(version=1, made_on=ways.made_on, made_with=ways.made_with)
        for clause in ways.clauses.all():
            clause.pk, clause.ways = None, copied
            clause.save(force_insert=True)
    return series


def _team(real: Session, copied: Session, project: Project, account: Account) -> None:
    """Those who hold the real one, and whoever began the rehearsal; all as leads, for nobody else is there."""
    holders = [each for each in real.facilitators.select_related("account") if each.account_id]
    for each in holders:
        copied.facilitators.create(account_id=each.account_id, position=each.position)
    for pk in {account.pk, *(each.account_id for each in holders if each.account_id)}:
        Role.objects.create(project=project, account_id=pk, role=RoleName.LEAD)


def _plan(real: Session, copied: Session) -> None:
    activities = {each.item_id: each for each in real.activities.all()}
    for item in real.agenda.order_by("position"):
        step = copied.agenda.create(**{name: getattr(item, name) for name in PLAN})
        asked = activities.get(item.pk)
        if asked is not None:
            facts = {name: getattr(asked, name) for name in ASKED}
            Activity.objects.create(item=step, session=copied, **facts)


def seat_people(session: Session, how_many: int) -> list[str]:
    """Simulated people take seats and agree how we work. Returns the secrets of their seats."""
    given, taken = [], room_names_taken(session)
    ways: WaysOfWorking | None = newest_ways(session.round.series)
    now = timezone.now()
    for _number in range(how_many):
        secret, name = new_secret(), room_names.draw(taken)
        taken.add(name)
        given.append(secret)
        agreed = {"agreed_ways": ways, "agreed_at": now} if ways is not None else {}
        Seat.objects.create(
            session=session,
            token_hash=hash_of(secret),
            room_name=name,
            group=session.group,
            admitted_at=now,
            **agreed,
        )
    return given
