"""Writing a series as files: the same files that were read, byte for byte."""

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.utils import timezone

from alongside.activities import board, setup_cell
from alongside.activities.kept import unpack
from alongside.activities.models import Activity, Contribution
from alongside.activities.queries.translations import OURS, translations_of
from alongside.home.exchange import answers, markdown
from alongside.home.exchange.layout import SERIES_FILE, SHEETS, WAYS_FILE, Sheet
from alongside.home.exchange.pictures import files_of_pictures
from alongside.home.exchange.storing.planning import code_of
from alongside.home.exchange.storing.thread import key_of_point
from alongside.kit.words import open_all
from alongside.methods.tables import safe_cell
from alongside.people.models import Group, Organisation
from alongside.projects.models import Partner, Technique
from alongside.recommendations.models import (
    Decision,
    Impact,
    KeyPoint,
    Recommendation,
    Response,
    Telling,
)
from alongside.resources.models import Resource, Topic, Version
from alongside.workshops.models import (
    AgendaItem,
    Agreement,
    Attendance,
    Deviation,
    Evaluation,
    Pack,
    Registration,
    Round,
    Series,
    Session,
)

Cells = Sequence[Any]


def files_of(series: Series) -> dict[str, bytes]:
    """Every file of a series, and the pictures people gave; a sheet without rows is left out."""
    files = {SERIES_FILE: _series(series)}
    ways = series.ways.prefetch_related("clauses").first()
    if ways:
        clauses = [markdown.Clause(c.is_do, c.topic, c.text) for c in ways.clauses.all()]
        files[WAYS_FILE] = markdown.write_ways(markdown.WaysFile(ways.made_on, ways.made_with, clauses))
    for sheet in SHEETS:
        rows = list(_ROWS[sheet.file](series))
        if rows or sheet.is_needed:
            files[sheet.file] = _csv(*_used(sheet, rows))
    return files | files_of_pictures(series)


def _used(sheet: Sheet, rows: Sequence[Cells]) -> tuple[list[str], Sequence[Cells]]:
    """The columns of a sheet, without those that stand in the file only when used and are not."""
    places = [
        at
        for at, column in enumerate(sheet.columns)
        if not column.is_only_when_used or any(row[at] for row in rows)
    ]
    head = [sheet.columns[at].name for at in places]
    return head, rows if len(places) == len(sheet.columns) else [[row[at] for at in places] for row in rows]


def _csv(head: Sequence[str], rows: Iterable[Cells]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return out.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    return str(safe_cell(str(value).replace("\r\n", "\n").strip()))


def _day(moment: datetime.datetime | None) -> datetime.date | None:
    return timezone.localtime(moment).date() if moment else None


def _series(series: Series) -> bytes:
    project = series.project
    facts = {
        "key": series.key,
        "name": series.name,
        "project_key": project.key,
        "project": project.name,
        "starts": _cell(series.starts_on),
        "ends": _cell(series.ends_on),
        "pay": series.pay,
        "recording": series.recording,
        **{
            name: " ".join(getattr(project, name).split())
            for name in ("definition", "definition_source", "ethics", "help_phone", "help_email", "source")
        },
    }
    return markdown.write_series(markdown.SeriesFile(facts, series.purpose, series.expect))


def _organisations(series: Series) -> Iterable[Cells]:
    used = Organisation.objects.filter(partner__project=series.project).distinct()
    return ((o.key, o.name, o.kind, o.region) for o in used.order_by("pk"))


def _groups(series: Series) -> Iterable[Cells]:
    """The groups of the project's partners; all of them while it has none."""
    used = Group.objects.filter(partner__project=series.project).distinct()
    groups = used if used.exists() else Group.objects.all()
    return ((g.key, g.name, g.one, g.shape, g.other_names) for g in groups.order_by("position", "key"))


def _partners(series: Series) -> Iterable[Cells]:
    partners = Partner.objects.filter(project=series.project).select_related("group", "organisation")
    return (
        (p.code, p.group.key, p.organisation and p.organisation.key, p.region)
        for p in partners.order_by("group__position", "code")
    )


def _rounds(series: Series) -> Iterable[Cells]:
    rounds = Round.objects.filter(series=series).order_by("number")
    return ((r.number, r.name, r.purpose, _day(r.closed_at)) for r in rounds)


def _sessions(series: Series) -> Iterable[Cells]:
    sessions = Session.objects.filter(round__series=series).select_related("round", "group")
    for s in sessions.prefetch_related("facilitators__account").order_by("round__number", "number"):
        codes = [code_of(each) for each in s.facilitators.all()]
        group = s.group and s.group.key
        plain = (s.name, group, s.mode, s.place, s.starts_at, s.minutes, s.state)
        yield s.round.number, s.number, *plain, codes, s.notes


def _agenda(series: Series) -> Iterable[Cells]:
    """One set of steps for a round whose sessions all have the same, else one for each session."""
    items = AgendaItem.objects.filter(session__round__series=series).select_related(
        "session__round", "activity"
    )
    by_round: dict[int, dict[int, list[Cells]]] = {}
    for item in items.order_by("session__round__number", "session__number", "position"):
        session = item.session
        by_round.setdefault(session.round.number, {}).setdefault(session.number, []).append(_step(item))
    there: dict[int, set[int]] = {number: set() for number in by_round}
    for number, place in Session.objects.filter(round__series=series).values_list("round__number", "number"):
        there.setdefault(number, set()).add(place)
    for number, guides in by_round.items():
        first = next(iter(guides.values()))
        plain = [[cells[:GUIDE] for cells in guide] for guide in guides.values()]
        is_one = set(guides) == there[number] and all(guide == plain[0] for guide in plain)
        for which, guide in [("", first)] if is_one else guides.items():
            for cells in guide:
                key = "" if is_one else cells[GUIDE]
                yield (number, which, *cells[:GUIDE], key, *cells[GUIDE + 1 :])


GUIDE = 11
"""Where among the cells of a step its name in the guide stands; with one guide for all it follows from the place."""


def _step(item: AgendaItem) -> Cells:
    plain = (item.position, item.title, item.minutes, item.guide, item.asks, item.bring)
    activity: Activity | None = getattr(item, "activity", None)
    if activity is None:
        return (*plain, "", "", "", "", "", item.guide_key, item.shows)
    question = "" if activity.question == item.title else activity.question
    names = "hidden" if activity.is_anonymous else "shown"
    return (
        *plain,
        activity.kind,
        question,
        activity.hint,
        names,
        setup_cell.cell_of(activity.kind, activity.setup),
        item.guide_key,
        item.shows,
    )


def _deviations(series: Series) -> Iterable[Cells]:
    rows = Deviation.objects.filter(session__round__series=series).select_related("session__round")
    for d in rows.order_by("session__round__number", "session__number", "made_at", "pk"):
        where = (d.session.round.number, d.session.number)
        minutes = (max(d.minutes, 0) or None, max(-d.minutes, 0) or None)
        yield *where, d.what, d.step, *minutes, d.detail, d.because, _day(d.made_at), d.guide_key


def _packs(series: Series) -> Iterable[Cells]:
    rows = Pack.objects.filter(round__series=series).order_by("round__number", "session__number", "pk")
    return rows.values_list("round__number", "session__number", "title", "reading_minutes", "sent_on", "text")


def _registrations(series: Series) -> Iterable[Cells]:
    rows = Registration.objects.filter(series=series).select_related("partner")
    return (
        (r.partner.code, r.channel, r.registered_on)
        for r in rows.order_by("partner__group__position", "partner__code")
    )


def _agreements(series: Series) -> Iterable[Cells]:
    rows = Agreement.objects.filter(round__series=series).select_related("round", "partner")
    order = ("round__number", "partner__group__position", "partner__code")
    return ((a.round.number, a.partner.code, a.agreed_on) for a in rows.order_by(*order))


def _attendances(series: Series) -> Iterable[Cells]:
    rows = Attendance.objects.filter(session__round__series=series).select_related(
        "session__round", "partner"
    )
    order = ("session__round__number", "session__number", "partner__group__position", "partner__code")
    return ((a.session.round.number, a.session.number, a.partner.code) for a in rows.order_by(*order))


def _topics(series: Series) -> Iterable[Cells]:
    return Topic.objects.filter(series=series).order_by("position").values_list("position", "name")


def _techniques(series: Series) -> Iterable[Cells]:
    rows = Technique.objects.filter(project=series.project).order_by("position")
    return rows.values_list("position", "principle", "text", "evidence")


def _resources(series: Series) -> Iterable[Cells]:
    for r in Resource.objects.filter(series=series).prefetch_related("topics").order_by("pk"):
        yield r.key, r.title, r.kind, r.tier, [topic.position for topic in r.topics.all()], r.licence


def _versions(series: Series) -> Iterable[Cells]:
    rows = Version.objects.filter(resource__series=series).order_by("resource__pk", "number")
    return rows.values_list("resource__key", "number", "name", "released_on", "summary", "link", "text")


def _lists(series: Series) -> Iterable[Cells]:
    """What rooms made of what was said. Contributions go by the name they have in contributions.csv."""
    found = Activity.objects.filter(session__round__series=series, board__isnull=False)
    activities = list(
        found.select_related("item", "session__round").order_by(
            "session__round__number", "session__number", "item__position"
        )
    )
    board.load(activities)
    said = Contribution.objects.standing().filter(activity__in=activities).exclude(key="")
    names = {str(pk): key for pk, key in said.values_list("pk", "key")}
    for activity in activities:
        place = (activity.session.round.number, activity.session.number, activity.item.position)
        for item in board.list_of(activity):
            lines, behind = board.renamed(item["of"], names), board.renamed(item["from"], names)
            notes = board.notes_as_cell(item)
            yield (*place, item["key"], item["heading"], item["text"], lines, behind, notes)


def _contributions(series: Series) -> Iterable[Cells]:
    rows = Contribution.objects.standing().filter(activity__session__round__series=series)
    rows = rows.select_related("activity__item", "activity__session__round")
    found = list(
        rows.order_by("activity__session__round__number", "activity__session__number", "created_at", "id")
    )
    for c, words in zip(found, open_all([c.answer for c in found]), strict=True):
        if words is not None:
            session = c.activity.session
            cell = answers.cell_of(c.activity, unpack(words), c.slot)
            where = (session.round.number, session.number, c.activity.item.position)
            yield c.key or c.id, *where, c.shown_as, _day(c.created_at), cell


def _translations(series: Series) -> Iterable[Cells]:
    """What was said in another language than English, with its translations."""
    rows = Contribution.objects.standing().filter(activity__session__round__series=series)
    found = list(rows.exclude(language__in=OURS).order_by("created_at", "id"))
    also_in = translations_of(found)
    for c in found:
        made = [(one.language, one.text, one.translation.translator) for one in also_in.get(c.pk, ())]
        yield from ((c.key or c.id, c.language, *one) for one in made or [("", "", "")])


def _key_points(series: Series) -> Iterable[Cells]:
    points = KeyPoint.objects.filter(session__round__series=series).select_related("session__round")
    for p in points.prefetch_related("words").order_by("session__round__number", "pk"):
        keys = [c.key or c.id for c in sorted(p.words.all(), key=lambda c: (c.created_at, c.id))]
        where = (p.session.round.number, p.session.number)
        yield key_of_point(p), *where, p.text, _day(p.made_at), _day(p.read_back_at), keys


def _recommendations(series: Series) -> Iterable[Cells]:
    rows = Recommendation.objects.filter(round__series=series).select_related("round")
    for r in rows.prefetch_related("key_points", "words").order_by("round__number", "number"):
        keys = [key_of_point(point) for point in r.key_points.all()]
        words = [c.key or c.id for c in sorted(r.words.all(), key=lambda c: (c.created_at, c.id))]
        yield r.round.number, r.number, r.title, r.text, r.made_on, keys, words


_ORDER = ("recommendation__round__number", "recommendation__number")


def _decisions(series: Series) -> Iterable[Cells]:
    rows = Decision.objects.filter(recommendation__round__series=series).order_by(*_ORDER, "decided_on", "pk")
    return rows.values_list(*_ORDER, "text", "how", "who", "dissent", "decided_on")


def _responses(series: Series) -> Iterable[Cells]:
    rows = Response.objects.filter(recommendation__round__series=series).select_related(
        "recommendation__round"
    )
    for r in rows.order_by(*_ORDER, "made_at", "pk"):
        asked = r.recommendation
        yield (
            asked.round.number,
            asked.number,
            r.outcome,
            r.reason,
            r.passed_to,
            r.promised_by,
            _day(r.made_at),
        )


def _impacts(series: Series) -> Iterable[Cells]:
    rows = Impact.objects.filter(recommendation__round__series=series).order_by(*_ORDER, "made_on", "pk")
    for i in rows.select_related("recommendation__round", "version__resource"):
        asked, version = i.recommendation, i.version
        where = (version.resource.key, version.number, i.place) if version else ("", "", i.place)
        kind = "" if i.is_change else "no"
        yield asked.round.number, asked.number, i.text, *where, i.made_on, kind


def _tellings(series: Series) -> Iterable[Cells]:
    """Rooms that were told, and authors; somebody who was told again stands once, with the last day."""
    rows = Telling.objects.filter(recommendation__round__series=series).select_related(
        "recommendation__round", "contribution"
    )
    last = {(t.recommendation_id, t.contribution_id or -t.pk): t for t in rows.order_by("told_at", "pk")}
    for t in sorted(
        last.values(), key=lambda t: (t.recommendation.round.number, t.recommendation.number, t.told_at)
    ):
        words = t.contribution and (t.contribution.key or t.contribution_id)
        yield t.recommendation.round.number, t.recommendation.number, _day(t.told_at), t.room, words


def _evaluations(series: Series) -> Iterable[Cells]:
    return (
        Evaluation.objects.filter(series=series)
        .order_by("pk")
        .values_list("name", "asked", "answered", "note")
    )


_ROWS: dict[str, Callable[[Series], Iterable[Cells]]] = {
    "organisations.csv": _organisations,
    "groups.csv": _groups,
    "partners.csv": _partners,
    "rounds.csv": _rounds,
    "sessions.csv": _sessions,
    "agenda.csv": _agenda,
    "deviations.csv": _deviations,
    "packs.csv": _packs,
    "registrations.csv": _registrations,
    "agreements.csv": _agreements,
    "attendances.csv": _attendances,
    "topics.csv": _topics,
    "techniques.csv": _techniques,
    "resources.csv": _resources,
    "versions.csv": _versions,
    "lists.csv": _lists,
    "contributions.csv": _contributions,
    "translations.csv": _translations,
    "key-points.csv": _key_points,
    "recommendations.csv": _recommendations,
    "decisions.csv": _decisions,
    "responses.csv": _responses,
    "impacts.csv": _impacts,
    "tellings.csv": _tellings,
    "evaluation.csv": _evaluations,
}
