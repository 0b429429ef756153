"""Check-in and check-out, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Result, Setup, Stage, Table
from alongside.activities.kinds.check_in import METHOD
from alongside.activities.kinds.check_in.forms import TEAM, CheckInAnswer, CheckInSetup, CheckOutAnswer
from alongside.activities.kinds.check_in.sample import SAMPLE
from alongside.activities.kinds.check_in.tally import OUT, CheckInTally

WHEN = {"in": _("At the start"), "out": _("At the end")}
PROMISE = _("You say who reads it. Your name is not with it.")
PROMISE_NAMED = _("You say who reads it. The team can see your room name.")


def as_text(answer: Answer, _setup: Setup) -> str:
    """“At the start: Tired. I came from a night shift.”; said when it is for the team only."""
    when = WHEN["out" if answer.get("stage") == OUT else "in"]
    more = f". {answer['more']}" if answer.get("more") else ""
    only = f" ({_('for the team only')})" if answer.get("share") == TEAM else ""
    return f"{when}: {answer['word']}{more}{only}"


def table(result: Result, _setup: Setup) -> Table:
    """A row for each word with how many said it, then the sentences; the start first."""
    rows = []
    bases = []
    for side in result["sides"]:
        when = WHEN[side["side"]]
        rows += [[when, word["text"], word["n"]] for word in side["words"]]
        rows += [[when, more, ""] for more in side["more"]]
        people = ngettext("%(n)d person", "%(n)d people", side["people"]) % {"n": side["people"]}
        only = _("; %(n)d of them told only the team") % {"n": side["team_only"]} if side["team_only"] else ""
        bases.append(f"{when}: {people}{only}.")
    return Table([_("When"), _("In people’s own words"), _("People who said it")], rows, " ".join(bases))


KIND = ActivityKind(
    key="check_in",
    name=_("Check-in and check-out"),
    icon="door",
    method=METHOD,
    setup_form=CheckInSetup,
    answer_form=CheckInAnswer,
    tally=CheckInTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    word_fields=("word", "more"),
    styles=("activities/check_in.css",),
    minutes=5,
    send=_("Send my word"),
    promise=PROMISE,
    promise_named=PROMISE_NAMED,
    stages=(
        Stage(
            key="in",
            name=_("When we come"),
            say=_("One word is enough. You choose who reads it."),
            answer_form=CheckInAnswer,
            send=_("Send my word"),
            promise=PROMISE,
            promise_named=PROMISE_NAMED,
            sent=_("Thank you. Good that you are here."),
        ),
        Stage(
            key="out",
            name=_("When we go"),
            say=_("And now, at the end. One word is enough."),
            answer_form=CheckOutAnswer,
            send=_("Send my word"),
            promise=PROMISE,
            promise_named=PROMISE_NAMED,
            sent=_("Thank you. Get home well."),
        ),
    ),
)
