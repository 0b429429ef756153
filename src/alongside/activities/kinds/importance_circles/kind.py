"""Importance circles, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Stage, Table
from alongside.activities.kinds.importance_circles import METHOD
from alongside.activities.kinds.importance_circles.forms import (
    INNER,
    OUTER,
    ImportanceCirclesSetup,
    PlaceAlone,
    PlaceTogether,
)
from alongside.activities.kinds.importance_circles.sample import SAMPLE
from alongside.activities.kinds.importance_circles.tally import ImportanceCirclesTally

RINGS = {"in": _("Inner circle"), "out": _("Outer circle"), "edge": _("On the line"), "": _("Not placed yet")}
PROMISE = _("Only totals and cards go on the wall. Your name does not.")
PROMISE_NAMED = _("Only totals and cards go on the wall. The team can see your room name.")


def as_text(answer: Answer, setup: Setup) -> str:
    """“Inner circle: Signs of dying. Outer circle: Practical care (why). New card: Grief.”"""
    texts = {str(number): text for number, text in enumerate(setup["cards"], 1)}
    texts |= {item["key"]: item["text"] for item in setup.get("list", ())}
    said = []
    for ring in (INNER, OUTER):
        found = [name[1:] for name, value in answer.items() if name[0] == "c" and value == ring]
        cards = ", ".join(texts[key] + _why(answer, key) for key in found if key in texts)
        said += [f"{RINGS[ring]}: {cards}."] if cards else []
    unplaced = [key for key in texts if answer.get(f"t{key}") and not answer.get(f"c{key}")]
    said += [f"{texts[key]}{_why(answer, key)}." for key in unplaced]
    said += [f"{_('New card')}: {value}." for name, value in answer.items() if name[0] == "n" and value]
    return " ".join(said) or str(_("A card that was taken off"))


def _why(answer: Answer, key: str) -> str:
    why = answer.get(f"t{key}")
    return f" ({why})" if why else ""


def table(result: Result, _setup: Setup) -> Table:
    """A row for each card, those of the inner circle first; and below them the cards people wrote."""
    people = ngettext("%(count)d person placed cards.", "%(count)d people placed cards.", result["people"])
    base = people % {"count": result["people"]}
    if result["together"]:
        base = f"{base} {_('This is after the talk; %(n)s placed them alone before it.') % {'n': result['alone']}}"
    rows = [
        [card["text"], RINGS[card["ring"]], card["inner"], card["outer"], "; ".join(card["why"])]
        for card in result["cards"]
    ]
    rows += [[card["text"], _("A new card"), "", "", ""] for card in result["own"]]
    columns = [
        _("Card"),
        _("Circle"),
        _("Put it inside"),
        _("Put it outside"),
        _("Why, in people’s own words"),
    ]
    return Table(columns, rows, base)


def lines(result: Result) -> list[Line]:
    """The cards people wrote: put together they become cards for all."""
    return [Line(card["key"], card["text"], [card["key"].partition(".")[0]]) for card in result["own"]]


KIND = ActivityKind(
    key="importance_circles",
    name=_("Importance circles"),
    icon="theme",
    method=METHOD,
    setup_form=ImportanceCirclesSetup,
    answer_form=PlaceAlone,
    tally=ImportanceCirclesTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    hides_early=True,
    word_fields=("t1", "t2", "t3", "n1", "n2"),
    styles=("activities/importance_circles.css",),
    minutes=30,
    stages=(
        Stage(
            key="alone",
            name=_("Alone"),
            say=_("Put each card into a circle. Write a card of your own if one is missing."),
            answer_form=PlaceAlone,
            hides_early=True,
            is_counted=True,
            send=_("Send my circles"),
            promise=PROMISE,
            promise_named=PROMISE_NAMED,
            sent=_("We have your circles. You can change them until we go on."),
        ),
        Stage(
            key="talk",
            name=_("Talk"),
            say=_("Where do we differ, and why? We put new cards that mean the same together."),
        ),
        Stage(
            key="together",
            name=_("Together"),
            say=_("After the talk: where does each card go now?"),
            answer_form=PlaceTogether,
            needs_list=True,
            is_counted=True,
            send=_("Send my circles"),
            promise=PROMISE,
            promise_named=PROMISE_NAMED,
            sent=_("We have your circles. You can change them until the end."),
        ),
    ),
    lines=lines,
)
