"""Build and tell: everybody builds an answer with their hands, tells what it stands for, and the models become one."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import MethodCard

METHOD = MethodCard(
    purpose=_("Say with a model what is hard to say in words, and see how everybody’s models hang together."),
    when=_("When a question is big or tender. Everybody builds, and everybody tells."),
    size=_("4 to 10 people at a table; several tables can do it side by side."),
    minutes=_("60 to 180 minutes: question, build, tell, and then the shared model."),
    source=_(
        "After the open guide to LEGO® SERIOUS PLAY® (The LEGO Group, 2010, CC BY-SA 3.0), in our own words: question, "
        "build, tell, reflect. These are trade marks of the LEGO Group, which does not sponsor or endorse Alongside. "
        "Bricks, clay or things from a drawer do as well."
    ),
    purposes=("make", "make_sense", "learn"),
    least_people=4,
    most_people=10,
    least_minutes=60,
    most_minutes=180,
    modes=("room",),
    fits=("power", "reading"),
)
