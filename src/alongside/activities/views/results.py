"""The room screen, the result of an activity as page and table, and its sheet on paper."""

import csv

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from alongside.activities import actions, board, console_page, queries, wall_page, ways_page
from alongside.activities.registry import kind_for
from alongside.activities.rules import may_note
from alongside.activities.views.request import Request
from alongside.kit.access import project_role
from alongside.kit.errors import NotVisible, Refused
from alongside.kit.ui.context import PageFacts

PLANNERS = ("lead", "facilitator")
READERS = ("lead", "facilitator", "analyst")


@project_role(*READERS)
@never_cache
def wall(request: Request, pk: int) -> HttpResponse:
    """The room screen: how to join, the question, and what people said once it is shown."""
    session = queries.get_room(pk, request.viewer)
    public_url = PageFacts(request).public_url
    return render(request, "activities/wall.html", wall_page.context(session, request.viewer, public_url))


@project_role(*READERS)
def result(request: Request, pk: int) -> HttpResponse:
    """What people said in one activity: the picture, its table, and the words one by one."""
    activity = queries.get_activity(pk, request.viewer)
    picture = queries.picture_of(activity)
    context = {
        "activity": activity,
        "session": activity.session,
        "series": activity.session.round.series,
        "stage": "sense",
        "said": queries.page_of_said(activity, request.GET.get("page")),
        "may_note": may_note(activity, request.viewer),
        "team_template": f"activities/{activity.kind}/team.html" if picture.kind.for_team else "",
        **picture.context(),
        **ways_page.offer(picture, request.viewer),
    }
    return render(request, "activities/result.html", context)


@project_role(*PLANNERS)
@require_POST
def adopt_ways(request: Request, pk: int) -> HttpResponse:
    """Make what the result says the ways of working of the series."""
    activity = queries.get_activity(pk, request.viewer)
    offer = ways_page.offer(queries.picture_of(activity), request.viewer)
    if not offer:
        raise Http404
    try:
        ways = actions.adopt_ways(
            activity=activity, clauses=offer["clauses"], set_by=offer["set_by"], by=request.viewer
        )
        messages.success(
            request, _("Version %(n)s is in force. People agree to it as they come in.") % {"n": ways.version}
        )
    except Refused as refused:
        messages.warning(request, refused.because)
    return redirect(reverse("activities:result", args=[pk]) + "#ways")


@project_role(*READERS)
def printed(request: Request, pk: int) -> HttpResponse:
    """The result as something to hold, such as cards to cut out; only kinds that have it."""
    activity = queries.get_activity(pk, request.viewer)
    picture = queries.picture_of(activity)
    if not picture.kind.prints:
        raise NotVisible
    context = {
        "session": activity.session,
        "project": activity.session.round.series.project,
        "print_template": f"activities/{activity.kind}/print.html",
        **picture.context(),
    }
    return render(request, "activities/printed.html", context)


@project_role(*READERS)
def result_csv(request: Request, pk: int) -> HttpResponse:
    """The table as a file that opens in any spreadsheet and holds no formulas."""
    activity = queries.get_activity(pk, request.viewer)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="activity-{activity.pk}-{activity.kind}.csv"'
    response.write("\ufeff")
    rows = csv.writer(response)
    for row in queries.table_rows(queries.picture_of(activity)):
        rows.writerow([_plain(cell) for cell in row])
    return response


def _plain(cell: str | int) -> str | int:
    """A text that a spreadsheet would take for a formula gets an apostrophe in front."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell


@project_role(*READERS)
def paper(request: Request, pk: int) -> HttpResponse:
    """The activity on an A4 sheet, with the code of the session and never a name."""
    activity = queries.get_activity(pk, request.viewer)
    kind = kind_for(activity.kind)
    context = {
        "activity": activity,
        "kind": kind,
        "at_stage": board.stage_of(activity),
        "setup": board.given(activity),
        "session": activity.session,
        "code": console_page.shown_code(activity.session),
        "project": activity.session.round.series.project,
        "form": board.form_of(activity, activity.stage),
        "of": activity.session.agenda.count(),
        "paper_template": f"activities/{activity.kind}/paper.html",
    }
    return render(request, "activities/paper.html", context)
