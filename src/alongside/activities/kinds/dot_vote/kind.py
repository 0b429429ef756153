"""The dot vote, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Result, Setup, Table
from alongside.activities.kinds.dot_vote import METHOD
from alongside.activities.kinds.dot_vote.forms import DotVoteAnswer, DotVoteSetup
from alongside.activities.kinds.dot_vote.sample import SAMPLE
from alongside.activities.kinds.dot_vote.tally import DotVoteTally


def as_text(answer: Answer, setup: Setup) -> str:
    """“Signs of dying: 2 dots; Talking with families: 1 dot”."""
    given = [(text, int(answer.get(f"o{number}") or 0)) for number, text in enumerate(setup["options"], 1)]
    return "; ".join(f"{text}: {ngettext('%(n)d dot', '%(n)d dots', n) % {'n': n}}" for text, n in given if n)


def table(result: Result, _setup: Setup) -> Table:
    """A row for each option, most dots first."""
    people = ngettext("%(count)d person", "%(count)d people", result["people"]) % {"count": result["people"]}
    base = ngettext("%(n)d dot from %(people)s.", "%(n)d dots from %(people)s.", result["dots"])
    rows = [
        [row["text"], row["dots"], row["people"], _("level") if row["is_level"] else ""]
        for row in result["rows"]
    ]
    columns = [_("To vote on"), _("Dots"), _("People who put a dot there"), _("Level with another")]
    return Table(columns, rows, base % {"n": result["dots"], "people": people})


KIND = ActivityKind(
    key="dot_vote",
    name=_("Dot vote"),
    icon="ask",
    method=METHOD,
    setup_form=DotVoteSetup,
    answer_form=DotVoteAnswer,
    tally=DotVoteTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    hides_early=True,
    is_counted=True,
    styles=("activities/dot_vote.css",),
    minutes=8,
    send=_("Send my dots"),
    promise=_("Only totals go on the wall. Your name does not."),
    promise_named=_("Only totals go on the wall. The team can see your room name."),
    sent=_("We have your dots. You can move them until the end. All dots show when it closes."),
)
