"""The room screen, and the result of an activity as page and table."""

import csv

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from alongside.activities import actions, queries, wall_page, ways_page
from alongside.activities.rules import may_note
from alongside.activities.views.request import Request
from alongside.kit.access import project_role
from alongside.kit.errors import NotVisible, Refused
from alongside.kit.ui.context import PageFacts

PLANNERS = ("lead", "facilitator")
READERS = ("lead", "facilitator", "analyst")
PIECE = 100
"""So many rows come in one piece."""

PART = 20
"""So many of them are laid out together when somebody scrolls to them."""


@project_role(*READERS)
@never_cache
def wall(request: Request, pk: int) -> HttpResponse:
    """The room screen: how to join, the question, and what people said once it is shown."""
    session = queries.get_room(pk, request.viewer)
    public_url = PageFacts(request).public_url
    return render(
        request,
        "activities/wall.html",
        wall_page.context(session, request.viewer, public_url, request.GET.get("slide", "")),
    )


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
        "ways_in": queries.how_they_came(activity),
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
def rows(request: Request, pk: int) -> HttpResponse:
    """A piece of the table for a wall that scrolls; `from` is the number of its first row."""
    picture = queries.picture_of(queries.get_activity(pk, request.viewer))
    first = int(request.GET.get("from", "0")) if request.GET.get("from", "0").isdecimal() else 0
    last = first + PIECE
    rows = picture.table.rows[first:last]
    parts = [{"start": first + at + 1, "rows": rows[at : at + PART]} for at in range(0, len(rows), PART)]
    following = str(last) if last < len(picture.table.rows) else ""
    return render(request, "activities/parts/rows.html", {"parts": parts, "next": following})


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
