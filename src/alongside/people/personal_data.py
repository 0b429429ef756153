"""What is kept about a person, for the export and the erasure of one's own data."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.kit.personal_data import Declaration, Row, Subject, declare
from alongside.kit.words import erase_all
from alongside.people.models import Person, Route
from alongside.people.queries import open_contacts

SEALED = ("name", "email", "phone", "needs")


def declare_all() -> None:
    """Tell the kit; called when Django starts."""
    declare(
        Declaration(
            model=Person,
            about=_("How to reach you"),
            kept_for=_("as long as you take part, and until you ask us to delete it"),
            find=_of,
            tell=_rows,
            erase=_erase,
        )
    )


def _of(subject: Subject) -> QuerySet[Person]:
    return Person.objects.filter(pk=subject.person_id) if subject.person_id else Person.objects.none()


def _rows(persons: Sequence[Person]) -> list[Row]:
    contacts = open_contacts(person.pk for person in persons)
    return [{name: getattr(each, name) for name in (*SEALED, "route")} for each in contacts]


def _erase(persons: Sequence[Person]) -> int:
    """Nothing is left but a number, so that counts stay right."""
    boxes = [getattr(person, name) for person in persons for name in SEALED]
    empty = dict.fromkeys(SEALED)
    Person.objects.filter(pk__in=[person.pk for person in persons]).update(**empty, reached_by=Route.NONE)
    erase_all(boxes)
    return len(persons)
