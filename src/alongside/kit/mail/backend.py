"""Where Django's mail goes: kept in the database, so a demo needs no mail server and sends nothing away."""

import json
from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from alongside.kit.words import seal_all


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
        return len(letters)
