"""1-2-4-All, put together."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Stage, Table, Text
from alongside.activities.kinds.one_two_four_all import METHOD
from alongside.activities.kinds.one_two_four_all.forms import (
    Alone,
    InFours,
    InTwos,
    OneTwoFourAllSetup,
    WithAll,
)
from alongside.activities.kinds.one_two_four_all.sample import SAMPLE
from alongside.activities.kinds.one_two_four_all.tally import ALL, ALONE, OneTwoFourAllTally

STAGES = (_("Alone"), _("In twos"), _("In fours"), _("All"))
SENT = _("It is kept, and so are the others. You can change it until we go on.")


def as_text(answer: Answer, _setup: Setup) -> str:
    """The idea; “(written for 4)” behind it when it is a group's."""
    people = int(answer.get("people") or 1)
    return (
        f"{answer['idea']} ({_('written for %(n)s') % {'n': people}})" if people > 1 else str(answer["idea"])
    )


def table(result: Result, _setup: Setup) -> Table:
    """A row for each idea: how far it came, for how many it was written, and what it stands on."""
    below = [one for idea in result["grown"] for level in idea["levels"] for one in level["ideas"]]
    once = {one["key"]: one for one in [*result["grown"], *below, *result["kept"]]}
    grown = {idea["key"] for idea in result["grown"]}
    went_on = {one["key"] for one in below}
    ideas = sorted(once.values(), key=lambda one: -one["stage"])
    rows = [
        [
            one["text"],
            STAGES[one["stage"]],
            one["people"] if one["stage"] != ALL else "",
            _("Shared")
            if one["key"] in grown
            else _("Went into another")
            if one["key"] in went_on
            else _("Kept"),
            "; ".join(one["stands_on"]),
        ]
        for one in ideas
    ]
    columns = [_("Idea"), _("Stage"), _("Written for"), _("What became of it"), _("Stands on, as people say")]
    return Table(columns, rows, _base(result))


def _base(result: Result) -> str:
    """“30 ideas alone, 15 in twos, 8 in fours.”"""
    count = result["counts"]
    alone = ngettext("%(n)d idea alone", "%(n)d ideas alone", count[ALONE]) % {"n": count[ALONE]}
    more = [
        word % {"n": n}
        for word, n in zip(
            (_("%(n)d in twos"), _("%(n)d in fours"), _("%(n)d with all")), count[1:], strict=True
        )
        if n
    ]
    return ", ".join([alone, *map(str, more)]) + "."


def lines(result: Result) -> list[Line]:
    """The ideas that got furthest; before anything grew, all of them."""
    found = result["grown"] or result["kept"]
    return [Line(one["key"], one["text"], [one["key"]]) for one in found]


def _together(key: str, name: Text, say: Text, form: Callable[..., forms.Form]) -> Stage:
    return Stage(
        key=key,
        name=name,
        say=say,
        answer_form=form,
        is_one_each=False,
        feeds_back=True,
        send=_("Send our idea"),
        promise=_("The idea goes on the wall. Nobody’s name does."),
        promise_named=_("The idea goes on the wall, with the room name of who writes."),
        sent=_("We have your idea. You can write one more, or take one back."),
    )


KIND = ActivityKind(
    key="one_two_four_all",
    name=_("1-2-4-All"),
    icon="people",
    method=METHOD,
    setup_form=OneTwoFourAllSetup,
    answer_form=Alone,
    tally=OneTwoFourAllTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    is_one_each=False,
    word_fields=("idea",),
    styles=("activities/one_two_four_all.css",),
    minutes=12,
    lines=lines,
    send=_("Send my idea"),
    stages=(
        Stage(
            key="alone",
            name=STAGES[0],
            say=_("One minute of quiet. Write what comes to you."),
            answer_form=Alone,
            is_one_each=False,
            send=_("Send my idea"),
            promise=_("All ideas are kept and shown later. Nobody sees whose it is."),
            promise_named=_("All ideas are kept and shown later, with your room name."),
            sent=_("Your idea is kept. Write one more, or take one back."),
        ),
        _together(
            "twos",
            STAGES[1],
            _("Two minutes in twos. Tell each other, and make one idea out of two."),
            InTwos,
        ),
        _together(
            "fours", STAGES[2], _("Four minutes: two twos sit together. What do your ideas share?"), InFours
        ),
        _together("all", STAGES[3], _("Five minutes with all. What is one idea that stands out?"), WithAll),
    ),
)
