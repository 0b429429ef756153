"""Skills and offers: what each can bring, wants to learn, and what the group as a whole still misses."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_(
        "See what a group can do, who can learn from whom, and whom to bring in because something is missing."
    ),
    when=_("Early, when a team and its partners form; and again before the work changes."),
    size=_("5 to 30 people. Partners and researchers alike: everybody offers, everybody learns."),
    minutes=_("10 minutes to mark, 10 to talk about what is missing."),
    source=_(
        "ARC study of co-production (van der Graaf and colleagues, 2023): the skills that its leaders named, from "
        "patience to humility, and the advice to look for the gap and fill it. The words here are our own."
    ),
    purposes=("warm_up", "gather"),
    least_people=5,
    most_people=30,
    least_minutes=15,
    most_minutes=30,
    modes=("room", "online", "post"),
    fits=("strangers",),
)
