"""Paper: the sheet of an activity, all sheets of a workshop, and typing in what comes back."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from alongside.activities import queries, sheet_page
from alongside.activities.views.request import Request
from alongside.kit.access import project_role

if TYPE_CHECKING:
    from alongside.activities.models import Activity
    from alongside.workshops.models import Session

READERS = ("lead", "facilitator", "analyst")
RUNNERS = ("lead", "facilitator")


@project_role(*READERS)
@require_safe
def paper(request: Request, pk: int) -> HttpResponse:
    """The activity on an A4 sheet, with the code of the session and never a name."""
    activity = queries.get_activity(pk, request.viewer)
    return _print(request, activity.session, [activity])


@project_role(*READERS)
@require_safe
def papers(request: Request, pk: int) -> HttpResponse:
    """All sheets of a workshop in the order of its run sheet."""
    session = queries.get_room(pk, request.viewer)
    return _print(request, session, queries.list_activities(session))


def _print(request: Request, session: "Session", activities: "Iterable[Activity]") -> HttpResponse:
    wanted = sheet_page.Print.wanted(request.GET.dict())
    with override(wanted.language):
        return render(request, "activities/paper.html", sheet_page.context(session, activities, wanted))


@project_role(*RUNNERS)
@require_safe
def typing_in(request: Request, pk: int) -> HttpResponse:
    """Which sheets are in, as counts; a sheet’s number leads to the page where it is typed in."""
    session = queries.get_room(pk, request.viewer)
    rows, number = queries.sheets_in(session), request.GET.get("sheet", "").strip()
    if number in {str(row.activity.pk) for row in rows}:
        return redirect("activities:type_for", pk=int(number))
    if number:
        messages.warning(
            request, _("This workshop has no sheet with this number. Look at the top of the sheet.")
        )
    context = {"session": session, "series": session.round.series, "stage": "run", "rows": rows}
    return render(request, "activities/typing_in.html", context)
