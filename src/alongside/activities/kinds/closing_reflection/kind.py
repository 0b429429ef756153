"""The closing reflection, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Table
from alongside.activities.kinds.closing_reflection import METHOD
from alongside.activities.kinds.closing_reflection.forms import (
    PARTS,
    TEAM,
    ClosingReflectionAnswer,
    ClosingReflectionSetup,
)
from alongside.activities.kinds.closing_reflection.sample import SAMPLE
from alongside.activities.kinds.closing_reflection.tally import ClosingReflectionTally

SHORT = {"helped": _("Helped"), "hindered": _("Got in the way"), "take": _("I take with me")}


def as_text(answer: Answer, _setup: Setup) -> str:
    """“Helped: tea first. I take with me: ask more.”; said when it is for the team only."""
    said = " · ".join(f"{SHORT[name]}: {answer[name]}" for name, _label in PARTS if answer.get(name))
    return f"{said} ({_('for the team only')})" if answer.get("share") == TEAM else said


def table(result: Result, _setup: Setup) -> Table:
    """A row for each thing said to the room."""
    people = ngettext("%(count)d person answered.", "%(count)d people answered.", result["people"])
    base = people % {"count": result["people"]}
    if result["team_only"]:
        only = ngettext(
            "%(count)d of them told only the team.",
            "%(count)d of them told only the team.",
            result["team_only"],
        )
        base = f"{base} {only % {'count': result['team_only']}}"
    rows = [[SHORT[one["part"]], card["text"]] for one in result["parts"] for card in one["cards"]]
    return Table([_("About"), _("In people’s own words")], rows, base)


def lines(result: Result) -> list[Line]:
    """Each thing said to the room, under its part."""
    return [
        Line(card["key"], card["text"], [card["key"].partition(".")[0]], str(SHORT[one["part"]]))
        for one in result["parts"]
        for card in one["cards"]
    ]


KIND = ActivityKind(
    key="closing_reflection",
    name=_("Closing reflection"),
    icon="heart",
    method=METHOD,
    setup_form=ClosingReflectionSetup,
    answer_form=ClosingReflectionAnswer,
    tally=ClosingReflectionTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    word_fields=("helped", "hindered", "take"),
    styles=("activities/closing_reflection.css",),
    minutes=10,
    lines=lines,
    send=_("Send it"),
    promise=_("You say who reads it. Your name is not with it."),
    promise_named=_("You say who reads it. Your room name is with it."),
    sent=_("Thank you. You can change it until the end."),
)
