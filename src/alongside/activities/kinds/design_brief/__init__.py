"""Paired design brief: stories, myths and barriers, then in twos or threes a need, an idea and a brief to work from."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Turn what people live with into a brief that a designer can begin with on Monday."),
    when=_(
        "When something is to be made or made anew, and those who would use it sit beside those who could make it."
    ),
    size=_("Twos or threes of people with different parts, such as a worker, a family carer and a designer."),
    minutes=_("60 minutes, or a series of five short meetings. One phone writes for each pair."),
    source=_(
        "Workshop series in which stroke survivors, clinicians and students of product design wrote briefs together, "
        "told by van der Graaf and others, 2023."
    ),
    purposes=("make", "make_sense"),
    least_people=2,
    least_minutes=60,
    most_minutes=120,
    modes=("room", "online"),
    fits=("power",),
)
