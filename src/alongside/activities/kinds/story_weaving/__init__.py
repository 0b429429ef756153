"""Story weaving: everybody gives a memory, as picture or words; the group lays them in order and tells one story."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Find what people’s memories have in common, and tell it as one story that everybody is in."),
    when=_(
        "When trust is there, and there is time. How it was to make the story matters more than the story."
    ),
    size=_("3 to 8 people in a small group; several groups can do it side by side."),
    minutes=_("40 to 60 minutes: ten for memories, ten for the order, the rest to tell."),
    source=_(
        "Story weaving in the ARC East of England workshop, March 2023: personal memories as pictures, laid side by "
        "side by a small group, became one story. Words alone count just as much."
    ),
    purposes=("make", "learn", "warm_up"),
    least_people=3,
    most_people=6,
    least_minutes=30,
    most_minutes=60,
    modes=("room", "online", "post"),
    fits=("power", "reading"),
)
