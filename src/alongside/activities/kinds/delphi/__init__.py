"""Delphi: scores in rounds, with what the group said in between, and a rule that was fixed before."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_(
        "Find out on what people agree, without anybody being talked over, and where they still differ."
    ),
    when=_(
        "When a list must be settled: what a course covers, which outcomes matter. People need not be in one place or "
        "come at one time."
    ),
    size=_("10 to 50 people or more. Say who is asked, and why these."),
    minutes=_(
        "10 to 20 minutes a round. Two or three rounds, a week or more apart, or in one day. Stop after two if "
        "little moves."
    ),
    source=_(
        "Dalkey and Helmer (1963). The rule is the one named most often in health research: in when 70 % or more score "
        "7 to 9 and fewer than 15 % score 1 to 3 (Williamson and others, COMET handbook, 2017)."
    ),
    purposes=("decide", "choose"),
    least_people=8,
    least_minutes=10,
    most_minutes=60,
    modes=("room", "online", "post", "phone"),
    fits=("power",),
    strains=("reading",),
)
