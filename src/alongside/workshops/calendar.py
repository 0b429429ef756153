"""One session as a calendar file (RFC 5545), named so that a later one replaces it."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.workshops.models import Session

MOST_OCTETS = 75


def event_of(session: Session) -> str:
    """The event, lines ended by CRLF and folded at 75 octets."""
    if session.starts_at is None:
        raise ValueError("A session without a day has no event.")
    series = session.round.series
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Alongside//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:session-{session.pk}-{series.key}@alongside",
        f"DTSTAMP:{_moment(timezone.now())}",
        f"DTSTART:{_moment(session.starts_at)}",
        f"DTEND:{_moment(session.starts_at + timedelta(minutes=session.minutes))}",
        f"SUMMARY:{_text(_('Workshop: {name}').format(name=series.name))}",
        f"LOCATION:{_text(session.place or session.get_mode_display())}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _moment(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(words: str) -> str:
    escaped = str(words).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """The line in parts of at most 75 octets, never cutting a letter; parts after the first begin with a space."""
    parts, part = [], ""
    for letter in line:
        if len((part + letter).encode()) > MOST_OCTETS:
            parts.append(part)
            part = " "
        part += letter
    return [*parts, part]
