"""The journey map, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Stage, Table
from alongside.activities.kinds.journey_map import METHOD
from alongside.activities.kinds.journey_map.forms import FEELINGS, WHO, JourneyMapSetup, MarkSteps, StepNote
from alongside.activities.kinds.journey_map.sample import SAMPLE
from alongside.activities.kinds.journey_map.tally import JourneyMapTally, steps_of

FELT, ABOUT = dict(FEELINGS), dict(WHO)


def as_text(answer: Answer, setup: Setup) -> str:
    """“First visit alone: Hard, afraid. Met: a locked door. “Where is the key?” (About me)”, or the steps marked."""
    steps = dict(steps_of(setup))
    if "marks" in answer:
        return "; ".join(steps[key] for key in answer["marks"] if key in steps)
    felt = str(FELT[answer["feeling"]])
    said = f"{steps.get(answer['step'], '')}: {felt}" + (
        f", {answer['word']}." if answer.get("word") else "."
    )
    if answer.get("touchpoint"):
        said += f" {_('Met')}: {answer['touchpoint']}."
    if answer.get("quote"):
        said += f" “{answer['quote']}”"
    return f"{said} ({ABOUT[answer['who']]})" if answer.get("who") in ABOUT else said


def table(result: Result, _setup: Setup) -> Table:
    """A row for each step: how it felt, how many told of it, words, whom people met, and how many marked it."""
    rows = [
        [
            f"{step['number']}. {step['text']}",
            f"{FELT[str(step['level'])]} ({step['mean']})" if step["level"] else "",
            step["people"],
            ", ".join(step["words"]),
            ", ".join(step["met"]),
            step["marks"] if result["markers"] else "",
        ]
        for step in result["steps"]
    ]
    base = ngettext("%(count)d note along the way.", "%(count)d notes along the way.", result["notes"])
    base = base % {"count": result["notes"]}
    if result["markers"]:
        marked = ngettext(
            "%(count)d person marked steps.", "%(count)d people marked steps.", result["markers"]
        )
        base = f"{base} {marked % {'count': result['markers']}}"
    heads = [_("Step"), _("How it felt, 5 is best"), _("Notes"), _("Words"), _("Who or what was met")]
    return Table([*heads, _("People who marked it")], rows, base)


def lines(result: Result) -> list[Line]:
    """What people would say at each step, else whom they met, under the step."""
    steps = {step["key"]: step["text"] for step in result["steps"]}
    return [
        Line(one["key"], one["quote"] or one["touchpoint"], [one["key"]], steps[one["step"]])
        for one in result["said"]
    ]


_WALK = Stage(
    key="walk",
    name=_("Walk the steps"),
    say=_("Pick a step you know. Say how it was. Send as many as you like."),
    answer_form=StepNote,
    is_one_each=False,
    send=_("Put it on the map"),
    promise=_("Your words go on the map. Your name does not."),
    promise_named=_("Your words go on the map. The team can see your room name."),
    sent=_("It is on the map. You can tell of another step, or take one back."),
)

KIND = ActivityKind(
    key="journey_map",
    name=_("Journey map"),
    icon="route",
    method=METHOD,
    setup_form=JourneyMapSetup,
    answer_form=StepNote,
    tally=JourneyMapTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    is_one_each=False,
    word_fields=("word", "touchpoint", "quote"),
    styles=("activities/journey_map.css",),
    minutes=40,
    send=_WALK.send,
    promise=_WALK.promise,
    promise_named=_WALK.promise_named,
    sent=_WALK.sent,
    stages=(
        _WALK,
        Stage(
            key="look",
            name=_("Look at the line"),
            say=_("Where does the line drop? Who was there, and who was not? Listen first."),
        ),
        Stage(
            key="mark",
            name=_("Mark"),
            say=_("Which steps matter most, to mend or to keep?"),
            answer_form=MarkSteps,
            hides_early=True,
            send=_("Send my marks"),
            promise=_("Only totals go on the wall. Your name does not."),
            promise_named=_("Only totals go on the wall. The team can see your room name."),
            sent=_("We have your marks. You can change them until we close it."),
        ),
    ),
    lines=lines,
)
