"""What-if cards, put together."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Note, Result, Setup, Stage, Table
from alongside.activities.kinds.what_if_cards import METHOD
from alongside.activities.kinds.what_if_cards.forms import MOST, CardAnswer, WhatIfCardsSetup
from alongside.activities.kinds.what_if_cards.sample import SAMPLE
from alongside.activities.kinds.what_if_cards.tally import SAFE, WhatIfCardsTally, cards_of

STATES = {
    "open": _("No answer chosen yet"),
    "check": _("Not checked yet"),
    "unsafe": _("Not safe as it is"),
    "ready": _("Ready"),
}


def as_text(answer: Answer, setup: Setup) -> str:
    """“What if my client shouts at me? Stay calm.”"""
    questions = {number: question for number, question, _finding in cards_of(setup)}
    return f"{questions.get(str(answer['card']), _('A card'))} {answer['answer']}"


def table(result: Result, _setup: Setup) -> Table:
    """A row for each line of a card; then for each answer that went into none."""
    rows = []
    for card in result["cards"]:
        start = [card["question"], STATES[card["state"]]]
        rows += [[*start, line["text"], _("On the card"), line["checked_by"]] for line in card["lines"]]
        rows += [[*start, one["text"], _("Kept"), ""] for one in card["loose"]]
    count = ngettext("%(n)d answer", "%(n)d answers", result["count"]) % {"n": result["count"]}
    cards = ngettext("%(n)d card", "%(n)d cards", len(result["cards"])) % {"n": len(result["cards"])}
    facts = {"count": count, "cards": cards, "ready": result["ready"]}
    base = _("%(count)s to %(cards)s. Ready, with their safety check: %(ready)d.") % facts
    columns = [_("Card"), _("State"), _("Answer"), _("Where it is"), _("Checked for safety by")]
    return Table(columns, rows, base)


def lines(result: Result) -> list[Line]:
    """Each answer, under its card."""
    return [
        Line(one["key"], one["text"], [one["key"]], card["card"])
        for card in result["cards"]
        for one in card["said"]
    ]


KIND = ActivityKind(
    key="what_if_cards",
    name=_("What-if cards"),
    icon="card",
    method=METHOD,
    setup_form=WhatIfCardsSetup,
    answer_form=CardAnswer,
    tally=WhatIfCardsTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    is_one_each=False,
    word_fields=("answer",),
    styles=("activities/what_if_cards.css",),
    minutes=30,
    lines=lines,
    headings=[(str(n), format_lazy("{} {}", _("Card"), n)) for n in range(1, MOST + 1)],
    notes=(
        Note(
            "check",
            _("Safety check"),
            choices=((SAFE, _("Safe to use")), ("unsafe", _("Not safe: word it anew"))),
            is_of_wording=True,
        ),
        Note(
            "checked_by",
            _("Checked by"),
            hint=_("A role, such as “hospice nurse”. No name."),
            longest=60,
            is_of_wording=True,
        ),
    ),
    prints=_("Print the cards"),
    stages=(
        Stage(
            key="answer",
            name=_("Answer"),
            say=_("Pick a card. What would you do, or say? Send one thing at a time."),
            answer_form=CardAnswer,
            is_one_each=False,
            send=_("Put my answer on the wall"),
            promise=_("Your answer goes on the wall. Your name does not."),
            promise_named=_("Your answer goes on the wall, with your room name."),
            sent=_("Your answer is on the wall. You can write more."),
        ),
        Stage(
            key="choose",
            name=_("Choose"),
            say=_("Put like with like. Which few lines go on each card, in which order?"),
        ),
        Stage(
            key="check",
            name=_("Safety check"),
            say=_("Somebody whose job it is checks every line. Until then a card is not ready."),
        ),
    ),
)
