"""The poll, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Result, Setup, Table
from alongside.activities.kinds.poll import METHOD
from alongside.activities.kinds.poll.forms import PollAnswer, PollSetup
from alongside.activities.kinds.poll.sample import SAMPLE
from alongside.activities.kinds.poll.tally import PollTally


def as_text(answer: Answer, setup: Setup) -> str:
    """The words of the options picked: “Talking with families; Looking after yourself”."""
    return "; ".join(picks(answer, setup))


def picks(answer: Answer, setup: Setup) -> list[str]:
    """The options picked, in their own words."""
    options = setup["options"]
    return [options[int(pick) - 1] for pick in answer["picks"] if 0 < int(pick) <= len(options)]


def table(result: Result, _setup: Setup) -> Table:
    """A row for each option, in the order it was asked."""
    people = result["people"]
    base = ngettext("%(count)d person answered.", "%(count)d people answered.", people) % {"count": people}
    rows = [[bar["text"], bar["n"], f"{bar['share']}%"] for bar in result["bars"]]
    return Table([_("Answer"), _("People"), _("Share of those who answered")], rows, base)


KIND = ActivityKind(
    key="poll",
    name=_("Poll"),
    icon="bars",
    method=METHOD,
    setup_form=PollSetup,
    answer_form=PollAnswer,
    tally=PollTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    hides_early=True,
    is_counted=True,
    picks=picks,
    minutes=5,
    send=_("Send my answer"),
    promise=_("Only totals go on the wall. Your name does not."),
    promise_named=_("Only totals go on the wall. The team can see your room name."),
    sent=_("We have your answer. You can change it until the end. All answers show when it closes."),
)
