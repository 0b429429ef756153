"""Open notes: people write as many short notes as they like; each is a card on the wall."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Collect thoughts, worries, ideas or stories in people’s own words."),
    when=_("When you do not yet know the answers. Before you sort, vote or decide."),
    size=_("3 to 30 people. With more, ask for one note each."),
    minutes=_("10 to 20 minutes. Give two minutes of quiet first."),
    source=_(
        "Silent writing before talking, the first step of the nominal group technique (Delbecq and Van de Ven, 1971), "
        "and the item-by-item comments of the ARC sense-making workshop (2021)."
    ),
    purposes=("gather", "make_sense", "learn"),
    least_people=3,
    least_minutes=10,
    most_minutes=20,
    modes=("room", "online", "phone", "post"),
    fits=("power",),
    strains=("reading",),
)
