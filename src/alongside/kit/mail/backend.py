"""Where Django's mail goes: kept in the database, so a demo needs no mail server and sends nothing away."""

import json
from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from alongside.kit.words import erase_all, seal_all

KEPT = 200


class KeepHere(BaseEmailBackend):
    """Keeps each letter, sealed, for the page of kept mail."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep the letters; says how many."""
        from alongside.kit.mail.models import KeptLetter

        letters = [
            json.dumps(
                {"to": ", ".join(mail.recipients()), "subject": str(mail.subject), "text": str(mail.body)}
            )
            for mail in email_messages
        ]
        KeptLetter.objects.bulk_create([KeptLetter(letter=sealed) for sealed in seal_all(letters)])
        _let_old_ones_go()
        return len(letters)


def _let_old_ones_go() -> None:
    """Keep the newest letters only; the keys of the others are deleted."""
    from alongside.kit.mail.models import KeptLetter

    old = list(KeptLetter.objects.all()[KEPT:])
    if old:
        erase_all(letter.letter for letter in old)
        KeptLetter.objects.filter(pk__in=[letter.pk for letter in old]).delete()
