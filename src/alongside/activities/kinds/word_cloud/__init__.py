"""Word cloud: everybody gives a few words; they hang on the wall as on washing lines, bigger where more said them."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Warm up, and see what people feel or think in a few words."),
    when=_("At the start. Or after a talk, to hear what stayed with people."),
    size=_("4 to 30 people. More is fine."),
    minutes=_("10 to 15 minutes, with time to talk about the words."),
    source=_(
        "Warm-up of the ARC East of England co-production workshop, March 2023: recall working well with others, and "
        "how it felt. The answers fed a word cloud."
    ),
    purposes=("warm_up", "gather", "check"),
    least_people=4,
    least_minutes=10,
    most_minutes=15,
    modes=("room", "online", "phone", "post"),
    fits=("strangers", "reading"),
)
