"""Critique of a draft: part by part, what to keep and what to change; and the team's answer to every comment."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Make a draft better with the people it is for, and show them what became of each comment."),
    when=_(
        "When there is something to look at: a booklet, slides, a film script, recommendations. Early is better."
    ),
    size=_("3 to 10 people in a workshop. More by post or over a week."),
    minutes=_("30 to 60 minutes. Send the draft out a week before."),
    source=_(
        "Round 4 of the homecare workshops told by Bayley and others (2025): partners took drafts of training apart, "
        "and colour, length, layout and voice changed because of it."
    ),
    purposes=("check", "make"),
    least_people=1,
    least_minutes=30,
    most_minutes=60,
    modes=("room", "online", "post", "phone"),
    strains=("reading",),
)
