"""Pseudonyms, codes, roles, and contacts that open only on purpose."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.kit.access import NOBODY, Viewer
from alongside.kit.audit.models import Entry
from alongside.kit.errors import Refused
from alongside.kit.keys import project_keys
from alongside.kit.mail.models import Outbox
from alongside.people.actions import invite_account, make_group, make_person
from alongside.people.models import Account
from alongside.projects import actions, rules
from alongside.projects.models import Project
from alongside.projects.pseudonyms import people_by_pseudonym, pseudonym_of
from alongside.projects.queries import contacts_of, list_members


@pytest.fixture
def project(db) -> Project:
    return actions.make_project(key="p", name="P", by=NOBODY)


@pytest.fixture
def lead(project) -> Viewer:
    account = Account.objects.create_user("lead@example.org")
    actions.add_role(project=project, account=account, role="lead", by=NOBODY, is_first=True)
    return Viewer(account_id=account.pk, roles=rules.roles_of(account.pk))


@pytest.fixture
def workers(lead):
    return make_group(key="workers", name="Workers", one="worker", by=lead)


def test_one_person_is_somebody_else_in_the_next_project(project, lead):
    other = actions.make_project(key="q", name="Q", by=lead)
    person = uuid.uuid4()
    assert pseudonym_of(project.pk, person) == pseudonym_of(project.pk, person)
    assert pseudonym_of(project.pk, person) != pseudonym_of(other.pk, person)


def test_without_the_key_nobody_finds_the_way_back(project, lead, workers):
    person = make_person(name="Zed", by=lead)
    partner = actions.make_partner(project=project, person=person, group=workers, by=lead)
    assert people_by_pseudonym(project.pk, [person.pk]) == {partner.pseudonym: person.pk}
    assert contacts_of(project.pk, [partner])[partner.pk].name == "Zed"
    project_keys.destroy(project.pk)
    assert contacts_of(project.pk, [partner]) == {}


def test_the_same_person_stays_one_partner(project, lead, workers):
    person = make_person(by=lead)
    made = [actions.make_partner(project=project, person=person, group=workers, by=lead) for _ in range(2)]
    assert made[0] == made[1]
    others = [
        actions.make_partner(project=project, person=make_person(by=lead), group=workers, by=lead)
        for _ in range(11)
    ]
    assert [each.code for each in (made[0], others[0], others[-1])] == ["W01", "W02", "W12"]


def test_a_contact_needs_a_reason_that_stays(project, lead, workers):
    partner = actions.make_partner(
        project=project, person=make_person(name="Zed", by=lead), group=workers, by=lead
    )
    with pytest.raises(Refused, match="Say why"):
        actions.open_contact(partner=partner, because="  ", by=lead)
    assert actions.open_contact(partner=partner, because="to ring", by=lead).name == "Zed"
    entry = Entry.objects.get(action="contact opened")
    assert entry.content == {"because": "to ring"}
    with pytest.raises(Refused, match="Your role"):
        actions.open_contact(
            partner=partner, because="x", by=Viewer(account_id=9, roles={project.pk: frozenset({"payments"})})
        )


def test_the_last_lead_stays(project, lead):
    role = list_members(project)[0].roles[0]
    with pytest.raises(Refused, match="needs a lead"):
        actions.remove_role(role=role, by=lead)
    actions.invite_to_team(project=project, email="New@Example.org", role="lead", by=lead, base="http://x")
    actions.remove_role(role=role, by=lead)
    assert rules.roles_of(lead.account_id) == {}
    assert Account.objects.get(email="new@example.org")
    assert Outbox.objects.count() == 1


def test_being_asked_twice_is_one_account_and_one_letter(project, lead):
    accounts = [invite_account(email=email, by=lead) for email in ("a@example.org", " A@example.org ")]
    assert accounts[0] == accounts[1]
    assert Outbox.objects.count() == 1


@given(
    st.sampled_from(sorted(rules.DOES)),
    st.sets(st.sampled_from(["lead", "facilitator", "analyst", "payments", "auditor"])),
)
def test_what_roles_do_is_what_the_table_says(verb, held):
    viewer = Viewer(account_id=1, roles={7: frozenset(held)})
    assert bool(rules.may_do(verb, 7, viewer)) == bool(held & rules.DOES[verb])
    assert not rules.may_do(verb, 8, viewer)
