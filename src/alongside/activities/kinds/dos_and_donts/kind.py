"""Do's and don'ts, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import (
    ActivityKind,
    Answer,
    AnswerForm,
    Line,
    Result,
    Setup,
    Stage,
    Table,
    Text,
)
from alongside.activities.kinds.dos_and_donts import METHOD
from alongside.activities.kinds.dos_and_donts.forms import (
    HEADINGS,
    DosAndDontsSetup,
    PickDonts,
    PickDos,
    Statement,
)
from alongside.activities.kinds.dos_and_donts.sample import SAMPLE
from alongside.activities.kinds.dos_and_donts.tally import DosAndDontsTally

LABELS = dict(HEADINGS)


def as_text(answer: Answer, setup: Setup) -> str:
    """“Do: ask before you start”, or the statements picked."""
    if "picks" in answer:
        texts = {item["key"]: item["text"] for item in setup.get("list", ())}
        return "; ".join(texts[pick] for pick in answer["picks"] if pick in texts) or str(
            _("A pick that was taken off")
        )
    return f"{LABELS[answer['polarity']]}: {answer['text']}"


def table(result: Result, _setup: Setup) -> Table:
    """A row for each statement: its list, its place there, and how many picked it."""
    rows = [
        [
            LABELS[one["heading"]],
            row["text"],
            row["place"] if one["voters"] else "",
            row["n"] if one["voters"] else "",
        ]
        for one in result["lists"]
        for row in one["rows"]
    ]
    said = len(result["said"])
    base = ngettext("%(count)d statement.", "%(count)d statements.", said) % {"count": said}
    for one in result["lists"]:
        if one["voters"]:
            picked = ngettext("%(count)d person picked.", "%(count)d people picked.", one["voters"])
            base = f"{base} {LABELS[one['heading']]}: {picked % {'count': one['voters']}}"
    return Table([_("List"), _("Statement"), _("Place"), _("People who picked it")], rows, base)


def lines(result: Result) -> list[Line]:
    """Each statement, under its heading."""
    return [Line(one["key"], one["text"], [one["key"]], one["heading"]) for one in result["said"]]


def _poll(key: str, name: Text, say: Text, form: type[AnswerForm]) -> Stage:
    return Stage(
        key=key,
        name=name,
        say=say,
        answer_form=form,
        hides_early=True,
        needs_list=True,
        is_counted=True,
        send=_("Send my picks"),
        promise=_("Only totals go on the wall. Your name does not."),
        promise_named=_("Only totals go on the wall. The team can see your room name."),
        sent=_("We have your picks. You can change them until we go on."),
    )


KIND = ActivityKind(
    key="dos_and_donts",
    name=_("Do’s and don’ts"),
    icon="list",
    method=METHOD,
    setup_form=DosAndDontsSetup,
    answer_form=Statement,
    tally=DosAndDontsTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    is_one_each=False,
    word_fields=("text",),
    styles=("activities/dos_and_donts.css",),
    minutes=20,
    stages=(
        Stage(
            key="say",
            name=_("Say"),
            say=_("Write one at a time. Send as many as you like."),
            answer_form=Statement,
            is_one_each=False,
            sent=_("It is on the wall. You can write more, or take one back."),
        ),
        Stage(
            key="sort",
            name=_("Put like with like"),
            say=_("We read them together, and put those that mean the same into one."),
        ),
        _poll("dos", _("Pick do’s"), _("Which do’s matter most?"), PickDos),
        _poll("donts", _("Pick don’ts"), _("Which don’ts matter most?"), PickDonts),
    ),
    lines=lines,
    headings=HEADINGS,
)
