"""Evidence walk-through: people go through findings in plain words, mark them, and ask."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_(
        "Share what research found in plain words, and hear where it fits, surprises, or leaves people out."
    ),
    when=_("Before people judge or build on findings. A few at a time: hold some back for the next round."),
    size=_("Any number. People read alone first, so nobody has to be quick."),
    minutes=_("10 to 20 minutes: half to read, half for the questions."),
    source=_(
        "Homecare end-of-life workshops (Bayley and colleagues, 2025): findings of the parent study came in round by "
        "round, and early sessions explained how research works and what its words mean."
    ),
    purposes=("learn", "make_sense"),
    least_people=2,
    most_people=0,
    least_minutes=10,
    most_minutes=30,
    modes=("room", "online", "phone", "post"),
    strains=("reading",),
)
