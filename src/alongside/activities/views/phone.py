"""What a partner sees on the phone: the question, what became of the answer, and own words."""

import uuid
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from alongside.activities import actions, phone_page, queries
from alongside.activities.views.request import Request
from alongside.kit.access import passed_phone, seat_cookie, with_seat
from alongside.kit.errors import Refused
from alongside.workshops.queries import get_my_seat
from alongside.workshops.rules import may_take_part

if TYPE_CHECKING:
    from alongside.activities.models import Activity
    from alongside.workshops.models import Seat

EASY = "easy"


@with_seat
@never_cache
def answer(request: Request, pk: int) -> HttpResponse:
    """One question: to wait for, to answer, answered, or closed."""
    seat = get_my_seat(request.viewer.seat_id or 0)
    activity = queries.get_activity_in(seat.session, pk, request.viewer)
    if not may_take_part(seat):
        return redirect("workshops:seat")
    page = _page(request, activity, seat)
    if request.method == "POST":
        return _send(request, page)
    if page.is_passed and page.state == "sent":
        return redirect("workshops:hand_on")
    response = render(request, "activities/answer.html", page.context())
    if "easy" in request.GET:
        response.set_cookie(EASY, "yes" if page.is_easy else "no", **seat_cookie.for_long())
    return response


def _page(request: Request, activity: "Activity", seat: "Seat") -> "phone_page.PhonePage":
    return phone_page.PhonePage(
        activity,
        seat,
        seat_cookie.read(request) or "",
        wants_form="again" in request.GET,
        is_easy=_wants_easy(request),
        is_passed=passed_phone.is_passed(request),
    )


def _wants_easy(request: Request) -> bool:
    """Easy read is switched on for a phone by a link, and stays so."""
    return request.GET.get("easy", request.COOKIES.get(EASY, "")) == "yes"


def _send(request: Request, page: "phone_page.PhonePage") -> HttpResponse:
    """Keep the answer, or show the form again with what was typed and what is wrong."""
    sent = phone_page.Sent(page, request.POST, request.FILES)
    form = sent.form() if page.is_for(request.POST.get("for", "")) else None
    if form is None:
        return redirect("activities:answer", pk=page.activity.pk)
    if not form.is_valid():
        return render(request, "activities/answer.html", page.context(form), status=422)
    try:
        actions.answer(**sent.values(form))
    except Refused as refused:
        return render(request, "activities/answer.html", page.context(form, refused.because), status=409)
    return redirect(f"{reverse('activities:answer', args=[page.activity.pk])}?sent")


@with_seat
@never_cache
@passed_phone.own_phone
def my_words(request: Request) -> HttpResponse:
    """Everything this phone said, each with a way to take it back."""
    context = {
        "seat": get_my_seat(request.viewer.seat_id or 0),
        "own": queries.own_words(seat_cookie.read(request) or ""),
    }
    return render(request, "activities/my_words.html", context)


@with_seat
@never_cache
@passed_phone.own_phone
def take_back(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask once more, and say honestly what happens; then take the words back."""
    contribution = queries.get_own(pk, seat_cookie.read(request) or "")
    if request.method == "POST":
        actions.take_back(contribution=contribution, by=request.viewer)
        messages.success(request, _("You took your words back. They are off the wall, and erased here."))
        return redirect("activities:my_words")
    said = queries.said([contribution])[0]
    return render(
        request, "activities/take_back.html", {"said": said, "seat": get_my_seat(request.viewer.seat_id or 0)}
    )
