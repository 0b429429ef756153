"""From recommendation to impact, round by round. What is still owed is said where its answer will stand."""

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.recommendations.models import Impact, Outcome, Recommendation, Response
from alongside.reporting.api import Part, Report, Row, Table
from alongside.workshops.models import Round, Series


def build(series: Series) -> Table:
    """Every recommendation of the series under its round."""
    rounds = list(series.rounds.order_by("number"))
    asked = _recommendations(series)
    parts = [_part(each, [one for one in asked if one.round_id == each.pk]) for each in rounds]
    return Table(
        columns=[_("In short"), _("What partners asked for"), _("Our answer"), _("What changed")],
        parts=[part for part in parts if part.rows],
        parts_are=_("Round"),
        bases=_bases(asked, parts),
        nothing_yet=_("Partners have not asked for anything yet."),
    )


def _recommendations(series: Series) -> list[Recommendation]:
    found = Recommendation.objects.filter(round__series=series).prefetch_related(
        Prefetch("responses", Response.objects.order_by("made_at", "pk")),
        Prefetch("impacts", Impact.objects.order_by("made_on", "pk")),
    )
    return list(found.order_by("round__number", "number"))


def _part(round: Round, asked: list[Recommendation]) -> Part:
    return Part([_row(each) for each in asked], _("Round {n}").format(n=round.number), round.name)


def _row(asked: Recommendation) -> Row:
    return Row(
        [asked.title, asked.text, _answer(asked), _impact(asked)],
        href=reverse("recommendations:detail", args=[asked.pk]),
    )


def _answer(asked: Recommendation) -> str:
    """The newest answer in its own words; where it went when it was passed on."""
    answers = list(asked.responses.all())
    if not answers:
        return _("No answer yet: the team owes one.")
    newest = answers[-1]
    words = str(Outcome(newest.outcome).label)
    return f"{words} ({newest.passed_to})" if newest.passed_to else words


def _impact(asked: Recommendation) -> str:
    impacts = [each.text for each in asked.impacts.all()]
    return "\n".join(impacts) if impacts else _("Nothing yet.")


def _bases(asked: list[Recommendation], parts: list[Part]) -> list[str]:
    """How many were asked for in each round, and how many have an answer and a change."""
    if not asked:
        return []
    each = "; ".join(f"{part.title}: {len(part.rows)}" for part in parts if part.rows)
    answered = sum(bool(one.responses.all()) for one in asked)
    changed = sum(any(impact.is_change for impact in one.impacts.all()) for one in asked)
    total = ngettext("{n} recommendation ({each}).", "{n} recommendations ({each}).", len(asked))
    return [
        total.format(n=len(asked), each=each),
        _("{answered} of {n} have an answer. {changed} of {n} led to a change.").format(
            answered=answered, changed=changed, n=len(asked)
        ),
    ]


REPORT = Report(
    key="impact",
    name=gettext_lazy("What changed"),
    title=gettext_lazy("What partners asked for, and what changed"),
    build=build,
    position=3,
    stage="tell",
    widths=("word", "text", "word", "text"),
)
