"""Storing the thread: topics, resources, contributions, key points, recommendations and what became of them."""

import datetime
import secrets
import uuid
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.activities import board
from alongside.activities.api import Answer, Listed
from alongside.activities.kept import pack
from alongside.activities.models import Activity, Contribution
from alongside.activities.registry import kind_for
from alongside.home.exchange.answers import answer_of
from alongside.home.exchange.problems import Problem
from alongside.home.exchange.reading import Row
from alongside.home.exchange.storing.keeping import Keeping
from alongside.home.exchange.storing.pictures import keep_pictures
from alongside.kit.words import erase_all, seal_all
from alongside.recommendations.models import (
    Decision,
    Impact,
    KeyPoint,
    Recommendation,
    Response,
    Telling,
)
from alongside.resources.models import Resource, Topic, Version

NAMES = uuid.UUID("5f0a3a2e-8f0d-5c7e-9d0b-3c1d9a1b7e42")
"""Under this a file's short name of a contribution becomes its id, the same at every import."""
NOON = datetime.time(12)


def _at(day: datetime.date, place: int = 0) -> datetime.datetime:
    """Noon of that day, and a second later for each place in the file, so that the order is kept."""
    return timezone.make_aware(datetime.datetime.combine(day, NOON)) + datetime.timedelta(seconds=place)


def topics(keeping: Keeping) -> None:
    """What resources are made for."""
    rows = keeping.rows("topics.csv")
    wanted = [{"series": keeping.series, "position": row["number"], "name": row["topic"]} for row in rows]
    things = keeping.keep("topics.csv", Topic.objects.filter(series=keeping.series), wanted, ["position"])
    keeping.remember("topic", things, [(str(row["number"]),) for row in rows])


def resources(keeping: Keeping) -> None:
    """Resources by key, with their topics."""
    rows = keeping.rows("resources.csv")
    names = ("key", "title", "kind", "tier", "licence")
    wanted = [{"series": keeping.series, **{name: row.text(name) for name in names}} for row in rows]
    things = keeping.keep("resources.csv", Resource.objects.filter(series=keeping.series), wanted, ["key"])
    keeping.remember("resource", things, [(row["key"],) for row in rows])
    links = Resource.topics.through
    links.objects.filter(resource__in=things).delete()
    links.objects.bulk_create(
        links(resource=thing, topic=keeping.of("topic", number))
        for thing, row in zip(things, rows, strict=True)
        for number in row["topics"]
    )


def versions(keeping: Keeping) -> None:
    """Named versions of resources."""
    rows = keeping.rows("versions.csv")
    wanted = [
        {
            "resource": keeping.of("resource", row["resource"]),
            "number": row["number"],
            "name": row["name"],
            "summary": row.text("summary"),
            "text": row.text("text"),
            "released_on": row["released_on"],
            "link": row.text("link"),
        }
        for row in rows
    ]
    stored = Version.objects.filter(resource__series=keeping.series).select_related("resource")
    things = keeping.keep("versions.csv", stored, wanted, ["resource", "number"])
    keeping.remember("version", things, [(row["resource"], row["number"]) for row in rows])


def lists(keeping: Keeping) -> None:
    """The lists that rooms made; their contributions are known by the names they have in contributions.csv."""
    names = {row["key"]: str(_id(keeping, row["key"])) for row in keeping.rows("contributions.csv")}
    wanted: dict[int, tuple[Activity, list[Listed]]] = {}
    for row in keeping.rows("lists.csv"):
        activity = _activity(keeping, row, "lists.csv")
        if activity is not None:
            of, behind = (board.renamed(row[name], names) for name in ("lines", "contributions"))
            item = {
                "key": row["key"],
                "heading": row.text("heading"),
                "text": row["text"],
                "of": of,
                "from": behind,
                **board.notes_in_cell(row.text("notes")),
            }
            wanted.setdefault(activity.pk, (activity, []))[1].append(item)
    changed = [activity for activity, items in wanted.values() if board.list_of(activity) != items]
    old = [activity.board for activity in changed if activity.board is not None]
    for activity in changed:
        activity.board = board.packed(wanted[activity.pk][1])
        activity.save(update_fields=["board"])
    transaction.on_commit(lambda: erase_all(old))
    keeping.report.count(
        "lists.csv", new=len(changed) - len(old), changed=len(old), same=len(wanted) - len(changed)
    )


def contributions(keeping: Keeping) -> None:
    """Words from files. Nobody holds a secret for them: their mark is chance, and they belong to no seat."""
    rows = [(row, _activity(keeping, row)) for row in keeping.rows("contributions.csv")]
    ids = {row["key"]: _id(keeping, row["key"]) for row, _activity_ in rows}
    have = _have(keeping, ids)
    fresh = [
        (n, row, activity)
        for n, (row, activity) in enumerate(rows)
        if activity and ids[row["key"]] not in have and not keeping.problems
    ]
    read = [_read(keeping, row, activity) for _n, row, activity in fresh]
    sealed = seal_all([_packed(answer, each[2]) for (answer, _slot), each in zip(read, fresh, strict=True)])
    new = [
        Contribution(
            id=ids[row["key"]],
            key=row["key"],
            activity=activity,
            mark=secrets.token_bytes(32),
            shown_as=row.text("shown_as"),
            slot=slot,
            answer=box,
            created_at=_at(row["said_on"], n),
        )
        for (n, row, activity), (_answer, slot), box in zip(fresh, read, sealed, strict=True)
    ]
    Contribution.objects.bulk_create(new)
    rows_read = zip(fresh, new, read, strict=True)
    keep_pictures(keeping, [(row, words, answer) for (_n, row, _a), words, (answer, _slot) in rows_read])
    keeping.report.count("contributions.csv", new=len(new), changed=0, same=len(have))
    found = {**have, **{thing.id: thing for thing in new}}
    keeping.known.update({("words", key): found[id_] for key, id_ in ids.items() if id_ in found})


def _have(keeping: Keeping, ids: Mapping[str, uuid.UUID]) -> dict[uuid.UUID, Contribution]:
    """Those that are here already. Words of another series are a problem, not a find: nobody borrows them by number."""
    have = Contribution.objects.select_related("activity__session__round").in_bulk(list(ids.values()))
    for row in keeping.rows("contributions.csv"):
        found = have.get(ids[row["key"]])
        if found and found.activity.session.round.series_id != keeping.series.pk:
            what = _("“%(key)s” belongs to another series. Give these words a key of their own, such as c01.")
            keeping.problems.append(Problem("contributions.csv", row.line, what % {"key": row["key"]}))
    return have


def _id(keeping: Keeping, key: str) -> uuid.UUID:
    """A key that is an id already stays it: words said live keep their id through files."""
    try:
        return uuid.UUID(key)
    except ValueError:
        return uuid.uuid5(NAMES, f"{keeping.series.key}/{key}")


def _activity(keeping: Keeping, row: Row, file: str = "contributions.csv") -> Activity | None:
    session = keeping.of("session", row["round"], row["session"])
    activity = keeping.known.get(("activity", session.pk, row["step"]))
    if activity is None:
        what = _("step: step %(step)s of this session has no activity in agenda.csv.") % {"step": row["step"]}
        keeping.problems.append(Problem(file, row.line, what))
    return activity


def _read(keeping: Keeping, row: Row, activity: Activity) -> tuple[Answer, int]:
    """The answer, and the stage it was given in."""
    try:
        return answer_of(activity, row["words"])
    except ValueError as wrong:
        keeping.problems.append(Problem("contributions.csv", row.line, f"words: {wrong}"))
        return {}, 0


def _packed(answer: Answer, activity: Activity) -> str:
    return pack(answer, kind_for(activity.kind).schema)


def key_points(keeping: Keeping) -> None:
    """What each session said, with the words behind it."""
    rows = keeping.rows("key-points.csv")
    wanted = [
        {
            "session": keeping.of("session", row["round"], row["session"]),
            "key": row["key"],
            "text": row["text"],
            "made_at": _at(row["made_on"], place),
            "read_back_at": _at(row["read_back_on"]) if row["read_back_on"] else None,
        }
        for place, row in enumerate(rows)
    ]
    stored = KeyPoint.objects.filter(session__round__series=keeping.series).select_related("session")
    for point in stored:
        point.key = key_of_point(point)
    once = ("made_at", "read_back_at")
    things = keeping.keep("key-points.csv", stored, wanted, ["key"], once)
    keeping.remember("key point", things, [(row["key"],) for row in rows])
    behind = [
        (thing, keeping.known.get(("words", key)))
        for thing, row in zip(things, rows, strict=True)
        for key in row["contributions"]
    ]
    links = KeyPoint.words.through
    links.objects.bulk_create(
        (links(keypoint=point, contribution=words) for point, words in behind if words), ignore_conflicts=True
    )


def key_of_point(point: KeyPoint) -> str:
    """Its name in files; one that was never in a file is named by its number."""
    return point.key or f"point-{point.pk}"


def recommendations(keeping: Keeping) -> None:
    """What was asked for, with the key points and the words it came from."""
    rows = keeping.rows("recommendations.csv")
    wanted = [
        {
            "round": keeping.of("round", row["round"]),
            "number": row["number"],
            **{name: row[name] for name in ("title", "text", "made_on")},
        }
        for row in rows
    ]
    stored = Recommendation.objects.filter(round__series=keeping.series).select_related("round")
    things = keeping.keep("recommendations.csv", stored, wanted, ["round", "number"])
    keeping.remember("recommendation", things, [(row["round"], row["number"]) for row in rows])
    links = Recommendation.key_points.through
    links.objects.bulk_create(
        (
            links(recommendation=thing, keypoint=keeping.of("key point", key))
            for thing, row in zip(things, rows, strict=True)
            for key in row["key_points"]
        ),
        ignore_conflicts=True,
    )
    behind = [
        (thing, keeping.known.get(("words", key)))
        for thing, row in zip(things, rows, strict=True)
        for key in row["contributions"]
    ]
    direct = Recommendation.words.through
    direct.objects.bulk_create(
        (direct(recommendation=thing, contribution=words) for thing, words in behind if words),
        ignore_conflicts=True,
    )


def _recommendation(keeping: Keeping, row: Row) -> Recommendation:
    return keeping.of("recommendation", row["round"], row["number"])


def decisions(keeping: Keeping) -> None:
    """What was decided, and how."""
    wanted = [
        {
            "recommendation": _recommendation(keeping, row),
            "decided_on": row["decided_on"],
            **{name: row.text(name) for name in ("text", "how", "who", "dissent")},
        }
        for row in keeping.rows("decisions.csv")
    ]
    stored = Decision.objects.filter(recommendation__round__series=keeping.series)
    keeping.keep_in_turn("decisions.csv", stored.order_by("decided_on", "pk"), wanted, "decided_on")


def responses(keeping: Keeping) -> None:
    """The answers, with their reasons."""
    rows = keeping.rows("responses.csv")
    for row in rows:
        if row["outcome"] == "passed_on" and not row["passed_to"]:
            what = _("passed_to: say to whom it was passed on.")
            keeping.problems.append(Problem("responses.csv", row.line, what))
    wanted = [
        {
            "recommendation": _recommendation(keeping, row),
            "made_at": _at(row["answered_on"], place),
            "promised_by": row["promised_by"],
            **{name: row.text(name) for name in ("outcome", "reason", "passed_to")},
        }
        for place, row in enumerate(rows)
        if row["outcome"] != "passed_on" or row["passed_to"]
    ]
    stored = Response.objects.filter(recommendation__round__series=keeping.series)
    keeping.keep_in_turn("responses.csv", stored.order_by("made_at", "pk"), wanted, "made_at")


def impacts(keeping: Keeping) -> None:
    """What changed, and in which version."""
    wanted = [
        {
            "recommendation": _recommendation(keeping, row),
            "made_on": row["made_on"],
            "text": row["text"],
            "version": keeping.of("version", row["resource"], row["version"]),
            "place": row.text("place"),
            "is_change": row["is_change"] is not False,
        }
        for row in keeping.rows("impacts.csv")
    ]
    stored = Impact.objects.filter(recommendation__round__series=keeping.series).select_related("version")
    keeping.keep_in_turn("impacts.csv", stored.order_by("made_on", "pk"), wanted, "made_on")


def tellings(keeping: Keeping) -> None:
    """Who was told what became of it: the author of some words, or a whole room."""
    rows = [
        (place, row, _recommendation(keeping, row)) for place, row in enumerate(keeping.rows("tellings.csv"))
    ]
    stored = Telling.objects.filter(recommendation__round__series=keeping.series).order_by("told_at", "pk")
    rooms = [
        {
            "recommendation": asked,
            "told_at": _at(row["told_on"], place),
            "room": row["room"],
            "route": "in_person",
        }
        for place, row, asked in rows
        if row["room"]
    ]
    keeping.keep_in_turn("tellings.csv", stored.filter(contribution=None), rooms, "told_at")
    authors = [
        {
            "recommendation": asked,
            "contribution": keeping.known.get(("words", row["contribution"])),
            "told_at": _at(row["told_on"], place),
        }
        for place, row, asked in rows
        if not row["room"]
    ]
    held = stored.exclude(contribution=None).select_related("recommendation", "contribution")
    known = [each for each in authors if each["contribution"]]
    keeping.keep("tellings.csv", held, known, ["recommendation", "contribution"], ["told_at"])


THREAD = (
    ("topics.csv", topics),
    ("resources.csv", resources),
    ("versions.csv", versions),
    ("lists.csv", lists),
    ("contributions.csv", contributions),
    ("key-points.csv", key_points),
    ("recommendations.csv", recommendations),
    ("decisions.csv", decisions),
    ("responses.csv", responses),
    ("impacts.csv", impacts),
    ("tellings.csv", tellings),
)
