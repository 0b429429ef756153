"""The paired design brief, put together."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Note, Result, Setup, Stage, Table, Text
from alongside.activities.kinds.design_brief import METHOD
from alongside.activities.kinds.design_brief.forms import ROLES, Brief, DesignBriefSetup, Idea, Need, Told
from alongside.activities.kinds.design_brief.sample import SAMPLE
from alongside.activities.kinds.design_brief.tally import DesignBriefTally

WHAT = {"story": _("Story"), "myth": _("Myth"), "barrier": _("Barrier")}
ROLE = dict(ROLES)


def as_text(answer: Answer, _setup: Setup) -> str:
    """“Story: …”, “A worker alone needs to … because …”, the idea, or the brief in one sentence."""
    if "kind" in answer:
        return f"{WHAT[answer['kind']]}: {answer['text']}"
    if "need" in answer:
        facts = {"who": answer["who"], "need": answer["need"], "because": answer["because"]}
        return str(
            _("Need (%(roles)s): %(text)s") % {"roles": roles_of(answer["roles"]), "text": _need(facts)}
        )
    if "idea" in answer:
        return f"{_('Idea')}: {answer['idea']}"
    avoid = f" {_('Never')}: {answer['avoid']}." if answer.get("avoid") else ""
    return f"{answer['name']}: {'; '.join(answer['must'])}.{avoid} {_('Good when')}: {answer['good']}"


def _need(facts: Answer) -> str:
    return str(_("%(who)s – need: %(need)s – because: %(because)s") % facts)


def roles_of(roles: Answer) -> str:
    """The parts of a pair in words."""
    return ", ".join(str(ROLE.get(role, role)) for role in roles)


def table(result: Result, _setup: Setup) -> Table:
    """A row for each pair with all it wrote; then what everybody told."""
    rows: list[list[Text | int]] = [
        [
            card["name"] or _("Not named yet"),
            roles_of(card["roles"]),
            card["people"] or "",
            _need(card) if card["need"] else "",
            card["idea"],
            "; ".join(card["must"]),
            card["good"],
        ]
        for card in result["cards"]
    ]
    rows += [
        [WHAT[one["kind"]], "", "", card["text"], "", "", ""]
        for one in result["told"]
        for card in one["cards"]
    ]
    count = result["counts"]
    told = ngettext("%(n)d story, myth or barrier", "%(n)d stories, myths and barriers", count["told"])
    pairs = ngettext("%(n)d pair", "%(n)d pairs", count["pairs"]) % {"n": count["pairs"]}
    briefs = ngettext("%(n)d brief", "%(n)d briefs", count["briefs"]) % {"n": count["briefs"]}
    columns = [_("Brief"), _("Written by"), _("People"), _("Need"), _("Idea"), _("Must"), _("Good when")]
    return Table(columns, rows, ", ".join([told % {"n": count["told"]}, pairs, briefs]) + ".")


def lines(result: Result) -> list[Line]:
    """The briefs by name: the team writes beside each what became of it."""
    return [Line(card["brief"], card["name"], [card["brief"]]) for card in result["cards"] if card["name"]]


def _of_pair(key: str, name: Text, say: Text, form: Callable[..., forms.Form], send: Text) -> Stage:
    return Stage(
        key=key,
        name=name,
        say=say,
        answer_form=form,
        feeds_back=form is not Need,
        send=send,
        promise=_("It goes on the wall with the parts you have. Nobody’s name does."),
        promise_named=_(
            "It goes on the wall with the parts you have. The team sees the room name of who writes."
        ),
        sent=_("We have it. You can change it until we go on."),
    )


KIND = ActivityKind(
    key="design_brief",
    name=_("Paired design brief"),
    icon="pencil",
    method=METHOD,
    setup_form=DesignBriefSetup,
    answer_form=Told,
    tally=DesignBriefTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    is_one_each=False,
    word_fields=("text",),
    styles=("activities/design_brief.css",),
    minutes=60,
    lines=lines,
    follows_authors=True,
    prints=_("Print the briefs"),
    notes=(
        Note(
            "funding",
            _("Money for it"),
            choices=(("asked", _("Asked for")), ("found", _("Found")), ("none", _("None found"))),
        ),
        Note(
            "prototype",
            _("First try-out"),
            choices=(("begun", _("Begun")), ("tried", _("Tried with people")), ("stopped", _("Stopped"))),
        ),
        Note("next", _("What happens next, and who does it"), longest=200),
    ),
    stages=(
        Stage(
            key="tell",
            name=_("Tell"),
            say=_("Stories, myths and barriers: send as many as you like, one at a time."),
            answer_form=Told,
            is_one_each=False,
            sent=_("It is on the wall. You can write more, or take one back."),
        ),
        _of_pair(
            "need",
            _("Need"),
            _("In twos or threes: which need do you see?"),
            Need,
            _("Send our need"),
        ),
        _of_pair(
            "idea",
            _("Idea"),
            _("The same pair, the same phone: what could be made?"),
            Idea,
            _("Send our idea"),
        ),
        _of_pair(
            "brief",
            _("Brief"),
            _("Could a stranger begin with it on Monday?"),
            Brief,
            _("Send our brief"),
        ),
    ),
)
