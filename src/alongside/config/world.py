"""`alongside seed-world`: a made-up world with every role in it, and a telltale word in every closed room.

Two projects, A and B, are built alike. In each, workers and managers meet apart. Every text belongs to a *circle*
of those who may read it and carries the circle's telltale word; whoever meets a word of a circle they do not
belong to has found a leak. The guards' matrix asks every address as every role and looks for these words.
"""

import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from alongside.activities.api import ActivityKind
from alongside.activities.kept import pack
from alongside.activities.live.who import wall_token
from alongside.activities.models import Activity, ActivityState, Contribution, GivenPicture
from alongside.activities.registry import all_kinds
from alongside.facilitation.models import Aside, Parked
from alongside.kit.words import seal_bytes
from alongside.people.models import Account, Group, Organisation, Person, Shape
from alongside.projects.models import Partner, Project, Role, Technique
from alongside.projects.pseudonyms import pseudonym_of
from alongside.recommendations.models import Decision, Impact, KeyPoint, Recommendation, Response, Telling
from alongside.resources.models import Resource, Topic, Version
from alongside.safeguarding.models import Concern
from alongside.workshops import models as workshops
from alongside.workshops.seats import hash_of, mark_for, new_secret

NOW = datetime(2026, 11, 3, 18, 30, tzinfo=UTC)
TODAY = date(2026, 11, 3)
ROLES = ("lead", "facilitator", "analyst", "payments", "auditor", "safeguarding")
ROOMS = ("workers", "managers")
CIRCLES = ("open", "team", "plans", "people", "names", "workers", "managers", "mail", "two", "safe")


@dataclass
class Side:
    """One of the two projects: its things by name, and how each of its roles gets in."""

    letter: str
    ids: dict[str, Any] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)

    def canary(self, circle: str) -> str:
        """The telltale word of one circle: letters alone, so that no page cuts it up."""
        return f"zq{self.letter}{circle}qz"

    def text(self, circle: str, words: str = "") -> str:
        """A text that belongs to a circle."""
        return f"{words} {self.canary(circle)}".strip()


@dataclass
class World:
    """Both sides, and the groups they share."""

    a: Side
    b: Side

    @property
    def canaries(self) -> dict[str, str]:
        """Telltale word by circle, such as “a.workers”."""
        return {
            f"{side.letter}.{circle}": side.canary(circle) for side in (self.a, self.b) for circle in CIRCLES
        }


@transaction.atomic
def build() -> World:
    """Make the world in an empty store."""
    groups = {
        name: Group.objects.create(
            key=f"world-{name}", name=f"{name} of the world", one=name, shape=Shape(name)
        )
        for name in ROOMS
    }
    return World(*(_side(Side(letter), groups) for letter in "ab"))


def _side(side: Side, groups: dict[str, Group]) -> Side:
    """One project with all that belongs to it."""
    project = Project.objects.create(
        key=f"world-{side.letter}",
        name=side.text("open", "Project"),
        summary=side.text("open"),
        organisation=Organisation.objects.create(
            key=f"world-org-{side.letter}", name=side.text("people", "Agency")
        ),
        ethics=side.text("team"),
    )
    Technique.objects.create(project=project, principle="power", position=1, text=side.text("open"))
    side.ids["project"] = project.pk
    _team(side, project)
    series, round = _series(side, project)
    for number, name in enumerate(ROOMS, 1):
        _room(side, round, groups[name], name, number)
    _outcome(side, series, round)
    return side


def _team(side: Side, project: Project) -> None:
    """One account for each role."""
    for role in ROLES:
        account = Account.objects.create_user(
            f"{role}.{side.letter}@example.org", shown_as=f"{role} {side.letter}"
        )
        side.ids["role"] = Role.objects.create(project=project, account=account, role=role).pk
        side.accounts[role] = account.pk


def _series(side: Side, project: Project) -> tuple[workshops.Series, workshops.Round]:
    """A series with one round, ways of working and a pack."""
    series = workshops.Series.objects.create(
        project=project,
        key=f"world-{side.letter}",
        name=side.text("open", "Series"),
        purpose=side.text("open"),
    )
    ways = workshops.WaysOfWorking.objects.create(series=series, version=1, made_on=TODAY)
    workshops.WaysClause.objects.create(ways=ways, position=1, text=side.text("open", "We listen"))
    workshops.Evaluation.objects.create(series=series, name=side.text("team"), asked=9, answered=3)
    round = workshops.Round.objects.create(series=series, number=1, name="Round 1", purpose=side.text("open"))
    pack = workshops.Pack.objects.create(round=round, title="Read this", text=side.text("open"))
    side.ids |= {"series": series.pk, "round": round.pk, "ways": ways.pk, "pack": pack.pk}
    side.ids["register"] = series.register_token
    return series, round


def _room(side: Side, round: workshops.Round, group: Group, name: str, number: int) -> None:
    """One session with its plan, two seats, and the words said in it."""
    session = workshops.Session.objects.create(
        round=round,
        number=number,
        name=f"Session {number}",
        group=group,
        starts_at=NOW,
        state=workshops.SessionState.RUNNING,
        started_at=NOW,
        is_door_open=True,
        join_code=f"WRLD{side.letter.upper()}{number}XY"[:8],
        link_token=new_secret(),
        notes=side.text("plans"),
    )
    for position, role in enumerate(("lead", "facilitator"), 1):
        session.facilitators.create(account_id=side.accounts[role], position=position)
    side.ids |= {f"session.{name}": session.pk, f"door.{name}": session.link_token}
    _desk(side, session, name)
    partner = _partner(side, round, session, group, name)
    secret = _seat(side, session, group, partner, name)
    for position, kind in enumerate(all_kinds(), 1):
        _words(side, session, kind, position, name, secret)
    deviation = session.deviations.create(
        what="added", step=side.text("plans"), detail=side.text("plans"), made_at=NOW
    )
    side.ids["deviation"] = deviation.pk
    session.break_outs.create(number=1, name="Oak")
    side.ids[f"group_wall.{name}"] = wall_token(session.pk, 1)


def _desk(side: Side, session: workshops.Session, name: str) -> None:
    """What the two keep beside the run sheet, and a private note about somebody's safety."""
    Aside.objects.create(
        session=session, written_by_id=side.accounts["lead"], text=side.text("two", "Tired"), written_at=NOW
    )
    parked = Parked.objects.create(session=session, text=side.text("two", "Later"), parked_at=NOW)
    concern = Concern.objects.create(
        project_id=side.ids["project"],
        session=session,
        what=side.text("safe", "Heard"),
        heard_by_id=side.accounts["facilitator"],
        heard_at=NOW,
        is_danger_now=False,
        is_told=True,
    )
    side.ids |= {f"parked.{name}": parked.pk, f"concern.{name}": concern.pk}


def _partner(
    side: Side, round: workshops.Round, session: workshops.Session, group: Group, name: str
) -> Partner:
    """A person whose name only those who must reach them see, as this project's partner."""
    person = Person.objects.create(
        name=side.text("names", "Person"), email=f"{side.canary('names')}@example.org"
    )
    partner = Partner.objects.create(
        project=round.series.project,
        code=f"{name[0].upper()}{side.letter}1",
        pseudonym=pseudonym_of(round.series.project_id, person.pk),
        group=group,
        region=side.text("people"),
    )
    workshops.Registration.objects.create(series=round.series, partner=partner, channel=side.text("people"))
    workshops.Agreement.objects.create(round=round, partner=partner)
    workshops.Attendance.objects.create(session=session, partner=partner)
    token = new_secret()
    invitation = workshops.Invitation.objects.create(
        session=session, partner=partner, token_hash=hash_of(token)
    )
    side.ids |= {f"partner.{name}": partner.pk, f"invitation.{name}": invitation.pk, f"invited.{name}": token}
    return partner


def _seat(side: Side, session: workshops.Session, group: Group, partner: Partner, name: str) -> str:
    """A partner's seat, agreed and let in. Returns its secret."""
    secret = new_secret()
    seat = workshops.Seat.objects.create(
        session=session,
        token_hash=hash_of(secret),
        room_name=f"Blue Teapot {name} {side.letter}",
        partner=partner,
        group=group,
        admitted_at=NOW,
        agreed_at=NOW,
        agreed_ways_id=side.ids["ways"],
    )
    side.seats[name] = secret
    side.ids |= {f"seat.{name}": seat.pk, f"secret.{name}": secret}
    return secret


def _words(
    side: Side, session: workshops.Session, kind: ActivityKind, position: int, name: str, secret: str
) -> None:
    """One activity of a kind, with one answer that carries the room's telltale word."""
    item = session.agenda.create(
        position=position, title=f"Step {position}", guide=side.text("plans"), guide_key=kind.key[:12]
    )
    activity = Activity.objects.create(
        item=item,
        session=session,
        kind=kind.key,
        question=side.text("open", str(kind.sample.question))[:200],
        setup=kind.sample.setup,
        state=ActivityState.OPEN,
        is_shown=True,
        opened_at=NOW,
    )
    answer = dict(kind.sample.answers[0]) | {word: side.canary(name) for word in kind.word_fields}
    contribution = Contribution.objects.create(
        activity=activity,
        mark=mark_for(secret, activity.pk),
        answer=pack(answer, kind.schema),
        created_at=NOW,
    )
    box = seal_bytes([side.canary(name).encode()])[0]
    picture = GivenPicture.objects.create(
        activity=activity,
        contribution=contribution,
        mark=contribution.mark,
        width=1,
        height=1,
        small=box,
        large=box,
        created_at=NOW,
    )
    side.ids |= {
        f"picture.{name}": picture.pk,
        f"activity.{name}": activity.pk,
        f"contribution.{name}": contribution.pk,
        f"item.{name}": item.pk,
    }


def _outcome(side: Side, series: workshops.Series, round: workshops.Round) -> None:
    """What came of it: key point, recommendation, decision, response, version, impact, telling."""
    words = Contribution.objects.filter(pk=side.ids["contribution.workers"])
    point = KeyPoint.objects.create(
        session_id=side.ids["session.workers"], text=side.text("open"), made_at=NOW
    )
    asked = Recommendation.objects.create(
        round=round, number=1, title=side.text("open"), text=side.text("open"), made_on=TODAY
    )
    asked.key_points.add(point)
    asked.words.set(words)
    point.words.set(words)
    Decision.objects.create(recommendation=asked, text=side.text("open"), how="consensus", decided_on=TODAY)
    Response.objects.create(recommendation=asked, outcome="adopted", reason=side.text("open"), made_at=NOW)
    topic = Topic.objects.create(series=series, position=1, name=side.text("open"))
    resource = Resource.objects.create(series=series, key="booklet", title=side.text("open"), kind="booklet")
    resource.topics.add(topic)
    version = Version.objects.create(resource=resource, number=1, name="first", text=side.text("open"))
    impact = Impact.objects.create(
        recommendation=asked, text=side.text("open"), version=version, made_on=TODAY
    )
    telling = Telling.objects.create(recommendation=asked, contribution=words[0], told_at=NOW)
    side.ids |= {
        "key_point": point.pk,
        "recommendation": asked.pk,
        "resource": resource.pk,
        "version": version.pk,
    }
    side.ids |= {"impact": impact.pk, "telling": telling.pk, "topic": topic.pk}


def sign_in(side: Side) -> None:
    """Give each account a session whose second factor was shown, for tests that come over the network."""
    for role, account_id in side.accounts.items():
        account = Account.objects.get(pk=account_id)
        session = SessionStore()
        session.update(
            {
                "_auth_user_id": str(account_id),
                "_auth_user_backend": "allauth.account.auth_backends.AuthenticationBackend",
                "_auth_user_hash": account.get_session_auth_hash(),
                "account_authentication_methods_user": str(account_id),
                "account_authentication_methods": [
                    {"method": "code", "at": NOW.timestamp()},
                    {"method": "mfa", "at": NOW.timestamp()},
                ],
            }
        )
        session.create()
        side.sessions[role] = str(session.session_key)


def build_and_tell(*, as_json: bool) -> int:
    """Build the world and print what a test needs to walk through it."""
    world = build()
    for side in (world.a, world.b):
        sign_in(side)
    if as_json:
        told = {"sides": [asdict(world.a), asdict(world.b)], "canaries": world.canaries}
        print(json.dumps(told, indent=2, default=str))
        return 0
    print(
        "Made two projects, A and B, with every role. Ask again with --json in an empty store for the sign-ins."
    )
    return 0
