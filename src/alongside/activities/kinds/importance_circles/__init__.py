"""Importance circles: cards go into an inner or an outer circle, alone first, then together; new cards are welcome."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Judge together which findings or ideas matter most here, and put into words what is missing."),
    when=_("When people have read the findings. It opens the talk about why."),
    size=_("4 to 30 people: alone first, then together."),
    minutes=_("15 to 40 minutes. Most of it is talk."),
    source=_(
        "Sense-making workshop of the ARC study of co-production (2021): six cards from the interviews, six blank "
        "ones, an inner and an outer circle, against a context that is said first."
    ),
    purposes=("make_sense", "choose", "check"),
    least_people=4,
    most_people=30,
    least_minutes=15,
    most_minutes=40,
    modes=("room", "online", "post"),
    fits=("power",),
    strains=("reading",),
)
