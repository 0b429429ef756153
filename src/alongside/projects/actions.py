"""What is done to projects: they are made, teams change, people become partners, contacts are opened on purpose."""

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.kit.personal_data import Subject, erase_for
from alongside.people.actions import invite_account
from alongside.people.models import Account, Group, Organisation, Person
from alongside.people.queries import Contact
from alongside.projects import rules
from alongside.projects.models import Partner, Project, Role, RoleName
from alongside.projects.pseudonyms import pseudonym_of
from alongside.projects.queries import contacts_of, person_of


@transaction.atomic
def make_project(*, key: str, name: str, by: Viewer, **facts: object) -> Project:
    """Start a project. `facts` are its other fields, such as help_phone."""
    project = Project.objects.create(key=key, name=name.strip(), **facts)
    record("project made", project, by=by, content={"key": key})
    return project


@transaction.atomic
def change_project(*, project: Project, by: Viewer, **facts: object) -> None:
    """Change what a project says about itself."""
    rules.may_do("change_team", project.pk, by).require()
    for field, value in facts.items():
        setattr(project, field, value)
    project.save(update_fields=list(facts))
    record("project changed", project, by=by, content={"fields": sorted(facts)})


@transaction.atomic
def add_role(*, project: Project, account: Account, role: str, by: Viewer, is_first: bool = False) -> Role:
    """Give an account a role. `is_first` is for first set-up, when nobody could allow it."""
    if not is_first:
        rules.may_give_role(project.pk, role, by).require()
    given, is_new = Role.objects.get_or_create(project=project, account=account, role=RoleName(role).value)
    if is_new:
        record("role given", project, by=by, content={"account": account.pk, "role": role})
    return given


@transaction.atomic
def remove_role(*, role: Role, by: Viewer) -> None:
    """Take a role away; it ends with the next page that account opens."""
    rules.may_remove_role(role, by).require()
    record("role taken away", role.project, by=by, content={"account": role.account_id, "role": role.role})
    role.delete()


@transaction.atomic
def invite_to_team(
    *, project: Project, email: str, role: str, by: Viewer, shown_as: str = "", base: str = ""
) -> Role:
    """Ask somebody onto the team by e-mail, with one role."""
    rules.may_give_role(project.pk, role, by).require()
    account = invite_account(email=email, shown_as=shown_as, by=by, base=base)
    return add_role(project=project, account=account, role=role, by=by)


@transaction.atomic
def make_partner(
    *,
    project: Project,
    person: Person,
    group: Group,
    by: Viewer,
    region: str = "",
    organisation: Organisation | None = None,
) -> Partner:
    """Make a person a partner of a project, known there by a code such as W07; the same person stays one partner."""
    pseudonym = pseudonym_of(project.pk, person.pk)
    known = Partner.objects.filter(pseudonym=pseudonym).first()
    if known:
        return known
    partner = Partner.objects.create(
        project=project,
        code=_next_code(project, group),
        pseudonym=pseudonym,
        group=group,
        region=region.strip(),
        organisation=organisation,
    )
    record("partner made", partner, by=by, content={"code": partner.code, "group": group.key})
    return partner


def _next_code(project: Project, group: Group) -> str:
    """The group's first letter and the next number nobody had: W07."""
    letter = group.key[:1].upper() or "P"
    taken = project.partners.filter(code__startswith=letter).values_list("code", flat=True)
    numbers = [int(code[1:]) for code in taken if code[1:].isdigit()]
    return f"{letter}{max(numbers, default=0) + 1:02d}"


@transaction.atomic
def open_contact(*, partner: Partner, because: str, by: Viewer) -> Contact:
    """Open one partner's name and contact, on purpose and with a reason that stays in the audit chain."""
    rules.may_do("open_contacts", partner.project_id, by).require()
    if not because.strip():
        raise Refused(_("Say why you need it. The reason is kept with your name."))
    contact = contacts_of(partner.project_id, [partner]).get(partner.pk)
    record("contact opened", partner, by=by, content={"because": because.strip()[:200]})
    if contact is None:
        raise Refused(_("We do not know how to reach this partner. They are known by their code only."))
    return contact


@transaction.atomic
def forget_partner(*, partner: Partner, by: Viewer) -> dict[str, int]:
    """Erase what is kept about the person behind a partner, in every project; says how much of each kind.

    Gone are name, contact, access needs, words typed at a seat known as theirs, and mail to them that still lies
    here. The code, the group and every count stay, and so does what came from a phone: nobody can tell whose it is.
    """
    person_id = person_of(partner)
    if person_id is None:
        raise Refused(_("Nobody knows any more who this partner is. There is nothing left to erase."))
    record("partner forgotten", partner, by=by)
    return erase_for(Subject(person_id=person_id))
