"""Delphi, put together."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Stage, Table, Text
from alongside.activities.kinds.delphi import METHOD
from alongside.activities.kinds.delphi.forms import CANNOT_SAY, DelphiSetup, FirstScores, Scores
from alongside.activities.kinds.delphi.sample import SAMPLE
from alongside.activities.kinds.delphi.tally import DelphiTally

STATES = {"in": _("In"), "out": _("Out"), "none": _("Not settled")}


def as_text(answer: Answer, setup: Setup) -> str:
    """“Signs of dying: 9 (I did not know them). A new statement: Faith.”"""
    texts = {str(number): text for number, text in enumerate(setup["items"], 1)}
    texts |= {item["key"]: item["text"] for item in setup.get("list", ())}
    said = [_scored(answer, key, text) for key, text in texts.items()]
    said += [
        f"{_('A new statement')}: {value}." for name, value in answer.items() if name[0] == "n" and value
    ]
    return " ".join(filter(None, said)) or str(_("A statement that was taken off"))


def _scored(answer: Answer, key: str, text: str) -> str:
    score, why = str(answer.get(f"s{key}") or ""), answer.get(f"t{key}")
    if not score and not why:
        return ""
    word = str(_("can’t say")) if score == CANNOT_SAY else score or "–"
    return f"{text.rstrip('.')}: {word}" + (f" ({why})" if why else "") + "."


def table(result: Result, _setup: Setup) -> Table:
    """A row for each statement: where it stands, and each round with its base."""
    columns: list[Text] = [_("Statement"), _("Where it stands"), _("Settled in round")]
    for one in result["rounds"]:
        for what in (
            _("people who scored"),
            _("median"),
            _("middle half"),
            _("scored 7 to 9"),
            _("scored 1 to 3"),
        ):
            columns.append(_("Round %(n)s: %(what)s") % {"n": one["round"], "what": what})
    rows = []
    for item in result["items"]:
        row: list[Text | int] = [item["text"], STATES[item["state"]], item["settled"] or ""]
        for at in range(len(result["rounds"])):
            row += _cells(item["rounds"][at] if at < len(item["rounds"]) else None)
        rows.append(row)
    return Table(columns, rows, base(result))


def _cells(spread: Result | None) -> list[Text | int]:
    if spread is None:
        return ["", "", "", "", ""]
    shares = [f"{spread[side]} ({spread[f'{side}_share']} %)" for side in ("high", "low")]
    return [spread["of"], spread["median_said"], spread["half"], *shares]


def base(result: Result) -> str:
    """“Round 1: 30 of 36 asked. Round 2: 24 people; 22 of the 30 came back, 2 are new.”"""
    return " ".join(_came(one, result) for one in result["rounds"])


def _came(one: Result, result: Result) -> str:
    people = ngettext("%(n)d person", "%(n)d people", one["people"]) % {"n": one["people"]}
    if result["asked"]:
        people = _("%(n)d of %(asked)d asked") % {"n": one["people"], "asked": result["asked"]}
    said = _("Round %(round)s: %(people)s") % {"round": one["round"], "people": people}
    if one["round"] > 1:
        before = one["back"] + one["lost"]
        back = _("%(back)d of the %(before)d of the round before came back") % {
            "back": one["back"],
            "before": before,
        }
        said = f"{said}; {back}"
        if one["new"]:
            new = ngettext("%(n)d is new or not known", "%(n)d are new or not known", one["new"])
            said = f"{said}, {new % {'n': one['new']}}"
    return f"{said}."


def lines(result: Result) -> list[Line]:
    """The statements people added: put together they are scored by all in round 2."""
    return [Line(one["key"], one["text"], [one["key"].partition(".")[0]]) for one in result["added"]]


def _round(key: str, name: Text, say: Text, form: Callable[..., forms.Form]) -> Stage:
    return Stage(
        key=key,
        name=name,
        say=say,
        answer_form=form,
        hides_early=True,
        needs_list=form is Scores,
        feeds_back=form is Scores,
        send=_("Send my scores"),
        promise=_("Only totals and reasons are shown. Your name is not."),
        promise_named=_("Only totals and reasons are shown. The team can see your room name."),
        sent=_("We have your scores. You can change them until this round ends."),
    )


def _look(key: str, say: Text) -> Stage:
    return Stage(key=key, name=_("Look"), say=say)


KIND = ActivityKind(
    key="delphi",
    name=_("Delphi"),
    icon="bars",
    method=METHOD,
    setup_form=DelphiSetup,
    answer_form=FirstScores,
    tally=DelphiTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    hides_early=True,
    word_fields=("t1", "t2", "t3", "n1", "n2"),
    styles=("activities/delphi.css",),
    minutes=20,
    lines=lines,
    follows_authors=True,
    stages=(
        _round(
            "first",
            _("Round 1"),
            _("Score each statement from 1 to 9. Add one that is missing."),
            FirstScores,
        ),
        _look("look", _("How did the group score? We put new statements together and word them plainly.")),
        _round(
            "second",
            _("Round 2"),
            _("You see what the group said. Score again: keep your score, or change it."),
            Scores,
        ),
        _look(
            "again",
            _("What is settled by the rule, and where do we still differ? Stop here if little moves."),
        ),
        _round("third", _("Round 3"), _("The last round. Only what is not settled is asked."), Scores),
    ),
)
