"""Build and tell, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Stage, Table
from alongside.activities.kinds.build_and_tell import METHOD
from alongside.activities.kinds.build_and_tell.forms import BuildAndTellSetup, Link, Model
from alongside.activities.kinds.build_and_tell.sample import SAMPLE
from alongside.activities.kinds.build_and_tell.tally import BuildAndTellTally


def as_text(answer: Answer, setup: Setup) -> str:
    """“The bridge: it holds because … (Picture: …)”, or “The bridge – The well: both carry”."""
    if "why" in answer:
        parts = {item["key"]: item["text"] for item in setup.get("list", ())}
        gone = _("a part that was taken off")
        return f"{parts.get(answer['a'], gone)} – {parts.get(answer['b'], gone)}: {answer['why']}"
    told = f"{answer['name']}: {answer['story']}"
    return (
        f"{told} {_('(Picture: %(alt)s)') % {'alt': answer['picture_alt']}}"
        if answer.get("picture_alt")
        else told
    )


def table(result: Result, _setup: Setup) -> Table:
    """A row for each model with the part it went into, then a row for each link."""
    rows = [
        [_("Model"), f"{one['name']}: {one['story']}", one["alt"], one["part"]] for one in result["models"]
    ]
    rows += [
        [_("Link"), one["why"], "", f"{one['from']['text']} – {one['to']['text']}"] for one in result["links"]
    ]
    built = ngettext("%(count)d model,", "%(count)d models,", len(result["models"]))
    drawn = ngettext("%(count)d with a picture.", "%(count)d with a picture.", result["pictures"])
    base = f"{built % {'count': len(result['models'])}} {drawn % {'count': result['pictures']}}"
    if result["links"]:
        tied = ngettext("%(count)d link.", "%(count)d links.", len(result["links"]))
        base = f"{base} {tied % {'count': len(result['links'])}}"
    columns = [_("What it is"), _("In people’s own words"), _("In the picture"), _("In the shared model")]
    return Table(columns, rows, base)


def lines(result: Result) -> list[Line]:
    """Each model by its name and story."""
    return [Line(one["key"], f"{one['name']}: {one['story']}", [one["key"]]) for one in result["models"]]


_SENT = _("Your model is on the wall. You can change it until we go on.")
_TELL = Stage(
    key="tell",
    name=_("Build and tell"),
    say=_("Build first, with your hands. Then tell what it stands for. There is no wrong model."),
    answer_form=Model,
    send=_("Show my model"),
    promise=_("It goes on the wall. Your name does not."),
    promise_named=_("It goes on the wall, with your room name."),
    sent=_SENT,
)

KIND = ActivityKind(
    key="build_and_tell",
    name=_("Build and tell"),
    icon="nest",
    method=METHOD,
    setup_form=BuildAndTellSetup,
    answer_form=Model,
    tally=BuildAndTellTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    word_fields=("name", "story", "picture_alt"),
    picture_fields=("picture",),
    styles=("activities/build_and_tell.css",),
    minutes=60,
    send=_TELL.send,
    promise=_TELL.promise,
    promise_named=_TELL.promise_named,
    sent=_SENT,
    stages=(
        _TELL,
        Stage(
            key="listen",
            name=_("Listen"),
            say=_("Each person tells. Ask about the model, never about the person. Put like with like."),
        ),
        Stage(
            key="links",
            name=_("The shared model"),
            say=_("Which parts belong together? Say what holds them."),
            answer_form=Link,
            is_one_each=False,
            needs_list=True,
            send=_("Tie them together"),
            promise=_("It goes on the wall. Your name does not."),
            promise_named=_("It goes on the wall, with your room name."),
            sent=_("It is in the shared model. You can add more, or take one back."),
        ),
    ),
    lines=lines,
)
