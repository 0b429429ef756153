"""Do's and don'ts: people say what works and what does not; a run of two polls makes two lists in order."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Turn what people have been through into advice that others can use."),
    when=_("Near the end, when stories have been told. People leave with ideas for their own work."),
    size=_("5 to 40 people."),
    minutes=_("15 to 20 minutes: five to write, five to put like with like, and two short polls."),
    source=_(
        "Last exercise of the ARC East of England co-production workshop, March 2023: do’s and don’ts, put in order by "
        "a run of online polls."
    ),
    purposes=("learn", "make", "choose"),
    least_people=5,
    most_people=40,
    least_minutes=15,
    most_minutes=20,
    modes=("room", "online", "phone"),
)
