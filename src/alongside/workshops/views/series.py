"""Series and rounds: the list, making and changing them, how we work together, closing a round."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.kit.access import Request, project_role
from alongside.projects.queries import list_projects
from alongside.projects.rules import sees_of
from alongside.workshops import actions, queries, rules
from alongside.workshops.forms.desk import NewSeriesForm, RoundForm, SeriesForm, WaysForm, WhyForm
from alongside.workshops.views.desk import done, form_page, saved

TEAM = ("lead", "facilitator", "analyst", "payments", "auditor")
PLANNERS = ("lead", "facilitator")


@project_role(*TEAM)
@require_safe
def series_list(request: Request) -> HttpResponse:
    """Every series of the projects I work on."""
    viewer = request.viewer
    projects = list_projects(viewer)
    facts = {"all_series": queries.list_series(viewer), "projects": projects}
    facts["may"] = any(rules.may_plan(project.pk, viewer) for project in projects)
    facts["is_lead"] = any("lead" in roles for roles in viewer.roles.values())
    return render(request, "workshops/series_list.html", facts)


@project_role(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def series_new(request: Request) -> HttpResponse:
    """Begin a series."""
    viewer = request.viewer
    form = NewSeriesForm(request.POST if request.method == "POST" else None, projects=list_projects(viewer))
    made = saved(form, actions.new_series, by=viewer)
    if made:
        return redirect("workshops:series", made.pk)
    return form_page(request, form, heading=_("A new series"), button=_("Begin"))


@project_role(*TEAM)
@require_safe
def rounds(request: Request, pk: int) -> HttpResponse:
    """The rounds and their workshops."""
    series = queries.get_series(pk, request.viewer)
    facts = {
        "series": series,
        "may": rules.may_plan(series.project_id, request.viewer),
        "reads_plans": sees_of("plans", series.project_id, request.viewer),
        "rounds": queries.rounds_of(series),
        "ways": queries.newest_ways(series),
        "stage": "run",
    }
    return render(request, "workshops/rounds.html", facts)


@project_role(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def series_edit(request: Request, pk: int) -> HttpResponse:
    """Change what a series says about itself."""
    series = queries.get_series(pk, request.viewer)
    form = SeriesForm(request.POST if request.method == "POST" else None, instance=series)
    if saved(form, actions.change_series, series=series, by=request.viewer):
        return redirect("workshops:series", pk)
    return form_page(
        request,
        form,
        heading=series.name,
        button=_("Keep the changes"),
        series=series,
        back=reverse("workshops:series", args=[pk]),
    )


@project_role(*TEAM)
@require_http_methods(["GET", "HEAD", "POST"])
def ways(request: Request, pk: int) -> HttpResponse:
    """How we work together: the newest version, those before, and writing a new one."""
    viewer = request.viewer
    series = queries.get_series(pk, viewer)
    versions = queries.ways_versions(series)
    form = WaysForm(
        request.POST if request.method == "POST" else None,
        initial=queries.ways_as_text(versions[0] if versions else None),
    )
    if form.is_bound and form.is_valid():
        return done(
            request, lambda: _write(request, series, form), request.path, _("The new version is in force.")
        )
    may = rules.may_plan(series.project_id, viewer)
    return render(
        request,
        "workshops/ways.html",
        {"series": series, "versions": versions, "form": form, "may": may, "stage": "plan"},
    )


def _write(request: Request, series: object, form: WaysForm) -> None:
    made_with = form.cleaned_data["made_with"]
    actions.write_ways(series=series, clauses=form.clauses(), made_with=made_with, by=request.viewer)  # type: ignore


@project_role(*PLANNERS)
@require_POST
def register_link(request: Request, pk: int) -> HttpResponse:
    """Open the page “I am interested”."""
    series = queries.get_series(pk, request.viewer)
    where = reverse("workshops:series", args=[pk]) + "#register"
    by = request.viewer
    return done(request, lambda: actions.make_register_link(series=series, by=by), where)


@project_role(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def round_new(request: Request, pk: int) -> HttpResponse:
    """Add the next round."""
    series = queries.get_series(pk, request.viewer)
    form = RoundForm(request.POST if request.method == "POST" else None)
    made = saved(form, actions.new_round, series=series, by=request.viewer)
    if made:
        return redirect("workshops:round", made.pk)
    return form_page(
        request,
        form,
        heading=_("A new round"),
        button=_("Add the round"),
        series=series,
        back=reverse("workshops:series", args=[pk]),
    )


@project_role(*TEAM)
@require_safe
def round_page(request: Request, pk: int) -> HttpResponse:
    """One round: its workshops, what is read before, what is owed, closing it."""
    viewer = request.viewer
    found = queries.get_round(pk, viewer)
    sessions = queries.sessions_of(found)
    owed = rules.what_is_owed(found, sessions)
    facts = {"round": found, "series": found.series, "stage": "plan", "owed": owed}
    more = {
        "may": rules.may_plan(found.series.project_id, viewer),
        "reads_plans": sees_of("plans", found.series.project_id, viewer),
        "sessions": sessions,
        "packs": queries.packs_of(found),
        "deviations": queries.deviations_of(found),
        "close": rules.may_close_round(found, viewer, owed),
    }
    return render(request, "workshops/round.html", {**facts, **more})


@project_role(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def round_edit(request: Request, pk: int) -> HttpResponse:
    """Change a round's name or purpose."""
    found = queries.get_round(pk, request.viewer)
    form = RoundForm(request.POST if request.method == "POST" else None, instance=found)
    if saved(form, actions.change_round, round=found, by=request.viewer):
        return redirect("workshops:round", pk)
    return form_page(
        request,
        form,
        heading=found.name,
        button=_("Keep the changes"),
        series=found.series,
        back=reverse("workshops:round", args=[pk]),
    )


@project_role(*PLANNERS)
@require_POST
def round_close(request: Request, pk: int) -> HttpResponse:
    """Close a round, or hear what is still owed."""
    viewer = request.viewer
    found = queries.get_round(pk, viewer)
    where = reverse("workshops:round", args=[pk])
    said = _("The round is closed. Everything asked for has its answer.")
    return done(request, lambda: actions.close_round(round=found, by=viewer), where, said)


@project_role(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def deviation(request: Request, pk: int) -> HttpResponse:
    """Say why a workshop went another way than the guide."""
    found = queries.get_deviation(pk, request.viewer)
    form = WhyForm(request.POST if request.method == "POST" else None, initial={"because": found.because})
    back = reverse("workshops:round", args=[found.session.round_id]) + "#another-way"
    if saved(form, actions.say_why, deviation=found, by=request.viewer):
        return redirect(back)
    series, heading = found.session.round.series, f"{found.session.name}: {found.step}"
    return form_page(request, form, heading=heading, button=_("Keep it"), series=series, back=back)
