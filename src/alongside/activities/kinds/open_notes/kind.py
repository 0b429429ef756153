"""Open notes, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Table, Text
from alongside.activities.kinds.open_notes import METHOD
from alongside.activities.kinds.open_notes.forms import OpenNotesAnswer, OpenNotesSetup
from alongside.activities.kinds.open_notes.sample import SAMPLE
from alongside.activities.kinds.open_notes.tally import OpenNotesTally

TOLD = 20
"""So many notes under one heading are told to those who were not there."""


def as_text(answer: Answer, _setup: Setup) -> str:
    """The note itself."""
    return str(answer["note"])


def table(result: Result, _setup: Setup) -> Table:
    """A row for each note in the order they came, with the room name where names show."""
    notes = result["notes"]
    base = ngettext("%(count)d note.", "%(count)d notes.", len(notes)) % {"count": len(notes)}
    if any(note["who"] for note in notes):
        return Table([_("Note"), _("Who wrote it")], [[note["text"], note["who"]] for note in notes], base)
    return Table([_("Note")], [[note["text"]] for note in notes], base)


def account(result: Result, setup: Setup) -> list[Text]:
    """The notes under the headings that the room gave them, or as they came; never who wrote them."""
    groups = result["groups"] or [{"heading": "", "cards": result["notes"], "more": 0}]
    told: list[Text] = [ngettext("%(count)d note.", "%(count)d notes.", result["count"]) % result]
    for group in filter(lambda group: group["cards"], groups):
        cards = "; ".join(f"“{card['text']}”" for card in group["cards"][:TOLD])
        under = _("Under “%(heading)s” we put: %(cards)s.")
        told.append(
            under % {"heading": group["heading"], "cards": cards} if group["heading"] else f"{cards}."
        )
    if any(len(group["cards"]) > TOLD or group["more"] for group in groups):
        told.append(_("There were more; the team has them all."))
    return told


def lines(result: Result) -> list[Line]:
    """Each note is a line: put under headings, those that mean the same become one."""
    return [Line(note["key"], note["text"], [note["key"]]) for note in result["notes"]]


KIND = ActivityKind(
    key="open_notes",
    name=_("Open notes"),
    icon="notes",
    method=METHOD,
    setup_form=OpenNotesSetup,
    answer_form=OpenNotesAnswer,
    tally=OpenNotesTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    is_one_each=False,
    word_fields=("note",),
    account=account,
    lines=lines,
    minutes=15,
    send=_("Put my note on the wall"),
    promise=_("Your note goes on the wall. Your name does not."),
    promise_named=_("Your note goes on the wall, with your room name."),
    sent=_("Your note is on the wall. You can write more, or take one back."),
)
