"""Myths and facts: what people think and have heard, what is known, and what helps or gets in the way."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_(
        "Bring what people hear every day together with what is known, and learn what gets in the way."
    ),
    when=_("Where half-truths about a service or an illness stand between people and good care."),
    size=_("4 to 30 people. Nobody is tested: the group is, and so is the evidence."),
    minutes=_("20 to 30 minutes. 5 to say, 10 for the facts, 10 for your own experience."),
    source=_(
        "Storytelling and pictures about stroke services in the ARC study of co-production (2021): myths were "
        "explored, and what gets in the way and what helps was listed."
    ),
    purposes=("learn", "gather"),
    least_people=4,
    most_people=30,
    least_minutes=20,
    most_minutes=40,
    modes=("room", "online"),
    fits=("power",),
)
