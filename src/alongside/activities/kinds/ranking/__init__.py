"""Ranking: everybody puts the options in order; the orders are put together, and it is said how far people agree."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Put things in order of importance, and see how far people agree about it."),
    when=_("When the order matters and the list is short. For a long list use dots first."),
    size=_("3 to 100 people."),
    minutes=_("10 minutes, with time to talk about what surprised people."),
    source=_(
        "Sum of ranks as in the nominal group technique (Delbecq and Van de Ven, 1971; James Lind Alliance guidebook), "
        "checked against Condorcet’s winner and Kemeny’s order. Agreement by Kendall’s W (1939)."
    ),
    purposes=("choose", "decide", "check"),
    least_people=3,
    most_people=100,
    least_minutes=8,
    most_minutes=15,
    modes=("room", "online", "phone", "post"),
    fits=("power",),
    strains=("reading",),
)
