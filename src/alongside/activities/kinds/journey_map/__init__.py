"""Journey map: step by step along a way somebody went, how it felt, whom they met, and which steps matter most."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_(
        "See a service as people live it: where it carries them, where it drops them, and what to mend first."
    ),
    when=_(
        "When you look at a way through something, such as the first months in a job, or going home from hospital."
    ),
    size=_("4 to 30 people. Those who went that way themselves speak first."),
    minutes=_("30 to 60 minutes: walk the steps, look at the line together, mark what matters most."),
    source=_(
        "Journey mapping as in experience-based co-design (Bate and Robert, 2006) and service design: steps, "
        "touchpoints, feelings, and people’s own words. The line shows feelings by height, never by colour alone."
    ),
    purposes=("make_sense", "gather"),
    least_people=3,
    most_people=8,
    least_minutes=45,
    most_minutes=90,
    modes=("room", "online"),
    strains=("reading",),
)
