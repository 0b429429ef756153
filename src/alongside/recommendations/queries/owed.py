"""Open ends: what is still owed, to whom, and since when; for the day of a facilitator or lead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.kit.access import Viewer
from alongside.recommendations.models import KeyPoint, Response
from alongside.recommendations.queries.asks import Ask, asks_of, what_became
from alongside.recommendations.queries.listing import Overview
from alongside.recommendations.rules import WRITERS, State
from alongside.recommendations.saying import day


@dataclass(frozen=True)
class Owed:
    """One open end: a drawing, what is owed (the bold part and the rest), since when, and where to mend it."""

    icon: str
    first: str
    rest: str
    since: date
    href: str
    button: str
    stop: str = ""
    is_late: bool = False


def owed(viewer: Viewer, series_id: int | None = None) -> list[Owed]:
    """Every open end of the projects somebody writes for, the oldest first; of one series when it is named."""
    projects = [pk for pk in viewer.roles if viewer.has_role(pk, *WRITERS)]
    found = what_became().filter(round__series__project__in=projects)
    points = KeyPoint.objects.filter(session__round__series__project__in=projects)
    if series_id is not None:
        found, points = found.filter(round__series=series_id), points.filter(session__round__series=series_id)
    return _ends(asks_of(found.order_by("round__series", "round__number", "number"), None), points)


def owed_in(overview: Overview, viewer: Viewer) -> list[Owed]:
    """The open ends of a series whose recommendations are in hand, for those who write for it."""
    if not viewer.has_role(overview.series.project_id, *WRITERS):
        return []
    return _ends(overview.asks, KeyPoint.objects.filter(session__round__series=overview.series))


def _ends(asks: Iterable[Ask], points: QuerySet[KeyPoint]) -> list[Owed]:
    ends = [end for ask in asks if (end := _end(ask))]
    unread = points.filter(read_back_at=None, recommendations=None)
    ends += [_unread(point) for point in unread]
    return sorted(ends, key=lambda end: (not end.is_late, end.since))


def _end(ask: Ask) -> Owed | None:
    """The first thing owed about one recommendation; None when it is tied off."""
    if ask.answer is None:
        return _no_answer(ask)
    if ask.not_quite:
        return _not_quite(ask)
    if ask.state == State.AGREED:
        return _no_change(ask, ask.answer)
    return None if ask.is_told else _not_told(ask, ask.answer)


def _no_answer(ask: Ask) -> Owed:
    asked = ask.recommendation
    rest = _("has no answer yet. Asked on {day}").format(day=day(asked.made_on))
    return Owed("ask", _title(ask), rest, asked.made_on, _page(ask), _("Answer"), "ask")


def _no_change(ask: Ask, answer: Response) -> Owed:
    since = timezone.localdate(answer.made_at)
    if answer.promised_by:
        is_late = answer.promised_by < timezone.localdate()
        rest = _("was promised by {day}. Nothing has changed yet").format(day=day(answer.promised_by))
        return Owed("decide", _title(ask), rest, since, _page(ask), _("Open"), "decide", is_late)
    rest = _("was agreed on {day}. Nothing has changed yet").format(day=day(since))
    return Owed("decide", _title(ask), rest, since, _page(ask), _("Open"), "decide")


def _not_told(ask: Ask, answer: Response) -> Owed:
    people = len(ask.waiting)
    since = ask.change.made_on if ask.change else timezone.localdate(answer.made_at)
    first = (
        ngettext("Tell {n} person", "Tell {n} people", people).format(n=people)
        if people
        else _("Tell the room")
    )
    rest = _("what became of “{title}”").format(title=ask.recommendation.title)
    return Owed("send", first, rest, since, _page(ask) + "#tell", _("Tell"))


def _not_quite(ask: Ask) -> Owed:
    n, since = len(ask.not_quite), max(each.told_at for each in ask.not_quite).date()
    first = ngettext("{n} person said “not quite”", "{n} people said “not quite”", n).format(n=n)
    rest = _("about “{title}”").format(title=ask.recommendation.title)
    return Owed("speech", first, rest, since, _page(ask) + "#meant", _("Read"), "said")


def _unread(point: KeyPoint) -> Owed:
    href = reverse("recommendations:key_points", args=[point.session_id])
    first, rest = _("Read a key point back"), f"“{point.text}”"
    return Owed("theme", first, rest, timezone.localdate(point.made_at), href, _("Open"), "theme")


def _title(ask: Ask) -> str:
    return f"“{ask.recommendation.title}”"


def _page(ask: Ask) -> str:
    return reverse("recommendations:detail", args=[ask.recommendation.pk])
