"""The parallel sessions of a round: one guide for all, and their results together."""

import csv

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from alongside.activities import actions, guide_page, queries, rules
from alongside.activities.views.request import Request
from alongside.kit.access import project_role
from alongside.kit.errors import NotVisible, Refused
from alongside.methods.tables import safe_cell
from alongside.workshops.queries import get_round

READERS = ("lead", "facilitator", "analyst")
RUNNERS = ("lead", "facilitator")


@project_role(*READERS)
@require_safe
def guide(request: Request, pk: int) -> HttpResponse:
    """The guide of a round beside what each of its workshops makes of it."""
    page = guide_page.context(get_round(pk, request.viewer), request.viewer)
    return render(request, "activities/guide.html", page)


@project_role(*RUNNERS)
@require_POST
def share_guide(request: Request, pk: int) -> HttpResponse:
    """Put the guide of this workshop into the others of its round."""
    session = queries.get_room(pk, request.viewer)
    try:
        n = actions.share_guide(session=session, by=request.viewer)
    except Refused as refused:
        messages.warning(request, refused.because)
    else:
        said = ngettext(
            "%(n)d other workshop runs by this guide.", "%(n)d other workshops run by this guide.", n
        )
        messages.success(request, said % {"n": n})
    return redirect("activities:guide", pk=session.round_id)


@project_role(*RUNNERS)
@require_POST
def bring_in(request: Request, pk: int) -> HttpResponse:
    """Take over what changed in the guide since."""
    session = queries.get_room(pk, request.viewer)
    try:
        actions.bring_in_guide(session=session, by=request.viewer)
    except Refused as refused:
        messages.warning(request, refused.because)
    else:
        messages.success(request, _("“%(name)s” has the guide as it is now.") % {"name": session.name})
    return redirect("activities:guide", pk=session.round_id)


@project_role(*READERS)
@require_safe
def pool(request: Request, pk: int, key: str) -> HttpResponse:
    """What was said in one activity of the guide, over all workshops of the round."""
    round = get_round(pk, request.viewer)
    found, may = queries.get_pool(round, key), rules.may_pool(round, request.viewer)
    context = {"round": round, "series": round.series, "stage": "sense", "pool": found, "may_pool": may}
    if may:
        context |= {"may_compare": rules.may_compare(round, request.viewer), **found.context()}
        release = next(iter(found.releases[::-1]), None)
        context |= {"release": release, "by_group": queries.group_table(release) if release else None}
    return render(request, "activities/pool.html", context)


@project_role(*RUNNERS)
@require_POST
def compare(request: Request, pk: int, key: str) -> HttpResponse:
    """Draw the table by group, if the guard lets it."""
    round, is_public = get_round(pk, request.viewer), request.POST.get("for") == "everybody"
    try:
        actions.compare_groups(round=round, key=key, is_public=is_public, by=request.viewer)
    except Refused as refused:
        messages.warning(request, refused.because)
    return redirect("activities:pool", pk=pk, key=key)


@project_role(*READERS)
@require_safe
def pool_csv(request: Request, pk: int, key: str) -> HttpResponse:
    """The pooled table as a file, with the table by group that was shown last."""
    round = get_round(pk, request.viewer)
    found = queries.get_pool(round, key)
    if not rules.may_pool(round, request.viewer):
        raise NotVisible(key)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="round-{round.number}-{key}.csv"'
    rows = csv.writer(response)
    for row in queries.pool_rows(found):
        rows.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return response
