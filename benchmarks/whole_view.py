"""An ordinary Django view that keeps the same promises as our live path, one answer at a time, by the ORM.

It checks the answer with the kind's own form, looks the seat up, seals the words under a key of their own in the second
store, keeps the contribution in the place of the one before, adds a line to the audit chain, and tells the room after
the commit: one transaction, synchronous=FULL. The same id again gets its first receipt. It is a synchronous view in
four threads beside uvicorn, which is the cheapest way we know to serve Django.

Left out in its favour: the check of where the post comes from, the limit for each seat, languages, and pictures.
"""

import hashlib
import uuid

import django
from django.conf import settings

from benchmarks.baselines import MIDDLEWARE


def app() -> object:
    """The view behind Django's default middleware, as an ASGI application; the product's store and models."""
    django.setup()
    settings.ROOT_URLCONF, settings.MIDDLEWARE = __name__, MIDDLEWARE
    from a2wsgi import WSGIMiddleware
    from django.core.wsgi import get_wsgi_application

    return WSGIMiddleware(get_wsgi_application(), workers=4)


def _view() -> object:
    from django.db import transaction
    from django.http import Http404, HttpRequest, JsonResponse
    from django.shortcuts import get_object_or_404
    from django.utils import timezone

    from alongside.activities.board import form_of
    from alongside.activities.kept import pack
    from alongside.activities.live import news
    from alongside.activities.live.contribution import Arrival
    from alongside.activities.models import Activity, Contribution
    from alongside.activities.registry import kind_for
    from alongside.activities.rules import may_answer
    from alongside.kit.access import NOBODY, Viewer
    from alongside.kit.audit import receipt_for, record
    from alongside.kit.words import seal
    from alongside.workshops.models import Seat
    from alongside.workshops.rules import may_take_part
    from alongside.workshops.seats import hash_of, mark_for

    def answer(request: HttpRequest, number: int) -> JsonResponse:
        secret = request.COOKIES.get("seat", "")
        seats = Seat.objects.select_related("session__round__series")
        seat = get_object_or_404(seats, token_hash=hash_of(secret))
        activity = get_object_or_404(Activity, pk=number, session=seat.session_id)
        known_as, mark = uuid.UUID(request.POST["id"]), mark_for(secret, activity.pk)
        known = Contribution.objects.filter(pk=known_as).first()
        if known is not None:
            if bytes(known.mark) != mark:
                raise Http404
            return _receipt(receipt_for(known))
        form = form_of(activity, activity.stage, request.POST)
        if not form.is_valid():
            return JsonResponse({"ok": False, "errors": form.errors}, status=422)
        with transaction.atomic():
            activity = Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk)
            if not may_take_part(seat) or not may_answer(activity, activity.stage):
                return JsonResponse({"ok": False}, status=409)
            return _receipt(_keep(activity, seat, form.cleaned_data, known_as, mark))

    def _keep(activity: Activity, seat: Seat, given: dict, known_as: uuid.UUID, mark: bytes) -> object:
        kind, now = kind_for(activity.kind), timezone.now()
        before = Contribution.objects.filter(mark=mark, slot=activity.stage, replaced_at=None).first()
        if before is not None and kind.stage(activity.stage).is_one_each:
            before.replaced_at = now
            before.save(update_fields=["replaced_at"])
        new = Contribution.objects.create(
            id=known_as,
            activity=activity,
            mark=mark,
            slot=activity.stage,
            seat=None if activity.is_anonymous else seat,
            shown_as="" if activity.is_anonymous else seat.room_name,
            answer=seal(pack(given, kind.schema)),
            created_at=now,
        )
        line = {"activity": activity.pk, "sealed": hashlib.sha256(new.answer.box).hexdigest()}
        record(
            "contributed", new, by=NOBODY if activity.is_anonymous else Viewer(seat_id=seat.pk), content=line
        )
        told = Arrival(str(new.pk), activity.pk, activity.session_id, mark, given)
        transaction.on_commit(lambda: news.tell([told]))
        return receipt_for(new)

    def _receipt(receipt: object) -> JsonResponse:
        return JsonResponse({"ok": True, "number": receipt.number, "words": receipt.words})

    return answer


def __getattr__(name: str) -> object:
    if name != "urlpatterns":
        raise AttributeError(name)
    from django.http import HttpResponse
    from django.urls import path

    globals()["urlpatterns"] = [
        path("live/answer/<int:number>/", _view()),
        path("healthz", lambda _request: HttpResponse("ok")),
    ]
    return globals()["urlpatterns"]
