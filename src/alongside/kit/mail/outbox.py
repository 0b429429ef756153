"""Sending mail: written down with the work it belongs to, sent by the worker, tried again when the post is
down.
"""

import json
from datetime import timedelta

from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.utils import timezone, translation
from django_tasks import task

from alongside.kit.mail.models import Outbox
from alongside.kit.words import erase, open_words, seal

MOST_TRIES = 12
ERASED = "erased"
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=6)


def send_later(*, to: str, subject: str, text: str, key: str, language: str = "") -> bool:
    """Write a plain-text mail into the outbox, inside the caller's transaction.

    `key` names this mail once and for all ("response:12:seat:7"): a second call with it writes nothing and
    gives False. The worker sends it after the transaction is saved, at least once.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("A mail belongs into the transaction of the work it tells about; open one first.")
    if Outbox.objects.filter(key=key).exists():
        return False
    letter = seal(json.dumps({"to": to, "subject": subject, "text": text}))
    mail = Outbox(key=key, letter=letter, language=language or translation.get_language() or "en-gb")
    written = Outbox.objects.bulk_create([mail], ignore_conflicts=True)
    send_one.enqueue(key)
    return bool(written)


@task()
def send_one(key: str) -> None:
    """Send one mail of the outbox; when that fails, come back later, longer each time."""
    with transaction.atomic():
        waiting = Outbox.objects.select_for_update().filter(key=key, state=Outbox.State.WAITING)
        mail = waiting.first()
        if mail is None or mail.next_try_at > timezone.now() + timedelta(seconds=1):
            return
        mail.tries += 1
        mail.next_try_at = timezone.now() + pause_after(mail.tries)
        mail.save(update_fields=["tries", "next_try_at"])
    trouble = _send(mail)
    _note(mail, trouble)


def pause_after(tries: int) -> timedelta:
    """How long to wait after so many tries: 30 s, doubled each time, at most 6 hours."""
    doubled: int = 2 ** min(tries - 1, 20)
    return min(FIRST_PAUSE * doubled, LONGEST_PAUSE)


def _send(mail: Outbox) -> str:
    """Give the mail to the post; "" when it went out, else the kind of trouble (never its text)."""
    opened = open_words(mail.letter)
    if opened is None:
        return ERASED
    letter = json.loads(opened)
    headers = {
        "Message-ID": f"<{mail.pk}.{mail.created_at:%Y%m%d%H%M%S}@alongside>",
        "Auto-Submitted": "auto-generated",
    }
    headers["Content-Language"] = mail.language
    try:
        EmailMessage(letter["subject"], letter["text"], to=[letter["to"]], headers=headers).send()
    except Exception as problem:  # noqa: BLE001 - whatever the post does, the letter stays and is tried again
        return type(problem).__name__
    return ""


def _note(mail: Outbox, trouble: str) -> None:
    """Write down how it went, and queue the next try when there is one."""
    with transaction.atomic():
        if not trouble:
            mail.state, mail.sent_at = Outbox.State.SENT, timezone.now()
        elif trouble == ERASED or mail.tries >= MOST_TRIES:
            mail.state = Outbox.State.FAILED
        else:
            send_one.using(run_after=mail.next_try_at).enqueue(mail.key)
        mail.trouble = trouble
        mail.save(update_fields=["state", "sent_at", "trouble"])
        if not trouble:
            erase(mail.letter)  # its reader has it now; if we stop before this is saved, it is not sent twice


def drain() -> int:
    """Send everything that is due, in this process:

    for `alongside outbox --drain` and tests. Says how many tried.
    """
    due = Outbox.objects.filter(state=Outbox.State.WAITING, next_try_at__lte=timezone.now())
    keys = list(due.order_by("pk").values_list("key", flat=True))
    for key in keys:
        send_one.call(key)
    return len(keys)
