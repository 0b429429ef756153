"""What workshops keep about somebody, for the export and the erasure of one's own data."""

import secrets
from collections.abc import Sequence

from django.db.models import Model, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.kit.personal_data import Declaration, Row, Subject, declare
from alongside.projects.queries import pseudonyms_of
from alongside.workshops.models import Agreement, Attendance, Invitation, Registration, Seat
from alongside.workshops.queries import held_seats
from alongside.workshops.seats import hash_of


def declare_all() -> None:
    """Tell the kit; called when Django starts."""
    declare(
        Declaration(
            model=Seat,
            about=_("Your seats in workshops"),
            kept_for=_("until the project ends; nobody but you can open them"),
            find=_seats,
            tell=_seat_rows,
            erase=_empty_seats,
        )
    )
    for model, about, day in (
        (Registration, _("That you were interested"), "registered_on"),
        (Invitation, _("That you were asked, and what you said"), "answered_at"),
        (Agreement, _("The rounds you said yes to"), "agreed_on"),
        (Attendance, _("The workshops you came to"), ""),
    ):
        declare(_by_code(model, about, day))


def _by_code(model: type[Model], about: str | Promise, day: str) -> Declaration:
    """A thing kept beside a partner's code. Erasing the link to the person (projects) leaves a count of nobody."""
    return Declaration(
        model=model,
        about=about,
        kept_for=_("as a count, once the link to you is gone"),
        find=lambda subject: _of_partner(model, subject),
        tell=lambda things: [_row(thing, day) for thing in things],
        erase=lambda _things: 0,
    )


def _of_partner(model: type[Model], subject: Subject) -> QuerySet[Model]:
    known_by = pseudonyms_of(subject.person_id) if subject.person_id else []
    return model._default_manager.filter(partner__pseudonym__in=known_by)


def _row(thing: Model, day: str) -> Row:
    place = next(getattr(thing, name) for name in ("session", "round", "series") if hasattr(thing, name))
    when = getattr(thing, day, None) if day else None
    answer = getattr(thing, "answer", "")
    return {"what": str(place), "on": str(when.isoformat()[:10]) if when else "", "answer": answer}


def _seats(subject: Subject) -> QuerySet[Seat]:
    """By the phone's secret, those of earlier workshops too; by the person those given without a phone."""
    found = Q(pk__in=[])
    if subject.seat_secret:
        found |= Q(token_hash__in=[hash_of(held.secret) for held in held_seats(subject.seat_secret)])
    if subject.person_id:
        found |= Q(partner__pseudonym__in=pseudonyms_of(subject.person_id))
    return Seat.objects.filter(found).select_related("session__round__series", "group")


def _seat_rows(seats: Sequence[Seat]) -> list[Row]:
    return [
        {
            "workshop": str(seat.session),
            "room_name": seat.room_name,
            "group": seat.group.name if seat.group else "",
            "joined_on": seat.joined_at.date().isoformat(),
            "agreed": seat.agreed_at is not None,
        }
        for seat in seats
    ]


def _empty_seats(seats: Sequence[Seat]) -> int:
    """The chair stays in the room, and nobody holds it: no secret opens it any more."""
    for seat in seats:
        seat.token_hash, seat.earlier = secrets.token_hex(32), None
        seat.partner = seat.group = seat.break_out = None
        seat.save(update_fields=["token_hash", "earlier", "partner", "group", "break_out"])
    return len(seats)
