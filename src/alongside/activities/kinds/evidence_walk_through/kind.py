"""The evidence walk-through, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Stage, Table, Text
from alongside.activities.kinds.evidence_walk_through import METHOD
from alongside.activities.kinds.evidence_walk_through.forms import (
    HEADINGS,
    MARKS,
    EvidenceWalkThroughSetup,
    ReadFindings,
)
from alongside.activities.kinds.evidence_walk_through.sample import SAMPLE
from alongside.activities.kinds.evidence_walk_through.tally import (
    QUESTION,
    WORD,
    EvidenceWalkThroughTally,
    findings_of,
)

PROMISE = _("The wall shows totals, your questions, and words to explain. Never your name.")
PROMISE_NAMED = _(
    "The wall shows totals, your questions, and words to explain. The team can see your room name."
)


def as_text(answer: Answer, setup: Setup) -> str:
    """““Signs come early”: rings true. I ask: which signs? Please explain: titration.”"""
    names, said = dict(MARKS), []
    for one in findings_of(setup):
        mark, question = answer.get(f"m{one['key']}"), answer.get(f"q{one['key']}")
        if mark or question:
            taken = f" {str(names[mark]).lower()}." if mark else ""
            asked = f" {_('I ask')}: {question}" if question else ""
            said.append(f"“{one['title']}”:{taken}{asked}")
    if answer.get("words"):
        said.append(f"{_('Please explain')}: {', '.join(answer['words'])}.")
    return " ".join(said) or str(_("A finding that was taken off"))


def table(result: Result, _setup: Setup) -> Table:
    """A row for each finding with marks and questions; below them the words to explain, and those explained."""
    people = ngettext(
        "%(n)d person went through the findings.", "%(n)d people went through the findings.", result["people"]
    )
    asked = ngettext("%(n)d question.", "%(n)d questions.", len(result["asked"])) % {
        "n": len(result["asked"])
    }
    rows: list[list[Text | int]] = [
        [
            row["title"],
            row["text"],
            *(row[mark] for mark, _name in MARKS),
            "; ".join(one["text"] for one in row["questions"]),
        ]
        for row in result["rows"]
    ]
    rows += [
        [word["text"], _("A word to explain"), "", "", "", _asked_for(word["n"])] for word in result["words"]
    ]
    rows += [
        [one["word"], one["meaning"], "", "", "", _("Explained beforehand")] for one in result["explained"]
    ]
    rows += [
        [item["text"], names, "", "", "", _("From the list of the room")]
        for part in result["list"]
        for names in [dict(HEADINGS)[part["heading"]]]
        for item in part["items"]
    ]
    columns = [_("Finding"), _("In plain words"), *(name for _mark, name in MARKS), _("Questions")]
    return Table(columns, rows, f"{people % {'n': result['people']}} {asked}")


def _asked_for(n: int) -> str:
    return ngettext("%(n)d person asked for it", "%(n)d people asked for it", n) % {"n": n}


def lines(result: Result) -> list[Line]:
    """Every question with its finding, and every word to explain; a word asked for by several is one line."""
    found = [
        Line(one["key"], f"{one['text']} ({one['about']})", [one["key"].partition(".")[0]], QUESTION)
        for one in result["asked"]
    ]
    return found + [
        Line(word["keys"][0], word["text"], [key.partition(".")[0] for key in word["keys"]], WORD)
        for word in result["words"]
    ]


KIND = ActivityKind(
    key="evidence_walk_through",
    name=_("Evidence walk-through"),
    icon="book",
    method=METHOD,
    setup_form=EvidenceWalkThroughSetup,
    answer_form=ReadFindings,
    tally=EvidenceWalkThroughTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    hides_early=True,
    word_fields=("q1", "q2", "q3", "q4", "q5", "q6"),
    styles=("activities/evidence_walk_through.css",),
    minutes=20,
    stages=(
        Stage(
            key="read",
            name=_("Read"),
            say=_("Go through them at your own speed. Leave out what you like."),
            answer_form=ReadFindings,
            hides_early=True,
            is_counted=True,
            send=_("Send my marks"),
            promise=PROMISE,
            promise_named=PROMISE_NAMED,
            sent=_("We have it. You can change it until we go on."),
        ),
        Stage(
            key="ask",
            name=_("Ask"),
            say=_("We answer your questions, and explain the words."),
        ),
    ),
    lines=lines,
    headings=HEADINGS,
)
