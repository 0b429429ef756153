"""The storyline interview, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Table
from alongside.activities.kinds.storyline_interview import METHOD
from alongside.activities.kinds.storyline_interview.forms import TEAM, StorylineAnswer, StorylineSetup
from alongside.activities.kinds.storyline_interview.sample import SAMPLE
from alongside.activities.kinds.storyline_interview.tally import QUESTIONS, StorylineTally

SHORT = {
    "together": _("Working together"),
    "people": _("Who was part of it"),
    "done": _("What was done"),
    "learned": _("What was learned"),
    "next": _("From now on"),
    "follow": _("To look at more closely"),
    "role": _("Own part"),
}


def as_text(answer: Answer, _setup: Setup) -> str:
    """“Working together: … · What was learned: …”; said when it is for the team only."""
    told = " · ".join(f"{SHORT[name]}: {answer[name]}" for name in QUESTIONS if answer.get(name))
    return f"{told} ({_('for the team only')})" if answer.get("share") == TEAM else told


def table(result: Result, _setup: Setup) -> Table:
    """A row for each answer that is for everybody, question by question."""
    people = ngettext("%(count)d person told us.", "%(count)d people told us.", result["people"])
    base = people % {"count": result["people"]}
    if result["team_only"]:
        only = ngettext(
            "%(count)d of them told only the team.",
            "%(count)d of them told only the team.",
            result["team_only"],
        )
        base = f"{base} {only % {'count': result['team_only']}}"
    rows = [[SHORT[one["name"]], said["text"]] for one in result["questions"] for said in one["said"]]
    return Table([_("Question"), _("In people’s own words")], rows, base)


def lines(result: Result) -> list[Line]:
    """Each answer that is for everybody, under its question; the list holds short lines, so it begins it only."""
    return [
        Line(said["key"], said["text"][:280], [said["key"].partition(".")[0]], str(SHORT[one["name"]]))
        for one in result["questions"]
        for said in one["said"]
    ]


KIND = ActivityKind(
    key="storyline_interview",
    name=_("Storyline interview"),
    icon="book",
    method=METHOD,
    setup_form=StorylineSetup,
    answer_form=StorylineAnswer,
    tally=StorylineTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    word_fields=QUESTIONS,
    styles=("activities/storyline_interview.css",),
    minutes=40,
    lines=lines,
    for_team=True,
    send=_("Send what I have so far"),
    promise=_("You say who reads it. Your name is not with it."),
    promise_named=_("You say who reads it. Your room name is with it."),
    sent=_("Thank you. It is kept. You can add to it and change it until the end."),
)
