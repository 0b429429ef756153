"""What tests of activities share: a running session with people in it, and answers from a kind's own sample."""

import secrets
import time
import uuid
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.test import Client
from django.utils import timezone

from alongside.activities import actions
from alongside.activities.api import ActivityKind, Answer
from alongside.activities.live.contribution import NewContribution
from alongside.activities.live.writing import keep
from alongside.activities.models import Activity, Contribution, GivenPicture
from alongside.kit.access import Viewer
from alongside.kit.words import seal_bytes
from alongside.people.models import Account, Group
from alongside.projects.models import Project, Role
from alongside.workshops import models as workshops
from alongside.workshops.seats import hash_of, mark_for, new_secret

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


@dataclass
class Room:
    """A running session with two facilitators; people take seats as the test needs them."""

    session: workshops.Session
    ways: workshops.WaysOfWorking
    by: Viewer
    account: Account
    secrets: dict[str, str] = field(default_factory=dict)

    def sit(self, name: str, **facts: Any) -> workshops.Seat:
        """Somebody comes in, agrees how we work, and takes part under a room name."""
        secret, now = new_secret(), timezone.now()
        agreed = {"admitted_at": now, "agreed_at": now, "agreed_ways": self.ways}
        seat = workshops.Seat.objects.create(
            session=self.session, token_hash=hash_of(secret), room_name=name, **(agreed | facts)
        )
        self.secrets[name] = secret
        return seat

    def _secret_of_new(self, name: str) -> str:
        self.sit(name)
        return self.secrets[name]

    def add(self, kind: ActivityKind, **facts: Any) -> Activity:
        """An activity of a kind as its sample sets it up."""
        sample = {"question": kind.sample.question, "setup": kind.sample.setup, "hint": kind.sample.hint}
        return actions.add_activity(session=self.session, kind=kind.key, by=self.by, **(sample | facts))

    def open(self, kind: ActivityKind, **facts: Any) -> Activity:
        """The same, started as a step of the run sheet, so that people can answer."""
        activity = self.add(kind, **facts)
        actions.go_to(item=activity.item, by=self.by)
        activity.refresh_from_db()
        return activity

    def say(self, activity: Activity, name: str, answer: Answer) -> Contribution:
        """Somebody answers the present stage, by the same way a phone without JavaScript takes."""
        seat = workshops.Seat.objects.select_related("session__round__series").get(
            session=self.session, room_name=name
        )
        receipt = actions.answer(
            activity=activity,
            secret=self.secrets[name],
            seat=seat,
            answer=answer,
            id=uuid.uuid4(),
            language="en-gb",
            slot=activity.stage,
        )
        return Contribution.objects.select_related("activity").get(pk=receipt.id)

    def fill(self, activity: Activity, kind: ActivityKind, count: int) -> None:
        """So many people come in and give the sample's answers to the present stage, in one go."""
        batch, slot = [], activity.stage
        for number, answer in enumerate(
            list(kind.sample.later[slot] if slot else kind.sample.answers)[:count]
        ):
            name = f"Blue Teapot {number + 1}"
            if name not in self.secrets or slot:
                secret = self.secrets.get(name) or self._secret_of_new(name)
                mark = mark_for(secret, activity.pk)
                drawn = with_pictures(activity, kind, answer, mark)
                batch.append(NewContribution(uuid.uuid4(), activity.pk, drawn, mark, slot=slot))
        keep(batch)


def with_pictures(activity: Activity, kind: ActivityKind, answer: Answer, mark: bytes) -> Answer:
    """The answer of a sample with its painted pictures kept under ids of their own, as this author gave them."""
    named = {name: answer[name] for name in kind.picture_fields if answer.get(name)}
    return {**answer, **{name: _painted(activity, kind, pk, mark) for name, pk in named.items()}}


def _painted(activity: Activity, kind: ActivityKind, pk: str, mark: bytes) -> str:
    """Kept as it is: it was painted by us, and a thousand of them need not be decoded."""
    painted = kind.sample.pictures[pk]()
    small, large = seal_bytes([painted, painted])
    facts = {"width": 160, "height": 120, "small": small, "large": large, "created_at": timezone.now()}
    return str(GivenPicture.objects.create(activity=activity, mark=mark, **facts).pk)


def make_room() -> Room:
    """A project with a lead and a facilitator, and a session that runs."""
    group = Group.objects.create(
        key="room-workers", name="Homecare workers", one="Homecare worker", shape="workers"
    )
    project = Project.objects.create(key="room", name="A room", help_phone="0808 157 0123")
    accounts = [Account.objects.create_user(f"{role}@room.example", role) for role in ("lead", "facilitator")]
    for account, role in zip(accounts, ("lead", "facilitator"), strict=True):
        Role.objects.create(project=project, account=account, role=role)
    series = workshops.Series.objects.create(project=project, key="room", name="Training for homecare")
    ways = workshops.WaysOfWorking.objects.create(series=series, version=1, made_on=date(2026, 9, 1))
    workshops.WaysClause.objects.create(ways=ways, position=1, text="We listen.")
    session = _session(workshops.Round.objects.create(series=series, number=1, name="Round 1"), group)
    for position, account in enumerate(accounts, 1):
        session.facilitators.create(account=account, position=position)
    roles = {project.pk: frozenset({"facilitator"})}
    return Room(session, ways, Viewer(account_id=accounts[1].pk, roles=roles), accounts[1])


def next_room(room: Room) -> Room:
    """Another running session of the same round, with the same two facilitators and nobody in it yet."""
    before = room.session
    number = before.round.sessions.count() + 1
    session = _session(before.round, before.group, number, "".join(secrets.choice(LETTERS) for _ in range(8)))
    session.facilitators.bulk_create(
        workshops.SessionFacilitator(session=session, account_id=one.account_id, position=one.position)
        for one in before.facilitators.all()
    )
    return Room(session, room.ways, room.by, room.account)


def sign_in(client: Client, account: Account) -> None:
    """The account is signed in with the second step taken."""
    client.force_login(account)
    session = client.session
    session["account_authentication_methods_user"] = str(account.pk)
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session.save()


def _session(
    round: workshops.Round, group: Group | None, number: int = 1, code: str = "KTWXRDMH"
) -> workshops.Session:
    return workshops.Session.objects.create(
        round=round,
        number=number,
        name="Round 1, homecare workers",
        group=group,
        state=workshops.SessionState.RUNNING,
        started_at=timezone.now(),
        starts_at=timezone.now(),
        is_door_open=True,
        join_code=code,
        link_token=new_secret(),
    )
