"""Planning one workshop: facilitators, agenda, pack, door."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.kit.access import Request, project_role
from alongside.methods import codes
from alongside.projects.queries import facilitators_of
from alongside.workshops import actions, queries, rules
from alongside.workshops.events import plan_notes
from alongside.workshops.forms.desk import AgendaForm, FacilitatorsForm, PackForm, QuickStepForm, SessionForm
from alongside.workshops.views.desk import done, form_page, saved
from alongside.workshops.views.series import PLANNERS

if TYPE_CHECKING:
    from alongside.workshops.models import Session


@project_role("lead", "facilitator", "analyst")
@require_safe
def plan(request: Request, pk: int) -> HttpResponse:
    """The plan of one workshop."""
    viewer = request.viewer
    session = queries.get_planned(pk, viewer)
    facts = {"session": session, "series": session.round.series, "round": session.round, "stage": "plan"}
    plan = queries.plan_of(session)
    facts |= {
        "plan": plan,
        "when": rules.when_words(session),
        "may": rules.may_change_session(session, viewer),
        "may_open_with_news": rules.may_open_with_news(session, viewer),
    }
    facts |= {
        "open_door": rules.may_open_door(session, viewer),
        "new_step": QuickStepForm(initial={"minutes": 10}),
    }
    facts |= {
        "facilitators": _facilitators_form(request, session),
        "code": codes.formatted(session.join_code or ""),
    }
    facts |= {"steps": queries.timed_steps(session, plan.agenda), "waiting": plan_notes(session, viewer)}
    return render(request, "workshops/plan.html", facts)


def _facilitators_form(request: Request, session: "Session") -> FacilitatorsForm:
    able = facilitators_of(session.round.series.project_id)
    now = queries.facilitator_accounts(session)  # type: ignore[arg-type]
    initial = dict(zip(("first", "second"), now, strict=False))
    return FacilitatorsForm(request.POST if request.method == "POST" else None, able=able, initial=initial)


@project_role(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def session_new(request: Request, pk: int) -> HttpResponse:
    """Add a workshop to a round."""
    found = queries.get_round(pk, request.viewer)
    form = SessionForm(request.POST if request.method == "POST" else None)
    made = saved(form, actions.new_session, round=found, by=request.viewer)
    if made:
        return redirect("workshops:plan", made.pk)
    return form_page(
        request,
        form,
        heading=_("A new workshop"),
        button=_("Add the workshop"),
        series=found.series,
        back=reverse("workshops:round", args=[pk]),
    )


@project_role(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def session_edit(request: Request, pk: int) -> HttpResponse:
    """Change when, where and for whom."""
    session = queries.get_planned(pk, request.viewer)
    form = SessionForm(request.POST if request.method == "POST" else None, instance=session)
    if saved(form, actions.change_session, session=session, by=request.viewer):
        return redirect("workshops:plan", pk)
    return form_page(
        request,
        form,
        heading=session.name,
        button=_("Keep the changes"),
        series=session.round.series,
        back=reverse("workshops:plan", args=[pk]),
    )


@project_role(*PLANNERS)
@require_POST
def facilitators(request: Request, pk: int) -> HttpResponse:
    """Name the two who guide the workshop."""
    viewer = request.viewer
    session = queries.get_planned(pk, viewer)
    form = _facilitators_form(request, session)
    where = reverse("workshops:plan", args=[pk]) + "#facilitators"
    if not form.is_valid():
        return redirect(where)
    named = form.named()
    return done(
        request,
        lambda: actions.set_facilitators(session=session, accounts=named, by=viewer),
        where,
        _("Named."),
    )


@project_role(*PLANNERS)
@require_POST
def agenda_add(request: Request, pk: int) -> HttpResponse:
    """Add a step at the end."""
    session = queries.get_planned(pk, request.viewer)
    form = QuickStepForm(request.POST)
    if saved(form, actions.add_agenda_item, session=session, by=request.viewer):
        return redirect(reverse("workshops:plan", args=[pk]) + "#agenda")
    return form_page(
        request,
        form,
        heading=_("A new step"),
        button=_("Add the step"),
        series=session.round.series,
        back=reverse("workshops:plan", args=[pk]),
    )


@project_role(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def agenda_edit(request: Request, pk: int) -> HttpResponse:
    """Write the guide of one step."""
    item = queries.get_item(pk, request.viewer)
    form = AgendaForm(request.POST if request.method == "POST" else None, instance=item)
    back = reverse("workshops:plan", args=[item.session_id]) + "#agenda"
    if saved(form, actions.change_agenda_item, item=item, by=request.viewer):
        return redirect(back)
    series = item.session.round.series
    return form_page(
        request,
        form,
        heading=item.title,
        button=_("Keep the step"),
        series=series,
        back=back,
    )


@project_role(*PLANNERS)
@require_POST
def agenda_move(request: Request, pk: int) -> HttpResponse:
    """Move a step up or down."""
    viewer = request.viewer
    item, is_up = queries.get_item(pk, viewer), request.POST.get("do") == "up"
    where = reverse("workshops:plan", args=[item.session_id]) + "#agenda"
    return done(request, lambda: actions.move_agenda_item(item=item, is_up=is_up, by=viewer), where)


@project_role(*PLANNERS)
@require_POST
def agenda_remove(request: Request, pk: int) -> HttpResponse:
    """Take a step out."""
    viewer = request.viewer
    item = queries.get_item(pk, viewer)
    where = reverse("workshops:plan", args=[item.session_id]) + "#agenda"
    return done(request, lambda: actions.remove_agenda_item(item=item, by=viewer), where)


@project_role(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def pack_new(request: Request, pk: int) -> HttpResponse:
    """Write what partners of a round read before."""
    found = queries.get_round(pk, request.viewer)
    form = PackForm(request.POST if request.method == "POST" else None)
    made = saved(form, actions.write_pack, round=found, by=request.viewer)
    if made:
        return redirect("workshops:pack", made.pk)
    return form_page(
        request,
        form,
        heading=_("A reading pack"),
        button=_("Keep the pack"),
        series=found.series,
        back=reverse("workshops:round", args=[pk]),
    )


@project_role(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def pack_edit(request: Request, pk: int) -> HttpResponse:
    """Change what partners read before."""
    pack = queries.get_pack(pk, request.viewer)
    form = PackForm(request.POST if request.method == "POST" else None, instance=pack)
    if saved(form, actions.write_pack, round=pack.round, pack=pack, by=request.viewer):
        return redirect("workshops:pack", pk)
    return form_page(
        request,
        form,
        heading=pack.title,
        button=_("Keep the pack"),
        series=pack.round.series,
        back=reverse("workshops:round", args=[pack.round_id]),
    )
