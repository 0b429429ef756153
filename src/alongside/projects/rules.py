"""Who is on which team, what each role may do, and what it sees of a project and its partners."""

from collections import defaultdict
from collections.abc import Mapping

from django.utils.translation import gettext as _

from alongside.kit.access import Viewer, sees
from alongside.kit.verdict import YES, Verdict, no
from alongside.projects.models import Partner, Project, Role, Technique

# What each role may do (verbs) and see (things) within its own project; reliability.md, "who sees what".
DOES: Mapping[str, frozenset[str]] = {
    "plan": frozenset({"lead", "facilitator"}),
    "run": frozenset({"lead", "facilitator"}),
    "open_contacts": frozenset({"lead", "facilitator"}),
    "change_team": frozenset({"lead"}),
    "close_round": frozenset({"lead", "facilitator"}),
}
SEES: Mapping[str, frozenset[str]] = {
    "project": frozenset({"lead", "facilitator", "analyst", "payments", "auditor", "safeguarding"}),
    "team": frozenset({"lead", "facilitator", "analyst", "payments", "auditor", "safeguarding"}),
    "partners": frozenset({"lead", "facilitator", "payments"}),
    "plans": frozenset({"lead", "facilitator", "analyst"}),
    "attendance": frozenset({"lead", "facilitator", "analyst", "payments"}),
    "rooms": frozenset({"lead", "facilitator"}),
}


def roles_of(account_id: int) -> Mapping[int, frozenset[str]]:
    """All roles of an account by project, read afresh for each request so that a lost role ends at once."""
    held: dict[int, set[str]] = defaultdict(set)
    rows = Role.objects.filter(account_id=account_id, account__is_active=True)
    for project_id, role in rows.values_list("project_id", "role"):
        held[project_id].add(role)
    return {project_id: frozenset(names) for project_id, names in held.items()}


def may_do(verb: str, project_id: int, by: Viewer) -> Verdict:
    """Whether somebody may do a thing in a project, by the table DOES."""
    if by.has_role(project_id, *DOES[verb]):
        return YES
    return no(_("Your role in this project does not include this. Ask the project's lead."))


def sees_of(what: str, project_id: int, viewer: Viewer) -> bool:
    """Whether somebody's role in a project lets them see a kind of thing, by the table SEES."""
    return viewer.has_role(project_id, *SEES[what])


@sees(Project, Technique)
def sees_project(viewer: Viewer, thing: Project | Technique) -> bool:
    """Everybody on the team."""
    project_id = thing.pk if isinstance(thing, Project) else thing.project_id
    return sees_of("project", project_id, viewer)


@sees(Role)
def sees_role(viewer: Viewer, role: Role) -> bool:
    """Who is on the team, for everybody on the team."""
    return sees_of("team", role.project_id, viewer)


@sees(Partner)
def sees_partner(viewer: Viewer, partner: Partner) -> bool:
    """Codes and groups of partners, for those who invite and pay them."""
    return sees_of("partners", partner.project_id, viewer)


def may_give_role(project_id: int, role: str, by: Viewer) -> Verdict:
    """Leads decide who is on the team. Who reads the safeguarding log is decided by those who read it already.

    Only the first safeguarding lead is named by a lead: else a lead could name themselves and read what is there.
    """
    if role != "safeguarding":
        return may_do("change_team", project_id, by)
    if by.has_role(project_id, "safeguarding"):
        return YES
    if is_safeguarded(project_id):
        return no(_("The safeguarding lead passes this on, nobody else. Ask them."))
    return may_do("change_team", project_id, by)


def is_safeguarded(project_id: int) -> bool:
    """Whether somebody who can sign in is named safeguarding lead."""
    return Role.objects.filter(project_id=project_id, role="safeguarding", account__is_active=True).exists()


def may_remove_role(role: Role, by: Viewer) -> Verdict:
    """A project keeps at least one lead; a safeguarding lead steps down, or is let go by another of them."""
    if role.role == "safeguarding":
        if not by.has_role(role.project_id, "safeguarding"):
            return no(_("The safeguarding lead passes this on, nobody else. Ask them."))
        others = Role.objects.filter(project_id=role.project_id, role=role.role).exclude(pk=role.pk)
        return YES if others.exists() else no(_("Name the next safeguarding lead first."))
    allowed = may_do("change_team", role.project_id, by)
    if not allowed or role.role != "lead":
        return allowed
    others = Role.objects.filter(project_id=role.project_id, role="lead").exclude(pk=role.pk)
    return YES if others.exists() else no(_("A project needs a lead. Make somebody else lead first."))
