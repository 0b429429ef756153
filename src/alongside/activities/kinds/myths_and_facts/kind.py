"""Myths and facts, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Stage, Table, Text
from alongside.activities.kinds.myths_and_facts import METHOD
from alongside.activities.kinds.myths_and_facts.forms import (
    ANSWERS,
    HEADINGS,
    VIEWS,
    MythsAndFactsSetup,
    OwnExperience,
    Think,
)
from alongside.activities.kinds.myths_and_facts.sample import SAMPLE
from alongside.activities.kinds.myths_and_facts.tally import MythsAndFactsTally, statements_of

LABELS = dict(HEADINGS)
PROMISE = _("The wall shows how many think what. What you have heard stands in the result. Never your name.")
PROMISE_NAMED = _(
    "The wall shows how many think what. What you have heard stands in the result. The team can see your room name."
)


def as_text(answer: Answer, setup: Setup) -> str:
    """““Only doctors see it coming”: not true. Heard: a nurse said so.” or “Gets in the way: no car.”"""
    if "side" in answer:
        return f"{LABELS[answer['side']]}: {answer['text']}"
    names, said = dict(VIEWS), []
    for one in statements_of(setup):
        view, heard = answer.get(f"v{one['key']}"), answer.get(f"h{one['key']}")
        if view or heard:
            thought = f" {str(names[view]).lower()}." if view else ""
            more = f" {_('Heard')}: {heard}" if heard else ""
            said.append(f"“{one['text']}”:{thought}{more}")
    return " ".join(said) or str(_("A statement that was taken off"))


def table(result: Result, _setup: Setup) -> Table:
    """A row for each statement with views, fact and source; below them what gets in the way and what helps."""
    people = ngettext(
        "%(n)d person said what they think.", "%(n)d people said what they think.", result["people"]
    )
    base = people % {"n": result["people"]}
    if result["said"]:
        told = ngettext("%(n)d experience was told.", "%(n)d experiences were told.", len(result["said"]))
        base = f"{base} {told % {'n': len(result['said'])}}"
    rows: list[list[Text | int]] = [
        [row["text"], row["true"], row["false"], row["unsure"], _known(row), _heard(row)]
        for row in result["rows"]
    ]
    rows += [
        [card["text"], "", "", "", LABELS[side["side"]], ""]
        for side in result["sides"]
        for card in side["cards"]
    ]
    columns = [
        _("Statement"),
        *(name for _key, name in VIEWS),
        _("What is known"),
        _("What people have heard"),
    ]
    return Table(columns, rows, base)


def _known(row: Result) -> str:
    if not row["fact"]:
        return ""
    source = f" ({row['source']})" if row["source"] else ""
    return f"{str(ANSWERS[row['answer']]).capitalize()}. {row['fact']}{source}"


def _heard(row: Result) -> str:
    return "; ".join(one["text"] for one in row["heard"])


def lines(result: Result) -> list[Line]:
    """What gets in the way and what helps, each under its heading."""
    return [Line(one["key"], one["text"], [one["key"]], one["side"]) for one in result["said"]]


KIND = ActivityKind(
    key="myths_and_facts",
    name=_("Myths and facts"),
    icon="search",
    method=METHOD,
    setup_form=MythsAndFactsSetup,
    answer_form=Think,
    tally=MythsAndFactsTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    hides_early=True,
    word_fields=("h1", "h2", "h3", "h4"),
    styles=("activities/myths_and_facts.css",),
    minutes=25,
    stages=(
        Stage(
            key="think",
            name=_("What we think"),
            say=_("True, not true, or not sure? There are no marks. Not sure is fine."),
            answer_form=Think,
            hides_early=True,
            is_counted=True,
            send=_("Send what I think"),
            promise=PROMISE,
            promise_named=PROMISE_NAMED,
            sent=_("We have it. You can change it until we look at the facts."),
        ),
        Stage(
            key="facts",
            name=_("The facts"),
            say=_("This is what is known, and from where. Does it fit with what you see?"),
        ),
        Stage(
            key="own",
            name=_("What you see"),
            say=_("What gets in the way where you are? What helps?"),
            answer_form=OwnExperience,
            is_one_each=False,
            sent=_("It is on the wall. You can write more, or take one back."),
        ),
    ),
    lines=lines,
    headings=HEADINGS,
)
