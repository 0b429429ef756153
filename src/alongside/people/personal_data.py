"""What is kept about a person, for the export and the erasure of one's own data."""

import json
from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.kit.mail.models import KeptLetter, Outbox
from alongside.kit.mail.outbox import ERASED
from alongside.kit.mail.queries import letters_to
from alongside.kit.personal_data import Declaration, Row, Subject, declare
from alongside.kit.words import erase_all, open_all
from alongside.people.models import Person, Route
from alongside.people.queries import get_account, open_contacts

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
    declare(
        Declaration(
            model=Outbox,
            about=_("Mail on its way to you"),
            kept_for=_("until it was sent"),
            find=lambda subject: letters_to(
                Outbox.objects.exclude(state=Outbox.State.SENT), _addresses(subject)
            ),
            tell=_mail_rows,
            erase=_erase_mail,
        )
    )
    declare(
        Declaration(
            model=KeptLetter,
            about=_("Mail to you that was kept here instead of sent"),
            kept_for=_("the newest 200, where no mail server is set"),
            find=lambda subject: letters_to(KeptLetter.objects.all(), _addresses(subject)),
            tell=_mail_rows,
            erase=_erase_kept,
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


def _addresses(subject: Subject) -> list[str]:
    """Where mail to somebody goes: their own address, and that of their account."""
    account = get_account(subject.account_id)
    contacts = open_contacts([subject.person_id]) if subject.person_id else []
    known = [each.email for each in contacts] + [account.email if account else None]
    return [address for address in known if address]


def _mail_rows(mails: Sequence[Outbox | KeptLetter]) -> list[Row]:
    texts = open_all(mail.letter for mail in mails)
    letters = [(mail, json.loads(text)) for mail, text in zip(mails, texts, strict=True) if text]
    return [
        {"on": mail.created_at.date().isoformat(), "subject": letter["subject"], "text": letter["text"]}
        for mail, letter in letters
    ]


def _erase_mail(mails: Sequence[Outbox]) -> int:
    """It stays written down that there was a mail; it can't be read or sent any more."""
    pks = [mail.pk for mail in mails]
    Outbox.objects.filter(pk__in=pks).update(state=Outbox.State.FAILED, trouble=ERASED)
    return erase_all(mail.letter for mail in mails)


def _erase_kept(letters: Sequence[KeptLetter]) -> int:
    KeptLetter.objects.filter(pk__in=[letter.pk for letter in letters]).delete()
    return erase_all(letter.letter for letter in letters)
