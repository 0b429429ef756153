"""What somebody who looks after a server should know, beyond what must be right before it starts."""

from alongside.kit.audit import export_lines, head, verify
from alongside.kit.backup import days_since_good_drill
from alongside.kit.keys import erasing
from alongside.kit.mail import queries as mail
from alongside.kit.words import census

DRILL_EVERY = 8


def look_deeper() -> list[str]:
    """Read the whole store and say, in sentences, what somebody should see to; empty when all is well."""
    return [*_chain(), *_words(), *_log(), *_mail(), *_drill()]


def _chain() -> list[str]:
    return [f"The audit chain: {problem}" for problem in verify.check(export_lines(), [head()]).problems]


def _words() -> list[str]:
    lost = census.lost_keys()
    return [f"{lost} pieces of own words have lost their key. Bring a copy of the keys back."] if lost else []


def _log() -> list[str]:
    if erasing.clear_log():
        return []
    return [
        "The log of the key store could not be emptied, because something reads it. Look again in a minute."
    ]


def _mail() -> list[str]:
    failed = mail.count_failed()
    return (
        [f"{failed} mails could not be sent after many tries. Check the settings of the mail server."]
        if failed
        else []
    )


def _drill() -> list[str]:
    days = days_since_good_drill()
    if days is None:
        return [
            "No backup has been tried yet. Make one with “alongside backup”, "
            "then try it with “alongside restore BACKUP --drill”."
        ]
    return (
        [f"A backup was last tried {days} days ago. Try one again this week."] if days > DRILL_EVERY else []
    )
