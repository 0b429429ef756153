"""Pages of a project: what it says about itself, its team, its partners by code."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.kit.access import Request, Viewer, project_role
from alongside.kit.errors import NotVisible, Refused
from alongside.kit.network import public_url
from alongside.projects import actions, queries, rules
from alongside.projects.forms import ProjectForm, ReasonForm, TeamForm

TEAM = ("lead", "facilitator", "analyst", "payments", "auditor", "safeguarding")


def _tabs(pk: int, viewer: Viewer) -> dict[str, bool]:
    """Which tabs of a project somebody may open."""
    reads_log = viewer.has_role(pk, "safeguarding")
    return {"reads_partners": rules.sees_of("partners", pk, viewer), "reads_log": reads_log}


@project_role(*TEAM)
@require_http_methods(["GET", "HEAD", "POST"])
def project(request: Request, pk: int) -> HttpResponse:
    """What a project says about itself."""
    viewer = request.viewer
    found = queries.get_project(pk, viewer)
    may = rules.may_do("change_team", pk, viewer)
    form = ProjectForm(request.POST if request.method == "POST" else None, instance=found)
    if form.is_bound and form.is_valid():
        actions.change_project(project=found, by=viewer, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("projects:project", pk)
    return render(
        request,
        "projects/project.html",
        {"project": found, "form": form, "may": may, **_tabs(found.pk, viewer)},
    )


@project_role(*TEAM)
@require_http_methods(["GET", "HEAD", "POST"])
def team(request: Request, pk: int) -> HttpResponse:
    """Who is on the team, and asking somebody onto it."""
    viewer = request.viewer
    found = queries.get_project(pk, viewer)
    form = TeamForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        base = public_url(request)
        try:
            actions.invite_to_team(project=found, by=viewer, base=base, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.because)
        else:
            messages.success(request, _("They can sign in now. We wrote to them."))
            return redirect("projects:team", pk)
    facts = {"project": found, "members": queries.list_members(found), "form": form}
    more = {
        "may": rules.may_do("change_team", pk, viewer),
        "hints": queries.role_hints(),
        "safeguarding": queries.safeguarding_leads(found.pk),
        "may_name": rules.may_give_role(found.pk, "safeguarding", viewer),
        **_tabs(pk, viewer),
    }
    return render(request, "projects/team.html", {**facts, **more})


@project_role("lead", "safeguarding")
@require_POST
def name_safeguarding(request: Request, pk: int) -> HttpResponse:
    """Name a member of the team safeguarding lead."""
    found = queries.get_project(pk, request.viewer)
    members = {str(each.account.pk): each.account for each in queries.list_members(found)}
    chosen = members.get(request.POST.get("account", ""))
    if chosen is None:
        raise NotVisible
    try:
        actions.add_role(project=found, account=chosen, role="safeguarding", by=request.viewer)
    except Refused as refused:
        messages.warning(request, refused.because)
    return redirect("projects:team", pk)


@project_role("lead", "safeguarding")
@require_POST
def role_remove(request: Request, pk: int) -> HttpResponse:
    """Take a role away."""
    viewer = request.viewer
    role = queries.get_role(pk, viewer)
    project_id = role.project_id
    try:
        actions.remove_role(role=role, by=viewer)
    except Refused as refused:
        messages.warning(request, refused.because)
    return redirect("projects:team", project_id)


@project_role("lead", "facilitator", "payments")
@require_safe
def partners(request: Request, pk: int) -> HttpResponse:
    """The partners by code and group. No names."""
    viewer = request.viewer
    found = queries.get_project_with_partners(pk, viewer)
    facts = {
        "project": found,
        "partners": queries.list_partners(found),
        "groups": queries.count_by_group(found),
    }
    return render(
        request,
        "projects/partners.html",
        {**facts, "reads_partners": True, "may": rules.may_do("open_contacts", pk, viewer)},
    )


@project_role("lead", "facilitator", "payments")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: Request, pk: int) -> HttpResponse:
    """One partner's name and contact: opened on purpose, with a reason that is kept."""
    viewer = request.viewer
    partner = queries.get_partner(pk, viewer)
    form, opened = ReasonForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        try:
            opened = actions.open_contact(partner=partner, because=form.cleaned_data["because"], by=viewer)
        except Refused as refused:
            form.add_error(None, refused.because)
    facts = {"partner": partner, "project": partner.project, "form": form, "opened": opened}
    return render(
        request,
        "projects/contact.html",
        {**facts, "may": rules.may_do("open_contacts", partner.project_id, viewer)},
    )
