"""What-if cards: made-up questions from what was found out, answers by people who know, checked for safety."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Make short cards to learn with: a question that could happen tomorrow, and what to do."),
    when=_(
        "When interviews or workshops have shown which moments are hard, and people know ways through them."
    ),
    size=_("3 to 8 people at a time. Others can add answers by phone."),
    minutes=_("20 to 40 minutes for a few cards. The safety check comes after, by somebody whose job it is."),
    source=_(
        "“What if …?” cards of the homecare workshops told by Bayley and others (2025): made-up questions from what "
        "workers had told, for five minutes in a team meeting."
    ),
    purposes=("make", "learn"),
    least_people=3,
    most_people=30,
    least_minutes=20,
    most_minutes=40,
    modes=("room", "online", "post", "phone"),
    fits=("reading",),
)
