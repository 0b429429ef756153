"""Closing reflection: what helped, what got in the way, and one thing to take along."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Learn how it was for people, and let everybody leave with something of their own."),
    when=_("In the last ten minutes, before the thanks. Never skip it because time is short."),
    size=_("Any number."),
    minutes=_("10 minutes. Up to 45 when how we worked is what you want to learn about."),
    source=_(
        "Second part of the ARC East of England co-production workshop, March 2023: thinking back on what was lived "
        "through and learned."
    ),
    purposes=("learn", "check"),
    least_people=1,
    least_minutes=5,
    most_minutes=45,
    modes=("room", "online", "phone", "post"),
    fits=("power",),
)
