"""Mail that leaves after the work is saved: written to an outbox in the same transaction, sent by the worker.

While this is a demo, mail is kept in the database and shown on a page instead of being sent.
"""


def send_later(*, to: str, subject: str, text: str, key: str, language: str = "") -> bool:
    """Write a plain-text mail into the outbox, inside the caller's transaction; see outbox.send_later."""
    from alongside.kit.mail import outbox

    return outbox.send_later(to=to, subject=subject, text=text, key=key, language=language)
