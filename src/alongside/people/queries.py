"""Reads of organisations, groups, persons and accounts."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from alongside.kit.words import open_all
from alongside.people.models import Account, Group, Organisation, Person, Route


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach somebody, opened. A None was never given or has been erased."""

    person_id: UUID
    name: str | None
    email: str | None
    phone: str | None
    needs: str | None
    reached_by: str

    @property
    def route(self) -> str:
        """The wished-for way, in words."""
        return str(Route(self.reached_by).label)


def has_accounts() -> bool:
    """Whether anybody can sign in yet."""
    return Account.objects.exists()


def get_account(account_id: int | None) -> Account | None:
    """The account, or None."""
    return Account.objects.filter(pk=account_id).first() if account_id else None


def find_account(email: str) -> Account | None:
    """The account with this e-mail address, or None."""
    return Account.objects.filter(email=email.strip().lower()).first()


def list_groups() -> list[Group]:
    """All groups in their order."""
    return list(Group.objects.all())


def list_organisations() -> list[Organisation]:
    """All organisations."""
    return list(Organisation.objects.all())


def person_ids() -> list[UUID]:
    """The ids of all persons: what pseudonyms are made from."""
    return list(Person.objects.order_by().values_list("pk", flat=True))


def open_contacts(ids: Iterable[UUID]) -> list[Contact]:
    """The opened contact details of these persons; two queries however many they are.

    Whoever calls this has asked rules or a reason first, and records that it was opened.
    """
    persons = list(Person.objects.filter(pk__in=list(ids)))
    sealed = [box for person in persons for box in (person.name, person.email, person.phone, person.needs)]
    opened = iter(open_all(sealed))
    return [
        Contact(person.pk, next(opened), next(opened), next(opened), next(opened), person.reached_by)
        for person in persons
    ]
