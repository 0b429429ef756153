"""Storing a series up to attendance: rounds, sessions, agenda, packs, who came."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.activities.models import Activity, ActivityState
from alongside.activities.setup_cell import setup_of
from alongside.home.exchange.layout import SERIES_FILE, WAYS_FILE
from alongside.home.exchange.problems import Problem
from alongside.home.exchange.reading import Row
from alongside.home.exchange.storing import guides
from alongside.home.exchange.storing.keeping import Keeping
from alongside.kit.errors import NotVisible
from alongside.projects.models import Project, Technique
from alongside.workshops.models import (
    AgendaItem,
    Agreement,
    Attendance,
    Evaluation,
    Pack,
    Registration,
    Round,
    Series,
    Session,
    SessionFacilitator,
    SessionState,
    WaysClause,
    WaysOfWorking,
)

CLOSING_HOUR = datetime.time(17)


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def project_and_series(keeping: Keeping) -> None:
    """The project and the series that `series.md` names."""
    facts = keeping.series_file.facts
    project = {
        "key": facts["project_key"],
        "name": facts["project"],
        **{
            name: facts.get(name, "")
            for name in ("definition", "definition_source", "ethics", "help_phone", "help_email", "source")
        },
    }
    (keeping.project,) = keeping.keep(
        SERIES_FILE, Project.objects.filter(key=project["key"]), [project], ["key"]
    )
    series = {
        "key": facts["key"],
        "project": keeping.project,
        "name": facts["name"],
        "purpose": keeping.series_file.purpose,
        "expect": keeping.series_file.expect,
        "starts_on": _day(facts.get("starts", "")),
        "ends_on": _day(facts.get("ends", "")),
        "pay": facts.get("pay", ""),
        "recording": facts.get("recording", ""),
    }
    stored = Series.objects.filter(key=facts["key"]).select_related("project")
    (keeping.series,) = keeping.keep(SERIES_FILE, stored, [series], ["key"])
    keeping.report.series_id = keeping.series.pk


def rounds(keeping: Keeping) -> None:
    """Rounds by number."""
    rows = keeping.rows("rounds.csv")
    wanted = [
        {
            "series": keeping.series,
            "number": row["number"],
            "name": row["name"],
            "purpose": row.text("purpose"),
            "closed_at": _closing(row["closed_on"]),
        }
        for row in rows
    ]
    things = keeping.keep("rounds.csv", Round.objects.filter(series=keeping.series), wanted, ["number"])
    keeping.remember("round", things, [(row["number"],) for row in rows])


def _closing(day: datetime.date | None) -> datetime.datetime | None:
    return timezone.make_aware(datetime.datetime.combine(day, CLOSING_HOUR)) if day else None


def sessions(keeping: Keeping) -> None:
    """Sessions by round and number, with the codes of their facilitators."""
    rows = keeping.rows("sessions.csv")
    wanted = [
        {
            "round": keeping.of("round", row["round"]),
            "number": row["session"],
            "name": row["name"],
            "group": keeping.of("group", row["group"]),
            "mode": row["mode"],
            "place": row.text("place"),
            "starts_at": row["starts"],
            "minutes": row["minutes"],
            "state": row["state"],
            "notes": row.text("notes"),
        }
        for row in rows
    ]
    stored = Session.objects.filter(round__series=keeping.series).select_related("round", "group")
    running = {(each.round.number, each.number) for each in stored if each.state == SessionState.RUNNING}
    for row, fields in zip(rows, wanted, strict=True):
        if (row["round"], row["session"]) in running:
            fields["state"] = SessionState.RUNNING  # a file never ends a workshop that is going on
    things = keeping.keep("sessions.csv", stored, wanted, ["round", "number"])
    keeping.remember("session", things, [(row["round"], row["session"]) for row in rows])
    codes = [
        {"session": session, "position": position, "code": code}
        for session, row in zip(things, rows, strict=True)
        for position, code in enumerate(row["facilitators"], 1)
    ]
    held = SessionFacilitator.objects.filter(session__round__series=keeping.series).select_related("session")
    for each in held:
        each.code = code_of(each)
    keeping.keep("sessions.csv", held, codes, ["session", "position"])


def code_of(facilitator: SessionFacilitator) -> str:
    """A facilitator in files: the code, or the number of the account."""
    return facilitator.code or f"A{facilitator.account_id}"


def agenda(keeping: Keeping) -> None:
    """The steps of each session; a row without a session stands for every session of its round."""
    planned = [(session, row) for row in keeping.rows("agenda.csv") for session in _sessions_of(keeping, row)]
    wanted = [
        {
            "session": session,
            "position": row["step"],
            "title": row["title"],
            "minutes": row["minutes"],
            **{name: row.text(name) for name in ("guide", "asks", "bring", "shows")},
            "guide_key": guides.key_of(row),
        }
        for session, row in planned
    ]
    stored = AgendaItem.objects.filter(session__round__series=keeping.series).select_related("session")
    items = keeping.keep("agenda.csv", stored, wanted, ["session", "position"], once=["guide_key"])
    guides.follow(keeping)
    _activities(
        keeping, [(item, row) for item, (_session, row) in zip(items, planned, strict=True) if row["kind"]]
    )


def _sessions_of(keeping: Keeping, row: Row) -> Iterator[Session]:
    for (kind, *key), thing in keeping.known.items():
        if kind == "session" and key[0] == row["round"] and row["session"] in (None, key[1]):
            yield thing


def _activities(keeping: Keeping, planned: list[tuple[AgendaItem, Row]]) -> None:
    setups = {row.line: _setup(keeping, row) for _item, row in planned}
    wanted = [
        {
            "item": item,
            "session": item.session,
            "kind": row["kind"],
            "question": row.text("question") or row["title"],
            "hint": row.text("hint"),
            "setup": setups[row.line],
            "is_anonymous": row["names"] != "shown",
            **_state_of(item.session),
        }
        for item, row in planned
    ]
    stored = Activity.objects.filter(session__round__series=keeping.series).select_related("item", "session")
    things = keeping.keep("agenda.csv", stored, wanted, ["item"])
    where = [(item.session_id, item.position) for item, _row in planned]
    keeping.remember("activity", things, where)


def _state_of(session: Session) -> dict[str, Any]:
    is_over = session.state == SessionState.ENDED
    return {"state": ActivityState.CLOSED, "is_shown": True} if is_over else {}


def _setup(keeping: Keeping, row: Row) -> dict[str, Any]:
    try:
        return setup_of(row["kind"], row.text("setup"))
    except NotVisible:
        what = _("“%(kind)s” is not a kind of activity here.") % {"kind": row["kind"]}
        keeping.problems.append(Problem("agenda.csv", row.line, what))
    except ValueError as wrong:
        keeping.problems.append(Problem("agenda.csv", row.line, f"setup: {wrong}"))
    return {}


def packs(keeping: Keeping) -> None:
    """What partners read before a round or one of its sessions."""
    rows = keeping.rows("packs.csv")
    for row in rows:
        if row["session"] is not None and ("session", row["round"], row["session"]) not in keeping.known:
            what = _("session: round %(round)s has no session %(session)s in sessions.csv.")
            named = {"round": row["round"], "session": row["session"]}
            keeping.problems.append(Problem("packs.csv", row.line, what % named))
    wanted = [
        {
            "round": keeping.of("round", row["round"]),
            "session": keeping.known.get(("session", row["round"], row["session"])),
            "title": row["title"],
            "reading_minutes": row["minutes"],
            "sent_on": row["sent_on"],
            "text": row["text"],
        }
        for row in rows
    ]
    stored = Pack.objects.filter(round__series=keeping.series).select_related("round", "session")
    keeping.keep("packs.csv", stored, wanted, ["round", "session", "title"])


def registrations(keeping: Keeping) -> None:
    """Who registered, through which channel."""
    wanted = [
        {
            "series": keeping.series,
            "partner": keeping.of("partner", row["partner"]),
            "channel": row.text("channel"),
            "registered_on": row["registered_on"],
        }
        for row in keeping.rows("registrations.csv")
    ]
    stored = Registration.objects.filter(series=keeping.series).select_related("series", "partner")
    keeping.keep("registrations.csv", stored, wanted, ["partner"])


def agreements(keeping: Keeping) -> None:
    """Who agreed to come to which round."""
    wanted = [
        {
            "round": keeping.of("round", row["round"]),
            "partner": keeping.of("partner", row["partner"]),
            "agreed_on": row["agreed_on"],
        }
        for row in keeping.rows("agreements.csv")
    ]
    stored = Agreement.objects.filter(round__series=keeping.series).select_related("round", "partner")
    keeping.keep("agreements.csv", stored, wanted, ["round", "partner"])


def attendances(keeping: Keeping) -> None:
    """Who came to which session."""
    wanted = [
        {
            "session": keeping.of("session", row["round"], row["session"]),
            "partner": keeping.of("partner", row["partner"]),
        }
        for row in keeping.rows("attendances.csv")
    ]
    stored = Attendance.objects.filter(session__round__series=keeping.series).select_related(
        "session", "partner"
    )
    keeping.keep("attendances.csv", stored, wanted, ["session", "partner"])


def techniques(keeping: Keeping) -> None:
    """What the project does to live by its principles."""
    wanted = [
        {
            "project": keeping.project,
            "position": row["number"],
            "principle": row["principle"],
            "text": row["technique"],
            "evidence": row.text("evidence"),
        }
        for row in keeping.rows("techniques.csv")
    ]
    stored = Technique.objects.filter(project=keeping.project).select_related("project")
    keeping.keep("techniques.csv", stored, wanted, ["position"])


def evaluations(keeping: Keeping) -> None:
    """Surveys and the like, with how many were asked and answered."""
    rows = keeping.rows("evaluation.csv")
    for row in rows:
        if row["answered"] > row["asked"]:
            what = _("answered: %(answered)s is more than the %(asked)s who were asked.")
            what %= {"answered": row["answered"], "asked": row["asked"]}
            keeping.problems.append(Problem("evaluation.csv", row.line, what))
    wanted = [
        {
            "series": keeping.series,
            "note": row.text("note"),
            **{n: row[n] for n in ("name", "asked", "answered")},
        }
        for row in rows
        if row["answered"] <= row["asked"]
    ]
    stored = Evaluation.objects.filter(series=keeping.series)
    keeping.keep("evaluation.csv", stored, wanted, ["name"])


def ways(keeping: Keeping) -> None:
    """Ways of working: a new version when the newest one differs, else nothing."""
    file = keeping.ways_file
    if file is None:
        return
    newest = WaysOfWorking.objects.filter(series=keeping.series).prefetch_related("clauses").first()
    clauses = [(c.is_do, c.topic, c.text) for c in file.clauses]
    if newest and clauses == [(c.is_do, c.topic, c.text) for c in newest.clauses.all()]:
        keeping.report.count(WAYS_FILE, new=0, changed=0, same=1)
        return
    version = WaysOfWorking.objects.create(
        series=keeping.series,
        version=newest.version + 1 if newest else 1,
        made_on=file.made_on,
        made_with=file.made_with,
    )
    WaysClause.objects.bulk_create(
        WaysClause(ways=version, position=n, is_do=is_do, topic=topic, text=text)
        for n, (is_do, topic, text) in enumerate(clauses, 1)
    )
    keeping.report.count(WAYS_FILE, new=1, changed=0, same=0)


PLANNING = (
    ("rounds.csv", rounds),
    ("sessions.csv", sessions),
    ("agenda.csv", agenda),
    ("deviations.csv", guides.deviations),
    ("packs.csv", packs),
    ("registrations.csv", registrations),
    ("agreements.csv", agreements),
    ("attendances.csv", attendances),
    ("techniques.csv", techniques),
    ("evaluation.csv", evaluations),
    (WAYS_FILE, ways),
)
