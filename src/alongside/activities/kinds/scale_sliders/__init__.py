"""Scale and sliders: everybody puts a dot on a few scales, and the group sees where it stands."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("See where the group stands, and how far apart, on a few questions. Then talk about why."),
    when=_("In the middle and at the end of a series. The same scales again later show what moved."),
    size=_("5 people or more. With fewer, talk instead: a dot could give someone away."),
    minutes=_("5 minutes for the dots. 10 to 20 for the talk, which is what it is for."),
    source=_(
        "The Cube (Gibson and colleagues): four scales on public involvement, which are voice, ways to contribute, "
        "whose concerns, and readiness to change. The words here are our own; write yours."
    ),
    purposes=("check", "make_sense"),
    least_people=5,
    most_people=0,
    least_minutes=10,
    most_minutes=30,
    modes=("room", "online", "phone", "post"),
    fits=("reading", "power"),
)
