"""Ways of working, put together."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Clause, Line, Result, Setup, Stage, Table, Text
from alongside.activities.kinds.ways_of_working import METHOD
from alongside.activities.kinds.ways_of_working.forms import HEADINGS, ReadDraft, SayYes, WaysOfWorkingSetup
from alongside.activities.kinds.ways_of_working.sample import SAMPLE
from alongside.activities.kinds.ways_of_working.tally import DONT, WaysOfWorkingTally, clauses_of

LABELS = dict(HEADINGS)
PROMISE = _("Totals, and what you would change or add, go on the wall. Your name does not.")
PROMISE_NAMED = _(
    "Totals, and what you would change or add, go on the wall. The team can see your room name."
)


def as_text(answer: Answer, setup: Setup) -> str:
    """“I agree with 4 lines. I would change “Camera on or off”: off is fine. We do: breaks.”"""
    if "yes" in answer:
        return _hand(answer, setup)
    clauses = clauses_of(setup)
    agreed = sum(answer.get(f"c{number}") == "yes" for number, _heading, _text in clauses)
    said = (
        [ngettext("I agree with %(n)d line.", "I agree with %(n)d lines.", agreed) % {"n": agreed}]
        if agreed
        else []
    )
    for number, _heading, text in clauses:
        if answer.get(f"c{number}") == "change":
            said.append(
                _("I would change “%(text)s”: %(how)s") % {"text": text, "how": answer.get(f"t{number}", "")}
            )
    said += [f"{label}: {answer[f'add_{key}']}" for key, label in HEADINGS if answer.get(f"add_{key}")]
    return " ".join(said) or str(_("A line that was taken off"))


def _hand(answer: Answer, setup: Setup) -> str:
    if answer["yes"] == "yes":
        return str(_("Yes to the whole list"))
    texts = {item["key"]: item["text"] for item in setup.get("list", ())}
    about = f" “{texts[answer['about']]}”" if answer.get("about") in texts else ""
    return (
        f"{_('I raise my hand')}{about}: {answer['why']}"
        if answer["why"]
        else f"{_('I raise my hand')}{about}"
    )


def base(result: Result) -> str:
    """How it was set: “24 of 26 people said yes to the list. 30 people looked at the draft.”"""
    people = ngettext(
        "%(n)d person looked at the draft.", "%(n)d people looked at the draft.", result["people"]
    )
    read = people % {"n": result["people"]}
    if not result["asked"]:
        return read
    yes = ngettext(
        "%(yes)d of %(n)d said yes to the list.", "%(yes)d of %(n)d said yes to the list.", result["asked"]
    )
    return f"{yes % {'yes': result['yes'], 'n': result['asked']}} {read}"


def table(result: Result, _setup: Setup) -> Table:
    """The list once there is one, with hands raised; else the draft with views, changes and what people would add."""
    if result["has_list"]:
        rows: list[list[Text | int]] = [
            [LABELS[part["heading"]], row["text"], row["hands"] if result["asked"] else ""]
            for part in result["list"]
            for row in part["rows"]
        ]
        rows += [[_("A hand was raised"), _about(one), ""] for one in result["hands"]]
        return Table([_("List"), _("How we work"), _("Hands raised")], rows, base(result))
    rows = []
    for part in result["draft"]:
        label = LABELS[part["heading"]]
        for row in part["rows"]:
            hows = "; ".join(how["text"] for how in row["hows"])
            rows.append([label, row["text"], row["agree"], row["change"], hows])
        rows += [[label, one["text"], "", "", _("Someone would add this")] for one in part["adds"]]
    columns = [_("List"), _("Draft"), _("Agree"), _("Would change it"), _("How")]
    return Table(columns, rows, base(result))


def _about(one: Result) -> str:
    return " – ".join(part for part in (one["about"], one["why"]) if part) or "–"


def lines(result: Result) -> list[Line]:
    """Every clause of the draft; changes and additions wait beside it until the room puts them on the list."""
    found = []
    for part in result["draft"]:
        heading = part["heading"]
        found += [Line(row["key"], row["text"], [], heading) for row in part["rows"]]
        changed = [
            (how["key"], f"{how['text']} ({row['text']})") for row in part["rows"] for how in row["hows"]
        ]
        new = changed + [(one["key"], one["text"]) for one in part["adds"]]
        found += [Line(key, text, [key.partition(".")[0]], heading, is_loose=True) for key, text in new]
    return found


def as_ways(result: Result, _setup: Setup) -> list[Clause]:
    """The list of the group, once it has one."""
    return [
        Clause(row["text"], is_do=part["heading"] != DONT) for part in result["list"] for row in part["rows"]
    ]


def begins_with_ways(clauses: Sequence[Clause]) -> Setup:
    """The standing ways of working as the draft, to look at again."""
    return {
        "dos": [one.text for one in clauses if one.is_do],
        "donts": [one.text for one in clauses if not one.is_do],
    }


KIND = ActivityKind(
    key="ways_of_working",
    name=_("Ways of working"),
    icon="shield",
    method=METHOD,
    setup_form=WaysOfWorkingSetup,
    answer_form=ReadDraft,
    tally=WaysOfWorkingTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    hides_early=True,
    word_fields=("t1", "t2", "t3", "t4", "add_do", "add_dont"),
    styles=("activities/ways_of_working.css",),
    minutes=20,
    stages=(
        Stage(
            key="read",
            name=_("Read"),
            say=_("This is a draft. Say what you would change, and what is missing."),
            answer_form=ReadDraft,
            hides_early=True,
            is_counted=True,
            send=_("Send what I think"),
            promise=PROMISE,
            promise_named=PROMISE_NAMED,
            sent=_("We have it. You can change it until we go on."),
        ),
        Stage(
            key="settle",
            name=_("Settle it"),
            say=_("We talk, and write the list together in our own words."),
        ),
        Stage(
            key="yes",
            name=_("Say yes"),
            say=_("Can you work with this list? Say yes, or what stands in the way."),
            answer_form=SayYes,
            hides_early=True,
            is_counted=True,
            needs_list=True,
            send=_("Send it"),
            promise=_("The wall shows how many say yes, and what stands in the way. Never your name."),
            promise_named=_(
                "The wall shows how many say yes, and what stands in the way. The team sees your room name."
            ),
            sent=_("Thank you. You can change it until the end."),
        ),
    ),
    lines=lines,
    headings=HEADINGS,
    as_ways=as_ways,
    begins_with_ways=begins_with_ways,
)
