"""Reads across capabilities: a series so far, what to do next, a day's work."""

from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.home import curtain, dots
from alongside.kit.access import Viewer
from alongside.recommendations.models import Impact, Outcome, Recommendation, Response, Telling
from alongside.workshops import queries as workshops
from alongside.workshops.models import Series, Session
from alongside.workshops.queries import OwedThing, SeriesCount

FEW = 5
MOST_OWED = 6


@dataclass(frozen=True)
class Bar:
    """Visits of one group; withheld when so few that somebody could be picked out."""

    group: object
    visits: int
    share: int
    is_withheld: bool


@dataclass(frozen=True)
class Overview:
    """A series so far."""

    series: Series
    count: SeriesCount
    dots: dots.Dots
    curtain: curtain.Curtain
    bars: list[Bar]
    owed: list[OwedThing] = field(default_factory=list)
    more_owed: int = 0


def overview_of(series: Series, viewer: Viewer) -> Overview:
    """Everything the page of a series shows, in a fixed number of queries."""
    count = workshops.count_series(series)
    recommendations = _recommendations(Q(round__series=series))
    owed = _owed(recommendations)
    sessions = [each for each in workshops.upcoming_sessions(viewer) if each.round.series_id == series.pk]
    owed += workshops.things_owed(sessions)
    return Overview(
        series=series,
        count=count,
        dots=dots.drawn(count.rounds),
        curtain=curtain.drawn([_asked(each) for each in recommendations]),
        bars=_bars(count),
        owed=owed[:MOST_OWED],
        more_owed=max(len(owed) - MOST_OWED, 0),
    )


def _recommendations(where: Q) -> list[Recommendation]:
    told = Telling.objects.filter(recommendation=OuterRef("pk"))
    changed = Impact.objects.filter(recommendation=OuterRef("pk"), is_change=True)
    found = Recommendation.objects.filter(where).select_related("round__series")
    found = found.prefetch_related(Prefetch("responses", Response.objects.order_by("made_at", "pk")))
    found = found.annotate(
        is_told=Exists(told),
        is_changed=Exists(changed),
        decided=Count("decisions", distinct=True),
        backed=Count("words", distinct=True),
    )
    return list(found.order_by("round__series", "round__number", "number"))


def _answer(recommendation: Recommendation) -> str:
    """The outcome of the newest response, or nothing."""
    responses = list(recommendation.responses.all())
    return responses[-1].outcome if responses else ""


def _asked(each: Recommendation) -> curtain.Asked:
    answer = _answer(each)
    return curtain.Asked(
        pk=each.pk,
        number=str(each.number),
        title=each.title,
        round_number=each.round.number,
        is_decided=bool(each.decided or answer),  # type: ignore[attr-defined]
        is_changed=each.is_changed,  # type: ignore[attr-defined]
        is_passed_on=answer == Outcome.PASSED_ON,
        is_declined=answer == Outcome.DECLINED,
        is_told=each.is_told,  # type: ignore[attr-defined]
    )


def _owed(recommendations: list[Recommendation]) -> list[OwedThing]:
    """First those without an answer, then those answered and not changed, then those nobody was told about."""
    rows = [(_owed_for(each), each) for each in recommendations]
    return [
        owed
        for owed, _each in sorted(
            (row for row in rows if row[0]), key=lambda row: (row[0].icon != "ask", row[0].icon != "decide")
        )
    ]  # type: ignore[union-attr]


def _owed_for(each: Recommendation) -> OwedThing | None:
    href, name = reverse("recommendations:detail", args=[each.pk]), _("“{title}”").format(title=each.title)
    answer = _answer(each)
    if not answer:
        return OwedThing("ask", name, _("has no answer yet"), href, _("Answer"))
    if answer in {Outcome.PASSED_ON, Outcome.DECLINED} or each.is_changed:  # type: ignore[attr-defined]
        return _owed_telling(each, name, href)
    days = (timezone.now() - list(each.responses.all())[-1].made_at).days
    since = ngettext(
        "was agreed {n} day ago. Nothing has changed yet",
        "was agreed {n} days ago. Nothing has changed yet",
        days,
    )
    return OwedThing("decide", name, since.format(n=days), href, _("Open"))


def _owed_telling(each: Recommendation, name: str, href: str) -> OwedThing | None:
    if each.is_told:  # type: ignore[attr-defined]
        return None
    if not each.backed:  # type: ignore[attr-defined]
        return OwedThing(
            "send", _("Tell partners"), _("what became of {name}").format(name=name), href, _("Tell")
        )
    first = ngettext("Tell the author of {n} card", "Tell the authors of {n} cards", each.backed).format(
        n=each.backed
    )  # type: ignore[attr-defined]
    return OwedThing("send", first, _("what became of {name}").format(name=name), href, _("Tell"))


def _bars(count: SeriesCount) -> list[Bar]:
    most = max((each.visits for each in count.groups), default=1)
    is_any_small = any(each.visits < FEW for each in count.groups)
    return [
        Bar(each.group, each.visits, max(round(100 * each.visits / most), 1), is_any_small)
        for each in sorted(count.groups, key=lambda row: row.group.position)
    ]


@dataclass(frozen=True)
class Day:
    """What is next and what is owed, across the projects somebody works on."""

    now: list[Session]
    next: list[Session]
    owed: list[OwedThing]
    more_owed: int
    all_series: list[Series]


def day_of(viewer: Viewer) -> Day:
    """A day's work."""
    sessions = workshops.upcoming_sessions(viewer)
    now = [each for each in sessions if each.state == "running" or each.is_door_open]
    owed = workshops.things_owed(sessions)
    owed += _owed(_recommendations(Q(round__series__project_id__in=list(viewer.roles))))
    following = [each for each in sessions if each not in now]
    return Day(now, following[:6], owed[:8], max(len(owed) - 8, 0), workshops.list_series(viewer))
