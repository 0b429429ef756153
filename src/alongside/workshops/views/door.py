"""Coming in: by typed code, by link, by one's own link; and the pages of a door that is shut."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from alongside.kit.access import Request, public, seat_cookie
from alongside.kit.errors import Refused
from alongside.workshops import actions, queries, rules
from alongside.workshops.forms.phone import CodeForm, SeatForm, seat_form

if TYPE_CHECKING:
    from alongside.workshops.models import Session


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: Request) -> HttpResponse:
    """Type the code (it stays in the address), then take a seat."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if not form.is_bound or not form.is_valid():
        return render(request, "workshops/phone/join.html", {"form": form})
    session = actions.look_up_code(typed=form.cleaned_data["code"])
    if session is None:
        form.add_error("code", _wrong_code())
        return render(request, "workshops/phone/join.html", {"form": form})
    return _at_the_door(request, session, is_typed=True)


def _wrong_code() -> str:
    if actions.typed_codes_need_a_nod():
        return _("Many wrong codes came in just now. Use the link or the QR code, or try again in a minute.")
    return _("No room has this code. Please look at the screen or your letter once more.")


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def door_link(request: Request, token: str) -> HttpResponse:
    """The link or QR code of a session."""
    session = queries.session_by_token(token)
    if session is None:
        return render(request, "workshops/phone/gone.html", status=404)
    return _at_the_door(request, session, is_typed=False)


def _at_the_door(request: Request, session: "Session", *, is_typed: bool) -> HttpResponse:
    if queries.is_seated_in(request.viewer, session):
        return redirect("workshops:seat")
    verdict = rules.may_join(session)
    if not verdict:
        return _shut(request, session, verdict.because)
    form = SeatForm(request.POST, session=session) if request.method == "POST" else None
    if form is not None and form.is_valid():
        return _sit_down(request, session, form, is_typed=is_typed)
    form = form or seat_form(session, queries.room_names_taken(session))
    facts = {
        "form": form,
        "session": session,
        "project": session.round.series.project,
        "when": rules.when_words(session),
    }
    return render(request, "workshops/phone/name.html", facts)


def _sit_down(request: Request, session: "Session", form: SeatForm, *, is_typed: bool) -> HttpResponse:
    earlier = seat_cookie.read(request) or ""
    try:
        actions.join(session=session, earlier=earlier, is_typed=is_typed, **form.cleaned_data)
    except Refused as refused:
        return _shut(request, session, refused.because)
    response = redirect("workshops:seat")
    seat_cookie.put(response, form.cleaned_data["secret"])
    return response


def _shut(request: Request, session: "Session", because: str) -> HttpResponse:
    facts = {"session": session, "because": because, "project": session.round.series.project}
    return render(request, "workshops/phone/shut.html", {**facts, "when": rules.when_words(session)})


@public
@never_cache
@require_safe
def back(request: Request, secret: str) -> HttpResponse:
    """Somebody's own link: their seat comes onto this phone, and the secret leaves the address."""
    if queries.find_seat_id(secret) is None:
        return render(request, "workshops/phone/gone.html", {"is_own_link": True}, status=404)
    response = redirect("workshops:seat")
    seat_cookie.put(response, secret)
    return response
