"""The console: the run sheet as both facilitators see it, and every button on it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from alongside.activities import actions, console_page, queries
from alongside.activities.views.request import Request
from alongside.kit.access import project_role
from alongside.kit.errors import Refused
from alongside.workshops import actions as workshops
from alongside.workshops.queries import get_item

RUNNERS = ("lead", "facilitator")
Verb = Callable[..., Any]

SESSION_VERBS: dict[str, Verb] = {
    "start": actions.start_workshop,
    "next": actions.go_on_to_next,
    "back": actions.go_back,
    "end": actions.end_workshop,
    "reopen": workshops.go_on_session,
    "break": actions.take_break,
    "go-on": actions.end_break,
    "seat": workshops.seat_without_phone,
    "clock-on": lambda *, session, by: workshops.show_clock(session=session, is_shown=True, by=by),
    "clock-off": lambda *, session, by: workshops.show_clock(session=session, is_shown=False, by=by),
    "wall-machine": lambda *, session, by: workshops.set_wall_look(session=session, look="machine", by=by),
    "wall-light": lambda *, session, by: workshops.set_wall_look(session=session, look="light", by=by),
    "wall-dark": lambda *, session, by: workshops.set_wall_look(session=session, look="dark", by=by),
}
ITEM_VERBS: dict[str, Verb] = {
    "go": actions.go_to,
    "pause": actions.pause_step,
    "resume": actions.resume_step,
    "longer": lambda *, item, by: workshops.extend_item(item=item, minutes=2, by=by),
    "shorter": lambda *, item, by: workshops.extend_item(item=item, minutes=-2, by=by),
    "up": lambda *, item, by: workshops.shift_item(item=item, places=-1, by=by),
    "down": lambda *, item, by: workshops.shift_item(item=item, places=1, by=by),
    "skip": workshops.skip_item,
    "unskip": workshops.take_back_skip,
}
ACTIVITY_VERBS: dict[str, Verb] = {
    "open": actions.open_activity,
    "pause": actions.pause_activity,
    "close": actions.close_activity,
    "forward": lambda *, activity, by: actions.next_stage(
        activity=activity, by=by, lines=queries.lines_of(activity)
    ),
    "backward": actions.previous_stage,
    "question": actions.hide_result,
    "picture": actions.show_result,
    "table": lambda *, activity, by: actions.show_result(activity=activity, by=by, is_as_table=True),
}


@project_role(*RUNNERS)
@never_cache
def run(request: Request, pk: int) -> HttpResponse:
    """The console of one session. Notes are sent to it."""
    session = queries.get_room(pk, request.viewer)
    if request.method == "POST":
        typed, before = request.POST.get("notes", ""), request.POST.get("before", "")
        return _do(request, pk, actions.keep_notes, session=session, notes=typed, before=before)
    return render(request, "activities/run.html", console_page.context(session, request.viewer))


@project_role(*RUNNERS)
@require_POST
def do_session(request: Request, pk: int, verb: str) -> HttpResponse:
    """Start, next, back, end, go on again, or a seat for somebody without a phone."""
    return _do(request, pk, _known(SESSION_VERBS, verb), session=queries.get_room(pk, request.viewer))


@project_role(*RUNNERS)
@require_POST
def do_item(request: Request, pk: int, verb: str) -> HttpResponse:
    """Go to a step, pause its clock, give it two minutes more or less, move it or leave it out."""
    item = get_item(pk, request.viewer)
    if verb == "place" and request.POST.get("place", "").isdecimal():
        place = min(int(request.POST["place"][:4]), 999)
        return _do(request, item.session_id, workshops.place_item, f"#step-{pk}", item=item, place=place)
    stays = f"#{verb}-{pk}" if verb in {"up", "down"} else f"#step-{pk}" if verb in {"skip", "unskip"} else ""
    return _do(request, item.session_id, _known(ITEM_VERBS, verb), stays, item=item)


@project_role(*RUNNERS)
@require_POST
def do_activity(request: Request, pk: int, verb: str) -> HttpResponse:
    """Open, pause or close an activity, go to another of its stages, and choose what the wall shows of it."""
    activity = queries.get_activity(pk, request.viewer)
    return _do(request, activity.session_id, _known(ACTIVITY_VERBS, verb), activity=activity)


@project_role(*RUNNERS)
@require_POST
def admit(request: Request, pk: int) -> HttpResponse:
    """Let somebody in who waits at the door."""
    seat = queries.get_seat(pk, request.viewer)
    return _do(request, seat.session_id, workshops.let_in, seat=seat)


@project_role(*RUNNERS)
@never_cache
def type_for(request: Request, pk: int) -> HttpResponse:
    """Type for somebody on the phone line or on paper; it stands on the console and as a page of its own."""
    activity = queries.get_activity(pk, request.viewer)
    page = console_page.TypeFor(activity, request.POST or None, request.FILES, request.viewer)
    if not page.is_sent:
        page.for_seat = request.GET.get("seat", "")
        return render(request, "activities/type_for.html", page.context())
    try:
        page.check()
        receipt = actions.capture_for(activity=activity, by=request.viewer, **page.values())
    except Refused as refused:
        return render(request, "activities/type_for.html", page.context(refused.because), status=422)
    messages.success(request, _("Their words are kept. Receipt: %(words)s") % {"words": receipt.words})
    is_paper = page.values().get("came_by") == "post"
    return redirect("activities:typing_in" if is_paper else "activities:run", pk=activity.session_id)


def _known(verbs: dict[str, Verb], verb: str) -> Verb:
    try:
        return verbs[verb]
    except KeyError:
        raise Http404 from None


def _do(request: Request, session_id: int, verb: Verb, at: str = "", **thing: Any) -> HttpResponse:
    """Do it and go back to the console, `at` a place in it, or to the wall; a rule that says no gives its sentence."""
    try:
        verb(**thing, by=request.viewer)
    except Refused as refused:
        messages.warning(request, refused.because)
    back = "wall" if request.POST.get("back") == "wall" else "run"
    return redirect(resolve_url(f"activities:{back}", pk=session_id) + at)
