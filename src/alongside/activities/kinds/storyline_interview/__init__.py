"""Storyline interview: seven questions that together tell how people worked together, written or told."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_(
        "Hear the whole story of a piece of work from those who were in it, in their own order and words."
    ),
    when=_("When you want to learn from what was done before. As an interview, in writing, or half of each."),
    size=_("One person at a time, each by themselves. 8 to 30 in all make a picture."),
    minutes=_("20 to 45 minutes. People can stop and come back: what is written stays on their phone."),
    source=_(
        "The storyline topic list (appendix 1) of van der Graaf and others, 2023, on leading co-production in research "
        "partnerships: seven questions for a spoken or written account. Worded anew here."
    ),
    purposes=("learn", "gather"),
    least_people=1,
    least_minutes=20,
    most_minutes=45,
    modes=("phone", "post", "online", "room"),
    fits=("power",),
)
