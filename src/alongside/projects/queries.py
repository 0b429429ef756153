"""Reads of projects, teams and partners."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from alongside.kit.access import Viewer, see_or_404
from alongside.kit.errors import NotVisible
from alongside.people.models import Account
from alongside.people.queries import Contact, open_contacts, person_ids
from alongside.projects.models import Partner, Project, Role, RoleName
from alongside.projects.pseudonyms import people_by_pseudonym, pseudonym_of
from alongside.projects.rules import sees_of

ROLE_HINTS = {
    "lead": _("plans, runs, decides who is on the team"),
    "facilitator": _("plans and runs workshops, invites partners"),
    "analyst": _("makes sense of what was said; sees no names"),
    "payments": _("pays partners; sees no words"),
    "auditor": _("checks figures and the audit chain; sees no names and no words"),
    "safeguarding": _("reads private notes about somebody’s safety; nobody else does"),
}


@dataclass(frozen=True)
class Member:
    """One account with its roles in a project."""

    account: Account
    roles: list[Role]


def list_projects(viewer: Viewer) -> list[Project]:
    """The projects somebody is on the team of."""
    return list(Project.objects.filter(pk__in=list(viewer.roles)))


def get_project(pk: int, viewer: Viewer) -> Project:
    """One project, or NotVisible."""
    return see_or_404(viewer, Project.objects.filter(pk=pk).first())


def get_project_with_partners(pk: int, viewer: Viewer) -> Project:
    """One project for those who may see its partners by code."""
    project = get_project(pk, viewer)
    if not sees_of("partners", pk, viewer):
        raise NotVisible
    return project


def role_hints() -> list[tuple[str, str]]:
    """(role, what it does) in words."""
    return [(str(RoleName(role).label), str(hint)) for role, hint in ROLE_HINTS.items()]


def safeguarding_leads(project_id: int) -> list[Account]:
    """Who is named safeguarding lead and can sign in."""
    found = Account.objects.filter(
        roles__project=project_id, roles__role=RoleName.SAFEGUARDING, is_active=True
    )
    return list(found.order_by("pk"))


def get_role(pk: int, viewer: Viewer) -> Role:
    """One role, or NotVisible."""
    return see_or_404(viewer, Role.objects.select_related("project", "account").filter(pk=pk).first())


def get_partner(pk: int, viewer: Viewer) -> Partner:
    """One partner by code and group, or NotVisible."""
    found = Partner.objects.select_related("project", "group", "organisation").filter(pk=pk).first()
    return see_or_404(viewer, found)


def list_members(project: Project) -> list[Member]:
    """The team, each account once."""
    members: dict[int, Member] = {}
    for role in (
        Role.objects.filter(project=project).select_related("account").order_by("account__joined_at", "role")
    ):
        members.setdefault(role.account_id, Member(role.account, [])).roles.append(role)
    return list(members.values())


def facilitators_of(project_id: int) -> list[Account]:
    """Accounts that may run a workshop of the project."""
    able = Account.objects.filter(
        is_active=True, roles__project_id=project_id, roles__role__in=[RoleName.LEAD, RoleName.FACILITATOR]
    )
    return list(able.distinct().order_by("shown_as", "email"))


def list_partners(project: Project) -> list[Partner]:
    """All partners of a project by code."""
    return list(project.partners.select_related("group", "organisation"))


def count_by_group(project: Project) -> list[tuple[str, str, int]]:
    """(shape, name, how many partners) for each group that has some."""
    rows = project.partners.order_by().values("group__shape", "group__name").annotate(n=Count("pk"))
    return sorted((row["group__shape"], row["group__name"], row["n"]) for row in rows)


def pseudonyms_of(person_id: UUID) -> list[str]:
    """What a person is known by, one pseudonym for each project there is."""
    return [pseudonym_of(pk, person_id) for pk in Project.objects.values_list("pk", flat=True)]


def person_of(partner: Partner) -> UUID | None:
    """The person behind a partner; None when nobody knows any more. Callers record that they asked."""
    return people_by_pseudonym(partner.project_id, person_ids()).get(partner.pseudonym)


def find_partner(project_id: int, code: str) -> Partner | None:
    """The partner known by a code in a project, however it is typed."""
    return Partner.objects.filter(project_id=project_id, code__iexact=code.strip()).first()


def contacts_of(project_id: int, partners: list[Partner]) -> dict[int, Contact]:
    """Partner id → opened contact, for those whose person is still known. Callers record that they opened it."""
    people = people_by_pseudonym(project_id, person_ids())
    known = {partner.pk: people[partner.pseudonym] for partner in partners if partner.pseudonym in people}
    contacts = {contact.person_id: contact for contact in open_contacts(known.values())}
    return {pk: contacts[person] for pk, person in known.items() if person in contacts}
