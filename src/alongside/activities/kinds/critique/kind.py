"""Critique of a draft, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Note, Result, Setup, Stage, Table
from alongside.activities.kinds.critique import METHOD
from alongside.activities.kinds.critique.forms import STANCES, TYPES, Comment, CritiqueSetup
from alongside.activities.kinds.critique.sample import SAMPLE
from alongside.activities.kinds.critique.tally import WHOLE, CritiqueTally, parts_of

ABOUT = dict(TYPES)
STANCE = dict(STANCES)
DECISIONS = (
    ("changed", _("Changed")),
    ("partly", _("Changed in part")),
    ("kept", _("Kept as it is")),
    ("cannot", _("Cannot be changed")),
)
WHOLE_DRAFT = _("The whole draft")


def _name(part: str, setup: Setup) -> str:
    return next((name for number, name, _text in parts_of(setup) if number == part), str(WHOLE_DRAFT))


def as_text(answer: Answer, setup: Setup) -> str:
    """“Page 2, change it (how long): too much text.”"""
    about = f"{_name(answer['part'], setup)}, {str(STANCE[answer['stance']]).lower()}"
    return f"{about} ({str(ABOUT[answer['type']]).lower()}): {answer['comment']}"


def table(result: Result, setup: Setup) -> Table:
    """A row for each comment, part by part, with the team's answer."""
    decided = dict(DECISIONS)
    rows = [
        [
            part["name"] or WHOLE_DRAFT,
            one["text"],
            ABOUT[one["type"]],
            STANCE[one["stance"]],
            decided.get(answer.get("decision", ""), ""),
            answer.get("answer", ""),
            answer.get("changed_in", ""),
        ]
        for part in result["parts"]
        for one in part["comments"]
        for answer in [one["answer"] or {}]
    ]
    columns = [
        _("Part"),
        _("Comment"),
        _("About"),
        _("Keep or change"),
        _("What was decided"),
        _("The team’s answer"),
        _("Changed in version"),
    ]
    return Table(columns, rows, _base(result, setup))


def _base(result: Result, setup: Setup) -> str:
    """“30 comments on draft 2: 12 keep, 18 change. 7 are answered.”"""
    count = ngettext("%(n)d comment", "%(n)d comments", result["count"]) % {"n": result["count"]}
    facts = {"count": count, "version": setup["version"], "keep": result["keep"], "change": result["change"]}
    base = _("%(count)s on %(version)s: %(keep)s keep, %(change)s change.") % facts
    if result["answered"]:
        more = ngettext("%(n)d is answered.", "%(n)d are answered.", result["answered"])
        base = f"{base} {more % {'n': result['answered']}}"
    return str(base)


def lines(result: Result) -> list[Line]:
    """Each comment, under the name of its part."""
    return [
        Line(
            one["key"],
            f"{STANCE[one['stance']]}: {one['text']}",
            [one["key"]],
            str(part["name"] if part["part"] != WHOLE else WHOLE_DRAFT),
        )
        for part in result["parts"]
        for one in part["comments"]
    ]


KIND = ActivityKind(
    key="critique",
    name=_("Critique of a draft"),
    icon="pencil",
    method=METHOD,
    setup_form=CritiqueSetup,
    answer_form=Comment,
    tally=CritiqueTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    is_one_each=False,
    word_fields=("comment",),
    styles=("activities/critique.css",),
    minutes=40,
    lines=lines,
    notes=(
        Note("decision", _("What we decided"), choices=DECISIONS),
        Note("changed_in", _("Changed in version"), longest=60),
        Note("answer", _("Our answer, and why")),
    ),
    stages=(
        Stage(
            key="comment",
            name=_("Read and comment"),
            say=_("Read a part. Then say what to keep and what to change, one thing at a time."),
            answer_form=Comment,
            is_one_each=False,
            send=_("Send my comment"),
            promise=_("Your comment goes on the wall. Your name does not."),
            promise_named=_("Your comment goes on the wall, with your room name."),
            sent=_("We have your comment. The team answers it. You can write more."),
        ),
        Stage(
            key="answer",
            name=_("Answers"),
            say=_("The team answers each comment. You find its answer among your words."),
        ),
    ),
)
