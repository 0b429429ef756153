"""Nominal group technique: quiet writing, round robin, clarifying, ranking, talk, and ranking once more."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Set priorities fairly: nobody is talked down, and everybody’s ideas are on the list."),
    when=_(
        "When a group has to agree what comes first, and some people are used to being heard more than others."
    ),
    size=_("5 to 10 people in a group."),
    minutes=_(
        "60 to 120 minutes: five to write, twenty to read round, twenty to clarify, then rank, talk and rank."
    ),
    source=_(
        "Delbecq and Van de Ven (1971). Here as in the James Lind Alliance guidebook: the final order by the sum of "
        "ranks, the lowest sum first."
    ),
    purposes=("decide", "choose", "gather"),
    least_people=5,
    most_people=10,
    least_minutes=60,
    most_minutes=120,
    modes=("room", "online"),
    fits=("power",),
    strains=("reading",),
)
