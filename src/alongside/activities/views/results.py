"""The room screen, the result of an activity as page and table, and its sheet on paper."""

import csv

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from alongside.activities import board, console_page, queries
from alongside.activities.registry import kind_for
from alongside.activities.views.request import Request
from alongside.kit.access import project_role
from alongside.kit.ui.context import PageFacts

READERS = ("lead", "facilitator", "analyst")


@project_role(*READERS)
@never_cache
def wall(request: Request, pk: int) -> HttpResponse:
    """The room screen: how to join, the question, and what people said once it is shown."""
    session = queries.get_room(pk, request.viewer)
    console = queries.console_of(session)
    activity = queries.current_of([line.activity for line in console.lines if line.activity])
    picture = queries.picture_of(activity) if activity and activity.is_shown else None
    context = {
        "session": session,
        "console": console,
        "activity": activity,
        "kind": kind_for(activity.kind) if activity else None,
        "at_stage": board.stage_of(activity) if activity else None,
        "code": console_page.shown_code(session),
        "join_url": _join_url(request, session.link_token),
        "beads": [number < console.answered for number in range(console.here)],
        **_picture(picture),
    }
    return render(request, "activities/wall.html", context)


def _join_url(request: Request, token: str | None) -> str:
    """The whole address behind the QR code."""
    return PageFacts(request).public_url + reverse("workshops:door_link", args=[token]) if token else ""


def _picture(picture: queries.Picture | None) -> dict[str, object]:
    if picture is None:
        return {"picture": None, "is_shown": False}
    return picture.context()


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
        **_picture(picture),
    }
    return render(request, "activities/result.html", context)


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
