"""The nomination poll, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Stage, Table
from alongside.activities.kinds.nomination_poll import METHOD
from alongside.activities.kinds.nomination_poll.forms import Choose, Nominate, NominationPollSetup
from alongside.activities.kinds.nomination_poll.sample import SAMPLE
from alongside.activities.kinds.nomination_poll.tally import CHOOSE, NominationPollTally, options_of

PROMISE = _("Only totals, and new things people name, go on the wall. Your name does not.")
PROMISE_NAMED = _("Only totals, and new things people name, go on the wall. The team can see your room name.")


def as_text(answer: Answer, setup: Setup) -> str:
    """“Signs of dying; Talking with families; and new: Night shifts”."""
    texts = dict(options_of(setup, CHOOSE))
    named = [texts[pick] for pick in answer["picks"] if pick in texts]
    if answer.get("own"):
        named.append(f"{_('new')}: {answer['own']}")
    return "; ".join(named) or str(_("A pick that was taken off"))


def table(result: Result, _setup: Setup) -> Table:
    """A row for each thing to talk about, in order."""
    people = result["people"]
    if result["is_chosen"]:
        base = ngettext(
            "%(n)d person chose, after the new ones were read out.",
            "%(n)d people chose, after the new ones were read out.",
            people,
        )
        base = f"{base % {'n': people}} {_('Before that, %(n)d nominated.') % {'n': result['nominated']}}"
    else:
        base = ngettext("%(n)d person nominated.", "%(n)d people nominated.", people) % {"n": people}
    rows = [
        [
            row["text"],
            row["place"] if people else "",
            row["n"],
            _("level") if row["is_level"] else "",
            _("new") if row["is_new"] else "",
        ]
        for row in result["rows"]
    ]
    columns = [
        _("To talk about"),
        _("Place"),
        _("People who named it"),
        _("Level with another"),
        _("Named by the group"),
    ]
    return Table(columns, rows, base)


def lines(result: Result) -> list[Line]:
    """What people named themselves."""
    return [Line(one["key"], one["text"], [one["key"]]) for one in result["own"]]


KIND = ActivityKind(
    key="nomination_poll",
    name=_("Nomination poll"),
    icon="ask",
    method=METHOD,
    setup_form=NominationPollSetup,
    answer_form=Nominate,
    tally=NominationPollTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    hides_early=True,
    word_fields=("own",),
    styles=("activities/nomination_poll.css",),
    minutes=8,
    send=_("Send my picks"),
    promise=PROMISE,
    promise_named=PROMISE_NAMED,
    stages=(
        Stage(
            key="nominate",
            name=_("Nominate"),
            say=_("Say what we should talk about first. Name what is missing."),
            answer_form=Nominate,
            hides_early=True,
            is_counted=True,
            send=_("Send my picks"),
            promise=PROMISE,
            promise_named=PROMISE_NAMED,
            sent=_("We have your picks. You can change them until we go on."),
        ),
        Stage(
            key="look",
            name=_("Look"),
            say=_("We read the new ones, and put those that mean the same into one."),
        ),
        Stage(
            key="choose",
            name=_("Choose"),
            say=_("All are on the list now. Pick once more: this sets the order."),
            answer_form=Choose,
            hides_early=True,
            is_counted=True,
            needs_list=True,
            send=_("Send my picks"),
            promise=_("Only totals go on the wall. Your name does not."),
            promise_named=_("Only totals go on the wall. The team can see your room name."),
            sent=_("We have your picks. You can change them until the end."),
        ),
    ),
    lines=lines,
)
