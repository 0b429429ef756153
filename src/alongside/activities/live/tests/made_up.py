"""A made-up workshop that runs, with phones in it: made by the product's own actions. Benchmarks use it too."""

import itertools
from dataclasses import dataclass, field

from alongside.activities import actions
from alongside.activities.models import Activity
from alongside.kit.access import NOBODY, Viewer
from alongside.people.actions import invite_account
from alongside.people.models import Account
from alongside.projects.actions import add_role, make_project
from alongside.projects.rules import roles_of
from alongside.workshops import actions as workshops
from alongside.workshops.models import Seat, Session
from alongside.workshops.seats import new_secret

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Phone:
    """A partner's phone: the seat, and the secret only it holds."""

    seat: Seat
    secret: str


@dataclass
class Room:
    """A session that runs, one open activity, the facilitator who runs it, and the phones in the room."""

    session: Session
    activity: Activity
    facilitator: Account
    phones: list[Phone] = field(default_factory=list)

    @property
    def by(self) -> Viewer:
        """The facilitator as an action knows them."""
        return Viewer(account_id=self.facilitator.pk, roles=roles_of(self.facilitator.pk))

    def come_in(self) -> Phone:
        """One more phone takes a seat and agrees to how we work."""
        secret = new_secret()
        seat = workshops.join(session=self.session, secret=secret)
        ways = self.session.round.series.ways.get()
        workshops.agree_ways(seat=seat, ways=ways, by=Viewer(seat_id=seat.pk))
        phone = Phone(seat, secret)
        self.phones.append(phone)
        return phone


def make_room(
    phones: int = 0, *, kind: str = "word_cloud", setup: dict | None = None, **options: object
) -> Room:
    """A workshop with two facilitators, an open door and one open activity of this kind."""
    number = next(_numbers)
    leads = [invite_account(email=f"team{number}.{each}@example.org", by=NOBODY) for each in "ab"]
    project = make_project(key=f"made-up-{number}", name="A made-up project", by=NOBODY)
    for account in leads:
        add_role(project=project, account=account, role="lead", by=NOBODY, is_first=True)
    by = Viewer(account_id=leads[0].pk, roles=roles_of(leads[0].pk))
    series = workshops.new_series(project=project, name=f"Series {number}", by=by)
    workshops.write_ways(series=series, clauses=[(True, "", "Listen to each other")], by=by)
    session = workshops.new_session(round=workshops.new_round(series=series, name="Round 1", by=by), by=by)
    workshops.set_facilitators(session=session, accounts=leads, by=by)
    activity = actions.add_activity(
        session=session, kind=kind, question="How did it feel?", by=by, setup=setup or {"words": 3}, **options
    )
    workshops.open_door(session=session, by=by)
    actions.start_workshop(session=session, by=by)
    activity.refresh_from_db()
    room = Room(session, activity, leads[0])
    for _ in range(phones):
        room.come_in()
    return room
