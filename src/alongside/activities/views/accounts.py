"""What a workshop did and said: for the team as a page and a file, for partners from their own link."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from alongside.activities import accounts, queries
from alongside.activities.views.request import Request
from alongside.kit.access import project_role, with_seat
from alongside.workshops.queries import get_my_seat

READERS = ("lead", "facilitator", "analyst")


@project_role(*READERS)
@never_cache
def account(request: Request, pk: int) -> HttpResponse:
    """The account of one workshop, to read and to print."""
    session = queries.get_told_to_team(pk, request.viewer)
    context = {"session": session, "series": session.round.series, "stage": "sense"}
    return render(request, "activities/account.html", context | {"told": accounts.account_of(session)})


@project_role(*READERS)
@never_cache
def account_md(request: Request, pk: int) -> HttpResponse:
    """The same as a Markdown file."""
    session = queries.get_told_to_team(pk, request.viewer)
    text = accounts.as_markdown(session, accounts.account_of(session))
    response = HttpResponse(text, content_type="text/markdown; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="workshop-{session.pk}.md"'
    return response


@with_seat
@never_cache
def my_accounts(request: Request) -> HttpResponse:
    """The workshops of the series that this partner may read of."""
    seat = get_my_seat(request.viewer.seat_id)
    context = {"seat": seat, "sessions": queries.list_ended(seat, request.viewer)}
    return render(request, "activities/my_accounts.html", context)


@with_seat
@never_cache
def my_account(request: Request, pk: int) -> HttpResponse:
    """What one of them did and said."""
    session = queries.get_ended(pk, request.viewer)
    context = {"session": session, "seat": get_my_seat(request.viewer.seat_id)}
    return render(request, "activities/my_account.html", context | {"told": accounts.account_of(session)})
