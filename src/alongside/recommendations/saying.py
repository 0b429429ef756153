"""How days and numbers of people are said."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.workshops.models import Round

FEW = 5
"""Below this, numbers of others are not said to partners or on public pages."""


def day(when: date | datetime) -> str:
    """A day as people say it: 12 May; with the year when it is another year."""
    on = timezone.localdate(when) if isinstance(when, datetime) else when
    return date_format(on, "j F" if on.year == timezone.localdate().year else "j F Y")


def round_words(round: Round) -> str:
    """How a round is called: by its number."""
    return _("Round {number}").format(number=round.number)


def voices(count: int, workshops: int) -> str:
    """How many stand behind something: 9 voices, in 3 workshops."""
    said = ngettext("{n} voice", "{n} voices", count).format(n=count)
    return _("{voices}, in {workshops}").format(voices=said, workshops=in_workshops(workshops))


def in_workshops(count: int) -> str:
    """3 workshops."""
    return ngettext("{n} workshop", "{n} workshops", count).format(n=count)


def others(count: int, workshops: int) -> str:
    """How many others said it, for a partner; small numbers are never said."""
    if count <= 0:
        return ""
    if count < FEW:
        return _("A few others said this too.")
    return _("{n} others said this too, in {workshops}.").format(n=count, workshops=in_workshops(workshops))


def guarded(count: int, workshops: int) -> str:
    """How many stand behind something, for those who may not read words."""
    if not count:
        return ""
    return voices(count, workshops) if count >= FEW else _("A few voices")
