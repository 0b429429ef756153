"""Action learning set: one person's live problem, open questions by the others, and an action with a day."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_(
        "Help somebody find their own way out of a real problem, and learn together from what they then do."
    ),
    when=_(
        "When people meet several times and trust each other. Not for problems that somebody else should solve."
    ),
    size=_("4 to 8 people in a set."),
    minutes=_(
        "30 to 40 minutes for each turn: 5 to tell, 20 to ask, 5 for the action. Next time begins with it."
    ),
    source=_(
        "Action learning, from Reg Revans (The Origins and Growth of Action Learning, 1982): open questions come "
        "first, and learning comes from acting on them."
    ),
    purposes=("learn",),
    least_people=4,
    most_people=8,
    least_minutes=30,
    most_minutes=40,
    modes=("room", "online"),
    strains=("strangers",),
)
