"""Own words that facilitation keeps, for the export and the erasure of one's own data."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.facilitation import queries
from alongside.facilitation.actions import let_go_of
from alongside.facilitation.models import Aside, Parked
from alongside.kit.access import NOBODY
from alongside.kit.personal_data import Declaration, Row, Subject, declare
from alongside.kit.words import erase_all, open_all


def declare_all() -> None:
    """Tell the kit; called when Django starts."""
    declare(
        Declaration(
            model=Parked,
            about=_("Questions you parked"),
            kept_for=_("until the project ends, or until you take them back"),
            find=_parked,
            tell=_parked_rows,
            erase=lambda rows: let_go_of(rows=rows, by=NOBODY),
        )
    )
    declare(
        Declaration(
            model=Aside,
            about=_("What you wrote on the private line of a workshop"),
            kept_for=_("until the workshop ends, or a day at most"),
            find=lambda subject: Aside.objects.filter(written_by=subject.account_id or 0),
            tell=_aside_rows,
            erase=_erase_asides,
        )
    )


def _parked(subject: Subject) -> QuerySet[Parked]:
    marks = queries.marks_of(subject.seat_secret) if subject.seat_secret else []
    return Parked.objects.filter(mark__in=marks).select_related("session")


def _parked_rows(rows: Sequence[Parked]) -> list[Row]:
    return [
        {
            "question": each.text,
            "answer": each.said or "",
            "asked_on": each.parked.parked_at.date().isoformat(),
        }
        for each in queries.opened(rows)
    ]


def _aside_rows(rows: Sequence[Aside]) -> list[Row]:
    texts = open_all([row.text for row in rows])
    return [
        {"words": text, "on": row.written_at.date().isoformat()}
        for row, text in zip(rows, texts, strict=True)
    ]


def _erase_asides(rows: Sequence[Aside]) -> int:
    with transaction.atomic():
        Aside.objects.filter(pk__in=[row.pk for row in rows]).delete()
    erase_all([row.text for row in rows])
    return len(rows)
