"""Check-in and check-out: one word when people come, one when they go, and both beside each other."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Let everybody be heard once before the work starts, and see at the end what the day did."),
    when=_(
        "First and last step. At the end go back to this step, open it again, and go on to the next stage."
    ),
    size=_("Any number. In a big group people read the words; nobody has to say theirs aloud."),
    minutes=_("3 to 5 minutes, twice."),
    source=_(
        "Check-in rounds of group facilitation; and the warm-up of the ARC East of England workshop, March 2023, where "
        "people began with how it felt."
    ),
    purposes=("warm_up", "check"),
    least_people=2,
    most_people=0,
    least_minutes=3,
    most_minutes=10,
    modes=("room", "online", "phone"),
    fits=("strangers", "reading"),
)
