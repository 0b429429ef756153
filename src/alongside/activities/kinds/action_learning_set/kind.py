"""The action learning set, put together."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Stage, Table, Text
from alongside.activities.kinds.action_learning_set import METHOD
from alongside.activities.kinds.action_learning_set.forms import (
    HOW,
    Action,
    ActionLearningSetup,
    Issue,
    LookBack,
    Question,
)
from alongside.activities.kinds.action_learning_set.sample import SAMPLE
from alongside.activities.kinds.action_learning_set.tally import WALL, ActionLearningTally

HOW_IT_WENT = {"": "", **dict(HOW)}


def as_text(answer: Answer, setup: Setup) -> str:
    """The issue with its name, the question, the action with its day, or how it went; each with its turn."""
    if "title" in answer:
        told = ": ".join(filter(None, (answer["title"], answer.get("issue"))))
        return told if answer.get("share") == WALL else f"{told} ({_('not for the wall')})"
    turns = {item["key"]: item["text"] for item in setup.get("list", ())}
    return f"{turns.get(answer['turn'], _('A turn'))}: {_words(answer)}"


def _words(answer: Answer) -> str:
    if "question" in answer:
        return str(answer["question"])
    if "action" in answer:
        by = _("%(action)s (by %(day)s)") % {"action": answer["action"], "day": day_of(answer["due"])}
        return ". ".join(filter(None, (answer.get("insight", "").rstrip("."), str(by))))
    return ". ".join(filter(None, (str(HOW_IT_WENT[answer["how"]]), answer.get("learned", ""))))


def day_of(due: str) -> str:
    """“15 December 2026”."""
    return date_format(date.fromisoformat(due), "j F Y")


def account(result: Result, setup: Setup) -> list[Text]:
    """How much was done. What the issues were stays in the set."""
    return [table(result, setup).base, _("What was said stays with those who were there.")]


def table(result: Result, _setup: Setup) -> Table:
    """A row for each action, the first day first; then each question that was asked."""
    count = result["counts"]
    actions = ngettext("%(n)d action", "%(n)d actions", count["actions"]) % {"n": count["actions"]}
    turns = ngettext("%(n)d turn", "%(n)d turns", count["turns"]) % {"n": count["turns"]}
    asked = ngettext("%(n)d question", "%(n)d questions", count["questions"]) % {"n": count["questions"]}
    base = _("%(turns)s, %(asked)s, %(actions)s.") % {"turns": turns, "asked": asked, "actions": actions}
    rows = [
        [
            one["turn"],
            _("Action"),
            one["text"],
            day_of(one["due"]),
            _("next time") if one["is_next"] else _("later"),
            HOW_IT_WENT[one["how"]],
        ]
        for one in result["actions"]
    ]
    for turn in result["turns"]:
        rows += [[turn["title"], _("Became clear"), text, "", "", ""] for text in turn["insights"]]
        rows += [[turn["title"], _("Learned"), text, "", "", ""] for text in turn["learned"]]
        rows += [[turn["title"], _("Question"), one["text"], "", "", ""] for one in turn["questions"]]
        if not (turn["actions"] or turn["questions"]):
            rows.append([turn["title"], _("Turn"), "; ".join(turn["issues"]), "", "", ""])
    return Table(
        [_("Turn"), _("What"), _("Words"), _("By"), _("We look at it"), _("How it went")], rows, base
    )


def lines(result: Result) -> list[Line]:
    """The short names of what people brought: the list is the order of turns."""
    return [Line(one["key"], one["title"], [one["key"]]) for one in result["brought"]]


KIND = ActivityKind(
    key="action_learning_set",
    name=_("Action learning set"),
    icon="again",
    method=METHOD,
    setup_form=ActionLearningSetup,
    answer_form=Issue,
    tally=ActionLearningTally,
    as_text=as_text,
    table=table,
    account=account,
    sample=SAMPLE,
    word_fields=("title", "issue"),
    styles=("activities/action_learning_set.css",),
    minutes=40,
    lines=lines,
    prints=_("Print the actions"),
    stages=(
        Stage(
            key="bring",
            name=_("Bring"),
            say=_("What are you stuck on? Bring one thing that is yours to change."),
            answer_form=Issue,
            send=_("Send it"),
            promise=_(
                "Only its short name goes on the wall, unless you say so. The team can read it, with no name."
            ),
            promise_named=_("Only its short name goes on the wall, unless you say so. The team can read it."),
            sent=_("We have it. You can change it until your turn."),
        ),
        Stage(
            key="ask",
            name=_("Ask"),
            say=_("One tells, the others ask. Ask, do not tell: open questions, and no advice."),
            answer_form=Question,
            is_one_each=False,
            needs_list=True,
            send=_("Ask it"),
            promise=_("Your question goes on the wall. Your name does not."),
            promise_named=_("Your question goes on the wall, with the team seeing your room name."),
            sent=_("Your question is on the wall. Ask one more if you like."),
        ),
        Stage(
            key="listen",
            name=_("Think aloud"),
            say=_("Whose turn it is answers the questions that help most. The others listen."),
        ),
        Stage(
            key="act",
            name=_("Act"),
            say=_("Whose turn it is: what became clear, what will you do, and by when?"),
            answer_form=Action,
            is_one_each=False,
            needs_list=True,
            send=_("Write it down"),
            promise=_("Insight and action go on the wall, with the day. Your name does not."),
            promise_named=_("Insight and action go on the wall, with the day. The team sees your room name."),
            sent=_("It is written down. We ask you about it next time."),
        ),
        Stage(
            key="look_back",
            name=_("Next time"),
            say=_("We begin with last time’s actions. How did it go, and what did you learn?"),
            answer_form=LookBack,
            is_one_each=False,
            needs_list=True,
            feeds_back=True,
            send=_("Send it"),
            promise=_("It goes on the wall beside the action. Your name does not."),
            promise_named=_("It goes on the wall beside the action. The team sees your room name."),
            sent=_("Thank you. It stands beside the action."),
        ),
    ),
)
