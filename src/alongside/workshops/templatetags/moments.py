"""`{% load moments %}`: days and times as people say them."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.workshops import rules

register = template.Library()


@register.filter
def clock(moment: datetime) -> str:
    """6pm, 6.30pm."""
    return rules.clock(timezone.localtime(moment))


@register.filter
def day_and_clock(moment: datetime) -> str:
    """Tuesday 15 September, 6.30pm; with the year when it is another one."""
    here = timezone.localtime(moment)
    day = (
        rules.day_words(here)
        if here.year == timezone.localdate().year
        else f"{rules.day_words(here)} {here.year}"
    )
    return _("{day}, {time}").format(day=day, time=rules.clock(here))
