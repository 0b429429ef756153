"""1-2-4-All: think alone, then in twos, then in fours, then with everybody; what is not shared further is kept too."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Hear everybody’s ideas in a quarter of an hour, and let the strong ones grow on the way."),
    when=_(
        "When a room is large, or a few people speak most. Everybody has said something before anybody speaks up."
    ),
    size=_("8 people or more. It works as well with 200."),
    minutes=_("12 minutes: 1 alone, 2 in twos, 4 in fours, 5 with everybody. Ask for a bell between them."),
    source=_(
        "1-2-4-All, from Liberating Structures by Keith McCandless and Henri Lipmanowicz "
        "(liberatingstructures.com, CC BY-SA 4.0). Described here in our own words."
    ),
    purposes=("gather", "choose", "make"),
    least_people=4,
    least_minutes=12,
    most_minutes=20,
    modes=("room", "online"),
    fits=("strangers", "power"),
)
