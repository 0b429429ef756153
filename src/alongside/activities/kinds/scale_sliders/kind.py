"""Scale and sliders, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Table, Text
from alongside.activities.kinds.scale_sliders import METHOD
from alongside.activities.kinds.scale_sliders.forms import TEAM, ScaleSlidersAnswer, ScaleSlidersSetup
from alongside.activities.kinds.scale_sliders.sample import SAMPLE
from alongside.activities.kinds.scale_sliders.tally import CANNOT_SAY, ScaleSlidersTally, scales_of
from alongside.activities.kinds.scale_sliders.words import in_words


def as_text(answer: Answer, setup: Setup) -> str:
    """“Voice: 5 of 7, where 7 is “strong”. Change: can't say. More time would help.”"""
    said = []
    for number, (name, _low, high) in enumerate(scales_of(setup), 1):
        step = answer.get(f"s{number}")
        if step == CANNOT_SAY:
            said.append(f"{name}: {_('I can’t say')}.")
        elif step:
            place = _("%(step)s of %(steps)s, where %(steps)s is “%(high)s”")
            said.append(f"{name}: {place % {'step': step, 'steps': setup['steps'], 'high': high}}.")
    if answer.get("comment"):
        only = f" ({_('for the team only')})" if answer.get("share") == TEAM else ""
        said.append(f"{answer['comment']}{only}")
    return " ".join(said) or str(_("A scale that was taken off"))


def table(result: Result, setup: Setup) -> Table:
    """A row for each scale with the dots on each step, and what they mean in words; below them the comments."""
    steps = range(1, int(setup["steps"]) + 1)
    rows: list[list[Text | int]] = [
        [
            f"{scale['name']}: {scale['low']} – {scale['high']}",
            *(step["n"] for step in scale["steps"]),
            scale["unsure"],
            in_words(scale),
        ]
        for scale in result["scales"]
    ]
    rows += [[_("A comment"), *("" for _step in steps), "", one["text"]] for one in result["comments"]]
    people = ngettext("%(n)d person answered.", "%(n)d people answered.", result["people"])
    base = people % {"n": result["people"]}
    if result["team_only"]:
        only = ngettext(
            "%(n)d comment is for the team only.",
            "%(n)d comments are for the team only.",
            result["team_only"],
        )
        base = f"{base} {only % {'n': result['team_only']}}"
    columns: list[Text] = [_("Scale"), *map(str, steps), _("Can’t say"), _("In words")]
    return Table(columns, rows, base)


def lines(result: Result) -> list[Line]:
    """The comments that are for the room."""
    return [Line(one["key"], one["text"], [one["key"]]) for one in result["comments"]]


KIND = ActivityKind(
    key="scale_sliders",
    name=_("Scale and sliders"),
    icon="bars",
    method=METHOD,
    setup_form=ScaleSlidersSetup,
    answer_form=ScaleSlidersAnswer,
    tally=ScaleSlidersTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    hides_early=True,
    is_counted=True,
    word_fields=("comment",),
    styles=("activities/scale_sliders.css",),
    scripts=("activities/scale_sliders.js",),
    minutes=15,
    lines=lines,
    send=_("Send my dots"),
    promise=_("The wall shows how many dots are on each step. Your name is not with them."),
    promise_named=_("The wall shows how many dots are on each step. The team can see your room name."),
    sent=_("We have your dots. You can move them until the end. All dots show when it closes."),
)
