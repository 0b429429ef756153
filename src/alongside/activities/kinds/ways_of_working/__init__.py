"""Ways of working: the group sets its own ground rules, and all say yes to them, or what stands in the way."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Set together how we work, so that everybody feels able to speak. Not the team’s rules: ours."),
    when=_("In the first session of a series, before anything else. In later ones, look at it again."),
    size=_("Any number. In a small group read each line aloud."),
    minutes=_("10 to 20 minutes the first time, 2 to 5 to look at it again."),
    source=_(
        "Homecare end-of-life workshops (Bayley and colleagues, 2025): ways of working and ground rules, and a "
        "reminder each time. ARC study of co-production (2021): ground rules agreed first, so that all can share."
    ),
    purposes=("decide", "warm_up"),
    least_people=3,
    most_people=40,
    least_minutes=5,
    most_minutes=30,
    modes=("room", "online"),
    fits=("strangers", "power"),
    strains=("reading",),
)
