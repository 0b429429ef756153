"""Story weaving, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Stage, Table, Text
from alongside.activities.kinds.story_weaving import METHOD
from alongside.activities.kinds.story_weaving.forms import END, START, Memory, Passage, StoryWeavingSetup
from alongside.activities.kinds.story_weaving.sample import SAMPLE
from alongside.activities.kinds.story_weaving.tally import StoryWeavingTally

TOLD_MEMORIES, TOLD_PIECES = 12, 40
"""So many memories, and so many pieces of the story, are told to those who were not there."""
PLACES = {START: _("At the start"), END: _("At the end")}


def as_text(answer: Answer, setup: Setup) -> str:
    """“The first key I was given. (Picture: a door)”, or where in the story a passage belongs, and the passage."""
    if "part" in answer:
        parts = {item["key"]: item["text"] for item in setup.get("list", ())}
        where = PLACES.get(answer["part"]) or parts.get(answer["part"]) or _("A place that was taken off")
        return f"{where}: {answer['text']}"
    said = [str(answer.get("memory") or "")]
    if answer.get("picture_alt"):
        said.append(str(_("(Picture: %(alt)s)") % {"alt": answer["picture_alt"]}))
    return " ".join(part for part in said if part)


def table(result: Result, _setup: Setup) -> Table:
    """The story from start to end, memories and passages; then the memories that are in no part of it."""
    rows: list[list[Text | int]] = []
    for part in result["parts"]:
        where = str(PLACES.get(part["key"]) or f"{part['number']}. {part['text']}")
        rows += [[where, _("Memory"), *_told(one)] for one in part["memories"]]
        rows += [[where, _("Story"), one["text"], ""] for one in part["passages"]]
    rows += [
        [_("On the table"), _("Memory"), *_told(one)]
        for one in (result["loose"] if rows else result["memories"])
    ]
    given = ngettext("%(count)d memory,", "%(count)d memories,", len(result["memories"]))
    drawn = ngettext("%(count)d with a picture.", "%(count)d with a picture.", result["pictures"])
    base = f"{given % {'count': len(result['memories'])}} {drawn % {'count': result['pictures']}}"
    if result["told"]:
        told = ngettext("%(count)d piece of the story.", "%(count)d pieces of the story.", result["told"])
        base = f"{base} {told % {'count': result['told']}}"
    return Table([_("Where"), _("What it is"), _("In people’s own words"), _("In the picture")], rows, base)


def account(result: Result, setup: Setup) -> list[Text]:
    """How many gave what; the story from start to end as it was woven; before there is one, the memories."""
    if not result["memories"] and not result["told"]:
        return [_("Nothing was sent in.")]
    told: list[Text] = [table(result, setup).base]
    pieces = [one["text"].strip() for part in result["parts"] for one in part["passages"]]
    if pieces:
        woven = " ".join([*filter(None, [result["begin"].strip()]), *pieces[:TOLD_PIECES]])
        told.append(_("Our story: “%(story)s”") % {"story": woven})
    else:
        said = [one["text"] or one["alt"] for one in result["memories"]]
        told.append(f"{'; '.join(f'“{text}”' for text in said[:TOLD_MEMORIES])}.")
    if len(pieces) > TOLD_PIECES or (not pieces and len(result["memories"]) > TOLD_MEMORIES):
        told.append(_("There were more; the team has them all."))
    return told


def _told(memory: Answer) -> list[Text]:
    return [memory["text"], memory["alt"]]


def lines(result: Result) -> list[Line]:
    """Each memory, by its words or by what can be seen in it."""
    return [Line(one["key"], one["text"] or one["alt"], [one["key"]]) for one in result["memories"]]


KIND = ActivityKind(
    key="story_weaving",
    name=_("Story weaving"),
    icon="book",
    method=METHOD,
    setup_form=StoryWeavingSetup,
    answer_form=Memory,
    tally=StoryWeavingTally,
    as_text=as_text,
    table=table,
    account=account,
    sample=SAMPLE,
    is_one_each=False,
    word_fields=("memory", "picture_alt"),
    picture_fields=("picture",),
    styles=("activities/story_weaving.css",),
    minutes=45,
    send=_("Lay it on the table"),
    promise=_("It goes on the wall. Your name does not."),
    promise_named=_("It goes on the wall, with your room name."),
    sent=_("Your memory is on the table. You can give another one."),
    stages=(
        Stage(
            key="memories",
            name=_("Memories"),
            say=_("Give one or two memories. A picture is fine, words are fine."),
            answer_form=Memory,
            is_one_each=False,
            send=_("Lay it on the table"),
            promise=_("It goes on the wall. Your name does not."),
            promise_named=_("It goes on the wall, with your room name."),
            sent=_("Your memory is on the table. You can give another one."),
        ),
        Stage(
            key="order",
            name=_("Lay them in order"),
            say=_("Tell each other about them. Then lay them in an order that makes a story."),
        ),
        Stage(
            key="story",
            name=_("Tell the story"),
            say=_("Tell it together, from one memory to the next. Say “we” where you can."),
            answer_form=Passage,
            is_one_each=False,
            needs_list=True,
            send=_("Weave it in"),
            promise=_("It goes into our story. Your name does not."),
            promise_named=_("It goes into our story, with your room name."),
            sent=_("It is in our story. You can write more, or take one back."),
        ),
    ),
    lines=lines,
)
