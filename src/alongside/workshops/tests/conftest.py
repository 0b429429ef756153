"""A small project made by the product's own actions: a lead, two facilitators, a series with one workshop."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.kit.access import NOBODY, Viewer
from alongside.kit.testing.page import PageClient
from alongside.people.actions import make_group, make_organisation
from alongside.people.models import Account, Group
from alongside.people.sign_in import DEMO_MARK
from alongside.projects.actions import add_role, make_project
from alongside.projects.models import Project
from alongside.projects.rules import roles_of
from alongside.workshops import actions
from alongside.workshops.models import Round, Series, Session


@dataclass
class House:
    """What the tests of this capability stand on."""

    project: Project
    accounts: dict[str, Account]
    workers: Group
    series: Series
    round: Round
    session: Session

    def viewer(self, who: str = "lead") -> Viewer:
        """Somebody of the team, as the door would see them."""
        account = self.accounts[who]
        return Viewer(account_id=account.pk, roles=roles_of(account.pk))


@pytest.fixture
def house(db) -> House:
    organisation = make_organisation(key="uni", name="A university", by=NOBODY)
    project = make_project(
        key="care", name="Care training", by=NOBODY, organisation=organisation, help_phone="0808 157 0123"
    )
    accounts = {}
    for who, role in (
        ("lead", "lead"),
        ("second", "facilitator"),
        ("payments", "payments"),
        ("auditor", "auditor"),
    ):
        accounts[who] = Account.objects.create_user(f"{who}@example.org", shown_as=who.capitalize())
        add_role(project=project, account=accounts[who], role=role, by=NOBODY, is_first=True)
    lead = Viewer(account_id=accounts["lead"].pk, roles=roles_of(accounts["lead"].pk))
    workers = make_group(key="workers", name="Workers", one="worker", by=lead)
    make_group(key="managers", name="Managers", one="manager", by=lead)
    series = actions.new_series(project=project, name="Care series", by=lead, pay="£55 for the workshop")
    actions.write_ways(
        series=series, clauses=[(True, "", "give everyone time"), (False, "", "name anyone")], by=lead
    )
    round = actions.new_round(series=series, name="Ideas", by=lead)
    session = actions.new_session(
        round=round,
        by=lead,
        name="Tuesday evening",
        group=workers,
        starts_at=timezone.now() + timedelta(days=1),
    )
    actions.set_facilitators(session=session, accounts=[accounts["lead"], accounts["second"]], by=lead)
    actions.add_agenda_item(
        session=session, title="Hello", by=lead, guide="Say *hello*.", asks="Who are you?"
    )
    actions.add_agenda_item(session=session, title="Talk", by=lead, minutes=20)
    return House(project, accounts, workers, series, round, session)


@pytest.fixture
def open_house(house: House) -> House:
    actions.open_door(session=house.session, by=house.viewer())
    return house


def desk_of(house: House, who: str = "lead") -> PageClient:
    """A browser signed in as somebody of the team, second step shown."""
    browser = PageClient()
    browser.client.force_login(house.accounts[who])
    session = browser.client.session
    session[DEMO_MARK] = True
    session.save()
    return browser


@pytest.fixture
def desk(house: House, settings) -> PageClient:
    settings.IS_DEMO = True
    return desk_of(house)
