"""The ranking, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Result, Setup, Table
from alongside.activities.kinds.ranking import METHOD
from alongside.activities.kinds.ranking.forms import RankingAnswer, RankingSetup
from alongside.activities.kinds.ranking.sample import SAMPLE
from alongside.activities.kinds.ranking.tally import RankingTally, order_of


def as_text(answer: Answer, setup: Setup) -> str:
    """“1. Signs of dying; 2. Talking with families”."""
    texts = {str(number): text for number, text in enumerate(setup["options"], 1)}
    return "; ".join(
        f"{place}. {texts[key]}" for place, key in enumerate(order_of(answer), 1) if key in texts
    )


def table(result: Result, _setup: Setup) -> Table:
    """A row for each option, best first."""
    people = result["people"]
    base = ngettext("%(count)d person ranked.", "%(count)d people ranked.", people) % {"count": people}
    if result["agreement"] is not None:
        base = f"{base} {_('Agreement %(w)s of 1.') % {'w': result['agreement']}}"
    rows = [
        [row["text"], row["place"], str(row["mean"]), row["firsts"], _("level") if row["is_level"] else ""]
        for row in result["rows"]
    ]
    columns = [_("Option"), _("Place"), _("Mean place"), _("Put first by"), _("Level with another")]
    return Table(columns, rows, base)


KIND = ActivityKind(
    key="ranking",
    name=_("Ranking"),
    icon="list",
    method=METHOD,
    setup_form=RankingSetup,
    answer_form=RankingAnswer,
    tally=RankingTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    hides_early=True,
    is_counted=True,
    styles=("activities/ranking.css",),
    minutes=10,
    send=_("Send my order"),
    promise=_("Only the joint order goes on the wall. Your name does not."),
    promise_named=_("Only the joint order goes on the wall. The team can see your room name."),
    sent=_("We have your order. You can change it until the end. The joint order shows when it closes."),
)
