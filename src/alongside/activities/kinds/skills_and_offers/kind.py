"""Skills and offers, put together."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Result, Setup, Table, Text
from alongside.activities.kinds.skills_and_offers import METHOD
from alongside.activities.kinds.skills_and_offers.forms import (
    HEADINGS,
    SkillsAndOffersAnswer,
    SkillsAndOffersSetup,
)
from alongside.activities.kinds.skills_and_offers.sample import SAMPLE
from alongside.activities.kinds.skills_and_offers.tally import SkillsAndOffersTally

LABELS = dict(HEADINGS)


def as_text(answer: Answer, setup: Setup) -> str:
    """“I can offer: Wait without pushing, driving people. I want to learn: Speak up. We still miss: a nurse.”"""
    skills = {str(number): str(text) for number, text in enumerate(setup["skills"], 1)}
    said = []
    for label, part, own in (
        (_("I can offer"), "offers", "own_offer"),
        (_("I want to learn"), "wishes", "own_wish"),
    ):
        named = [skills[number] for number in answer.get(part, ()) if number in skills]
        named += [answer[own]] if answer.get(own) else []
        said += [f"{label}: {', '.join(named).rstrip('.')}."] if named else []
    said += [f"{_('We still miss')}: {answer['missing']}"] if answer.get("missing") else []
    return " ".join(said) or str(_("A skill that was taken off"))


def table(result: Result, _setup: Setup) -> Table:
    """A row for each skill with offers and wishes; below them what people wrote in own words."""
    people = ngettext("%(n)d person answered.", "%(n)d people answered.", result["people"])
    rows: list[Sequence[Text | int]] = [
        [
            row["text"],
            _with(row["offers"], row["who_offers"]),
            _with(row["wishes"], row["who_wishes"]),
            _match(row),
        ]
        for row in result["rows"]
    ]
    rows += [[card["text"], "", "", LABELS[one["heading"]]] for one in result["own"] for card in one["cards"]]
    columns = [_("Skill"), _("People who offer it"), _("People who want to learn it"), _("What it means")]
    return Table(columns, rows, people % {"n": result["people"]})


def _with(n: int, names: Sequence[str]) -> str | int:
    return f"{n}: {', '.join(names)}" if names else n


def _match(row: Result) -> Text:
    if row["is_pair"]:
        return _("Can learn from each other")
    return _("Nobody offers it yet") if row["wishes"] else ""


def lines(result: Result) -> list[Line]:
    """What people wrote in own words, each under its heading."""
    return [
        Line(one["key"], one["text"], [one["key"].partition(".")[0]], one["heading"])
        for one in result["said"]
    ]


KIND = ActivityKind(
    key="skills_and_offers",
    name=_("Skills and offers"),
    icon="people",
    method=METHOD,
    setup_form=SkillsAndOffersSetup,
    answer_form=SkillsAndOffersAnswer,
    tally=SkillsAndOffersTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    hides_early=True,
    is_counted=True,
    word_fields=("own_offer", "own_wish", "missing"),
    styles=("activities/skills_and_offers.css",),
    minutes=20,
    lines=lines,
    headings=HEADINGS,
    send=_("Send my marks"),
    promise=_("The wall shows how many, and what you write. Your name is not with it."),
    promise_named=_(
        "Your room name stands beside what you offer and want to learn, so that people find each other."
    ),
    sent=_("Thank you. You can change it until the end. It all shows when it closes."),
)
