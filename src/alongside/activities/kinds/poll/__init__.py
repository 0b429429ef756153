"""Poll: one question, a few answers to pick from, one or several each; shown when the facilitator closes it."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("See quickly where the room stands, or let the room choose where to start."),
    when=_("To open a topic, to choose what to talk about first, or to check before you move on."),
    size=_("Any size. With few people, answers can be guessed: only totals are shown."),
    minutes=_("2 to 5 minutes."),
    source=_(
        "Opening nomination poll and runs of online polls in the ARC workshops (2021, 2023). "
        "Answers stay hidden until the end, so that no one is swayed."
    ),
    purposes=("choose", "check", "warm_up"),
    least_people=2,
    least_minutes=2,
    most_minutes=5,
    modes=("room", "online", "phone", "post"),
    fits=("strangers", "power", "reading"),
)
