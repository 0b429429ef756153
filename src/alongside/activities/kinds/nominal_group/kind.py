"""The nominal group technique, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Stage, Table, Text
from alongside.activities.kinds.nominal_group import METHOD
from alongside.activities.kinds.nominal_group.forms import Idea, NominalGroupSetup, Order
from alongside.activities.kinds.nominal_group.sample import SAMPLE
from alongside.activities.kinds.nominal_group.tally import NominalGroupTally, order_of

PROMISE = _("Only the joint order goes on the wall. Your name does not.")
PROMISE_NAMED = _("Only the joint order goes on the wall. The team can see your room name.")


def as_text(answer: Answer, setup: Setup) -> str:
    """The idea, or “1. More time; 2. A card”."""
    if "idea" in answer:
        return str(answer["idea"])
    texts = {item["key"]: item["text"] for item in setup.get("list", ())}
    said = [f"{n}. {texts[key]}" for n, key in enumerate(order_of(answer), 1) if key in texts]
    return "; ".join(said) or str(_("An idea that was taken off"))


def table(result: Result, _setup: Setup) -> Table:
    """A row for each idea: by place once there is an order, before that as it came."""
    said = len(result["ideas"])
    base = ngettext("%(count)d idea.", "%(count)d ideas.", said) % {"count": said}
    if result["people"]:
        ranked = ngettext("%(count)d person ranked.", "%(count)d people ranked.", result["people"])
        base = f"{base} {ranked % {'count': result['people']}} {_('The lowest sum of ranks comes first.')}"
    rows = [[row["text"], row["place"] or "", row["sum"], row["was"] or ""] for row in result["rows"]]
    if not rows:
        rows = [[idea["text"], "", "", ""] for idea in result["ideas"]]
    return Table([_("Idea"), _("Place"), _("Sum of ranks"), _("Place in the first ranking")], rows, base)


def lines(result: Result) -> list[Line]:
    """Each idea as it was written."""
    return [Line(idea["key"], idea["text"], [idea["key"]]) for idea in result["ideas"]]


def _ranking(key: str, name: Text, say: Text) -> Stage:
    return Stage(
        key=key,
        name=name,
        say=say,
        answer_form=Order,
        hides_early=True,
        needs_list=True,
        is_counted=True,
        send=_("Send my order"),
        promise=PROMISE,
        promise_named=PROMISE_NAMED,
        sent=_("We have your order. You can change it until we go on."),
    )


KIND = ActivityKind(
    key="nominal_group",
    name=_("Nominal group technique"),
    icon="people",
    method=METHOD,
    setup_form=NominalGroupSetup,
    answer_form=Idea,
    tally=NominalGroupTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    is_one_each=False,
    hides_early=True,
    word_fields=("idea",),
    styles=("activities/nominal_group.css",),
    minutes=75,
    stages=(
        Stage(
            key="write",
            name=_("Write"),
            say=_("Five minutes of quiet. Write your ideas, one at a time."),
            answer_form=Idea,
            is_one_each=False,
            hides_early=True,
            send=_("Send my idea"),
            promise=_("Your idea goes on the list. Nobody sees whose it is."),
            promise_named=_("Your idea goes on the list. The team can see your room name."),
            sent=_("We have your idea. Write one more, or take one back."),
        ),
        Stage(
            key="clarify",
            name=_("Read round and clarify"),
            say=_("We read every idea aloud, ask what it means, and put like with like. Nobody argues yet."),
        ),
        _ranking("first", _("Rank"), _("Put the ideas that matter most to you in order.")),
        Stage(
            key="discuss",
            name=_("Talk"),
            say=_("What surprises you? What would you say to somebody who differs?"),
        ),
        _ranking("last", _("Rank again"), _("After the talk: put them in order once more.")),
    ),
    lines=lines,
)
