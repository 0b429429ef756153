"""What the two do beside the run sheet, and what a partner's phone shows of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.facilitation import actions, queries
from alongside.facilitation.forms import AsideForm, ParkForm, SaidForm
from alongside.kit.access import Request, project_role, seat_cookie, with_seat
from alongside.kit.errors import Refused
from alongside.people.queries import get_account
from alongside.workshops.queries import get_my_seat, get_seat

if TYPE_CHECKING:
    from alongside.facilitation.models import Parked
    from alongside.workshops.models import Seat, Session

HOLDERS = ("lead", "facilitator")
Verb = Callable[..., Any]
CARDS = {"quiet", "parked"}


def _do(request: Request, session_id: int, verb: Verb, at: str = "", **thing: Any) -> HttpResponse:
    """Do it and go back to the console; when a rule says no its sentence stands there."""
    try:
        verb(**thing, by=request.viewer)
    except Refused as refused:
        messages.warning(request, refused.because)
    return redirect(resolve_url("activities:run", pk=session_id) + at)


@project_role(*HOLDERS)
@require_POST
def hand_over(request: Request, pk: int) -> HttpResponse:
    """Now the other leads, or I do."""
    session = queries.get_held(pk, request.viewer)
    chosen = request.POST.get("to", "")
    to = get_account(int(chosen)) if chosen.isdecimal() else None
    if to is None:
        raise Http404
    return _do(request, pk, actions.hand_over, session=session, to=to)


@project_role(*HOLDERS)
@require_POST
def card(request: Request, pk: int, verb: str) -> HttpResponse:
    """Hold a card up to the room, or put it away."""
    session = queries.get_held(pk, request.viewer)
    if verb == "away":
        return _do(request, pk, actions.put_away, session=session)
    if verb not in CARDS:
        raise Http404
    return _do(request, pk, actions.hold_up, session=session, card=verb)


@project_role(*HOLDERS)
@require_POST
def turn(request: Request, pk: int) -> HttpResponse:
    """Somebody spoke: a seat, or somebody of a group who has none. “less” takes one back."""
    session = queries.get_held(pk, request.viewer)
    seat = _seat(request, session)
    group = (
        None
        if seat
        else next(
            (each for each in queries.groups_in(session) if str(each.pk) == request.POST.get("group")), None
        )
    )
    turns = -1 if "less" in request.POST else 1
    return _do(
        request, pk, actions.count_turn, "#run-here", session=session, seat=seat, group=group, turns=turns
    )


def _seat(request: Request, session: "Session") -> "Seat | None":
    chosen = request.POST.get("seat", "")
    seat = get_seat(int(chosen), request.viewer) if chosen.isdecimal() else None
    return seat if seat is not None and seat.session_id == session.pk else None


@project_role(*HOLDERS)
@require_POST
def aside(request: Request, pk: int) -> HttpResponse:
    """A message on the private line."""
    session = queries.get_held(pk, request.viewer)
    form = AsideForm(request.POST)
    text = form.data.get("text", "")
    return _do(request, pk, actions.whisper, "#run-line", session=session, text=text)


@project_role(*HOLDERS)
@require_POST
def chair(request: Request, pk: int, verb: str) -> HttpResponse:
    """Give the chair to a seat, or take it back."""
    session = queries.get_held(pk, request.viewer)
    if verb == "back":
        return _do(request, pk, actions.take_chair_back, session=session)
    seat = _seat(request, session)
    if verb != "give" or seat is None:
        raise Http404
    return _do(request, pk, actions.give_chair, seat=seat)


@project_role(*HOLDERS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def parked(request: Request, pk: int) -> HttpResponse:
    """The list of parked questions of a workshop; a new one is sent to it. The console sends `from_console`."""
    session = queries.get_held(pk, request.viewer)
    form = ParkForm(request.POST if request.method == "POST" else None)
    if form.is_bound and "from_console" in request.POST:
        text = form.data.get("text", "")
        return _do(request, pk, actions.park, "#run-parked", session=session, text=text)
    if form.is_valid():
        try:
            actions.park(session=session, by=request.viewer, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.because)
        else:
            return redirect("facilitation:parked", pk)
    return _parked_page(request, session, form)


def _parked_page(request: Request, session: "Session", form: ParkForm) -> HttpResponse:
    facts = {
        "session": session,
        "series": session.round.series,
        "stage": "run",
        "questions": queries.parked_of(session),
        "chairs": queries.count_chairs(session),
        "form": form,
    }
    return render(request, "facilitation/parked.html", facts, status=422 if form.is_bound else 200)


@project_role(*HOLDERS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: Request, pk: int) -> HttpResponse:
    """Tick a parked question off with what was said, or put it back on the list."""
    found = queries.get_parked(pk, request.viewer)
    session = queries.settling_session(
        found, request.POST.get("in") or request.GET.get("in") or "", request.viewer
    )
    form = SaidForm(request.POST if request.method == "POST" else None)
    if "back" in request.POST:
        return _do(request, session.pk, actions.reopen_parked, "#run-parked", parked=found)
    if form.is_valid():
        return _do(
            request,
            session.pk,
            actions.settle,
            "#run-parked",
            parked=found,
            session=session,
            **form.cleaned_data,
        )
    facts = {"question": queries.opened([found])[0], "session": session, "form": form, "stage": "run"}
    facts["series"] = session.round.series
    return render(request, "facilitation/settle.html", facts, status=422 if form.is_bound else 200)


# ---- A partner's phone ----


@with_seat
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def park(request: Request) -> HttpResponse:
    """A partner parks a question, and sees what became of those parked from this phone."""
    seat, secret = get_my_seat(request.viewer.seat_id), seat_cookie.read(request) or ""
    form = ParkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.park(
                session=seat.session, seat=seat, secret=secret, by=request.viewer, **form.cleaned_data
            )
        except Refused as refused:
            form.add_error(None, refused.because)
        else:
            messages.success(request, _("Your question is on the list. Nobody can tell whose it is."))
            return redirect("facilitation:park")
    facts = {
        "seat": seat,
        "session": seat.session,
        "project": seat.session.round.series.project,
        "form": form,
    }
    facts["own"] = queries.own_parked(secret, seat)
    return render(request, "facilitation/phone/park.html", facts, status=422 if form.is_bound else 200)


@with_seat
@require_POST
def take_back(request: Request, pk: int) -> HttpResponse:
    """A partner takes a parked question back."""
    seat, secret = get_my_seat(request.viewer.seat_id), seat_cookie.read(request) or ""
    mine: list[Parked] = [each.parked for each in queries.own_parked(secret, seat) if each.parked.pk == pk]
    if not mine:
        raise Http404
    actions.take_back_parked(parked=mine[0], secret=secret)
    return redirect("facilitation:park")


@with_seat
@never_cache
@require_safe
def on_break(request: Request) -> HttpResponse:
    """We take a short break. When it is over the phone goes on by itself."""
    seat = get_my_seat(request.viewer.seat_id)
    card = queries.shown_card_key(seat.session_id)
    if card != "break":
        return redirect("workshops:seat")
    facts = {
        "seat": seat,
        "session": seat.session,
        "project": seat.session.round.series.project,
        "card": card,
    }
    return render(request, "facilitation/phone/on_break.html", facts)
