"""Nomination poll: people name what to talk about, also what is missing; the picks set the order."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Let the group, not the team, set where the talk starts and in which order it goes on."),
    when=_("Right before a talk about several things, when time may not be enough for all."),
    size=_("Any number."),
    minutes=_("3 minutes to nominate. 5 more if new things come up and all choose once more."),
    source=_(
        "Opening poll of the sense-making workshop in the ARC study of co-production (2021): the six findings that "
        "people picked most were talked about first."
    ),
    purposes=("choose", "gather"),
    least_people=4,
    most_people=0,
    least_minutes=3,
    most_minutes=15,
    modes=("room", "online", "phone"),
    fits=("power", "strangers"),
)
