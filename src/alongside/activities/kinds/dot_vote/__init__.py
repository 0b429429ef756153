"""Dot vote: everybody has a few dots and puts them where they matter; totals show when it closes."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Cut a long list short, and see how much people want each thing."),
    when=_("When the list is there and has been talked about. It shows what matters; it does not decide."),
    size=_("4 to 100 people."),
    minutes=_("5 to 10 minutes, with time to talk about what came out."),
    source=_(
        "Dot voting as written down by the Loomio and SessionLab method libraries: a third as many dots as options, "
        "hidden until all have voted, and no new options once it is open."
    ),
    purposes=("choose", "decide"),
    least_people=4,
    most_people=100,
    least_minutes=5,
    most_minutes=10,
    modes=("room", "online", "phone", "post"),
    fits=("strangers", "reading"),
)
