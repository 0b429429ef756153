"""What a project keeps about a person, for the export and the erasure of one's own data."""

import secrets
from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.kit.personal_data import Declaration, Row, Subject, declare
from alongside.projects.models import Partner
from alongside.projects.queries import pseudonyms_of


def declare_all() -> None:
    """Tell the kit; called when Django starts."""
    declare(
        Declaration(
            model=Partner,
            about=_("What a project knows you by"),
            kept_for=_("until the project ends; then the key that links it to you is destroyed"),
            find=_of,
            tell=_rows,
            erase=_erase,
        )
    )


def _of(subject: Subject) -> QuerySet[Partner]:
    known_by = pseudonyms_of(subject.person_id) if subject.person_id else []
    return Partner.objects.filter(pseudonym__in=known_by).select_related("project", "group", "organisation")


def _rows(partners: Sequence[Partner]) -> list[Row]:
    return [
        {
            "project": partner.project.name,
            "code": partner.code,
            "group": partner.group.name,
            "organisation": str(partner.organisation or ""),
            "region": partner.region,
        }
        for partner in partners
    ]


def _erase(partners: Sequence[Partner]) -> int:
    """Cut the link to the person for good. The code and every count stay, and belong to nobody."""
    for partner in partners:
        partner.pseudonym, partner.region, partner.organisation = secrets.token_hex(32), "", None
        partner.save(update_fields=["pseudonym", "region", "organisation"])
    return len(partners)
