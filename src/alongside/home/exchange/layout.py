"""What stands in which file: names, columns, what a cell may hold, and what it refers to."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from alongside.people.models import Shape
from alongside.projects.models import Principle
from alongside.recommendations.models import HowDecided, Outcome
from alongside.resources.models import ResourceKind, Tier
from alongside.workshops.models import Differs, Mode, SessionState, Shows


class Holds(Enum):
    """What a cell holds."""

    TEXT = "text"
    KEY = "key"
    NUMBER = "number"
    DAY = "day"
    TIME = "time"
    YES_NO = "yes or no"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `one_of` limits the words; `longest` counts letters."""

    name: str
    holds: Holds = Holds.TEXT
    is_needed: bool = True
    one_of: Sequence[str] = ()
    longest: int = 4000
    is_only_when_used: bool = False
    """Left out of the file where no row has anything in it."""


@dataclass(frozen=True, slots=True)
class Refers:
    """These columns must match those of another file. Left empty, `may_be_empty` lets them be."""

    columns: tuple[str, ...]
    file: str
    to: tuple[str, ...]
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One CSV file. `key` columns together name a row: no two rows share them. Without a key, each row is its own."""

    file: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: tuple[Refers, ...] = ()
    is_needed: bool = False


def _text(name: str, longest: int = 4000, *, is_needed: bool = True) -> Column:
    return Column(name, Holds.TEXT, is_needed, (), longest)


def _maybe(name: str, longest: int = 4000) -> Column:
    return _text(name, longest, is_needed=False)


ROUND = Refers(("round",), "rounds.csv", ("number",))
SESSION = Refers(("round", "session"), "sessions.csv", ("round", "session"))
PARTNER = Refers(("partner",), "partners.csv", ("code",))
RECOMMENDATION = Refers(("round", "number"), "recommendations.csv", ("round", "number"))
NUMBER, DAY = Column("number", Holds.NUMBER), Holds.DAY
IN_ROUND, IN_SESSION = Column("round", Holds.NUMBER), Column("session", Holds.NUMBER)

SHEETS = (
    Sheet(
        "organisations.csv",
        (Column("key", Holds.KEY), _text("name", 200), _maybe("kind", 40), _maybe("region", 80)),
        ("key",),
    ),
    Sheet(
        "groups.csv",
        (
            Column("key", Holds.KEY),
            _text("name", 80),
            _text("one", 80),
            Column("shape", one_of=Shape.values),
            _maybe("other_names", 200),
        ),
        ("key",),
        is_needed=True,
    ),
    Sheet(
        "partners.csv",
        (_text("code", 20), Column("group", Holds.KEY), _maybe("organisation", 50), _maybe("region", 80)),
        ("code",),
        (
            Refers(("group",), "groups.csv", ("key",)),
            Refers(("organisation",), "organisations.csv", ("key",), may_be_empty=True),
        ),
    ),
    Sheet(
        "rounds.csv",
        (NUMBER, _text("name", 120), _maybe("purpose"), Column("closed_on", DAY, is_needed=False)),
        ("number",),
        is_needed=True,
    ),
    Sheet(
        "sessions.csv",
        (
            IN_ROUND,
            IN_SESSION,
            _text("name", 120),
            Column("group", Holds.KEY, is_needed=False),
            Column("mode", one_of=Mode.values),
            _maybe("place", 300),
            Column("starts", Holds.TIME, is_needed=False),
            Column("minutes", Holds.NUMBER),
            Column("state", one_of=SessionState.values),
            Column("facilitators", Holds.LIST, is_needed=False),
            _maybe("notes", 20_000),
        ),
        ("round", "session"),
        (ROUND, Refers(("group",), "groups.csv", ("key",), may_be_empty=True)),
        is_needed=True,
    ),
    Sheet(
        "agenda.csv",
        (
            IN_ROUND,
            Column("session", Holds.NUMBER, is_needed=False),
            Column("step", Holds.NUMBER),
            _text("title", 120),
            Column("minutes", Holds.NUMBER),
            _maybe("guide"),
            _maybe("asks"),
            _maybe("bring", 300),
            Column("kind", Holds.TEXT, is_needed=False),
            _maybe("question", 200),
            _maybe("hint", 200),
            Column("names", one_of=("shown", "hidden"), is_needed=False),
            _maybe("setup"),
            Column("shared_step", is_needed=False, longest=12, is_only_when_used=True),
            Column("shows", one_of=Shows.values[1:], is_needed=False, is_only_when_used=True),
        ),
        ("round", "session", "step"),
        (ROUND,),
    ),
    Sheet(
        "deviations.csv",
        (
            IN_ROUND,
            IN_SESSION,
            Column("what", one_of=Differs.values),
            _text("step", 120),
            Column("more_minutes", Holds.NUMBER, is_needed=False),
            Column("fewer_minutes", Holds.NUMBER, is_needed=False),
            _maybe("detail", 300),
            _maybe("because", 200),
            Column("on", DAY),
            Column("shared_step", is_needed=False, longest=12),
        ),
        (),
        (SESSION,),
    ),
    Sheet(
        "packs.csv",
        (
            IN_ROUND,
            Column("session", Holds.NUMBER, is_needed=False),
            _text("title", 200),
            Column("minutes", Holds.NUMBER),
            Column("sent_on", DAY, is_needed=False),
            _text("text", 200_000),
        ),
        ("round", "session", "title"),
        (ROUND,),
    ),
    Sheet(
        "registrations.csv",
        (_text("partner", 20), _maybe("channel", 60), Column("registered_on", DAY, is_needed=False)),
        ("partner",),
        (PARTNER,),
    ),
    Sheet(
        "agreements.csv",
        (IN_ROUND, _text("partner", 20), Column("agreed_on", DAY, is_needed=False)),
        ("round", "partner"),
        (ROUND, PARTNER),
    ),
    Sheet(
        "attendances.csv",
        (IN_ROUND, IN_SESSION, _text("partner", 20)),
        ("round", "session", "partner"),
        (SESSION, PARTNER),
    ),
    Sheet("topics.csv", (NUMBER, _text("topic", 200)), ("number",)),
    Sheet(
        "techniques.csv",
        (NUMBER, Column("principle", one_of=Principle.values), _text("technique", 300), _maybe("evidence")),
        ("number",),
    ),
    Sheet(
        "resources.csv",
        (
            Column("key", Holds.KEY),
            _text("title", 200),
            Column("kind", one_of=ResourceKind.values),
            Column("tier", one_of=Tier.values),
            Column("topics", Holds.LIST, is_needed=False),
            _maybe("licence", 80),
        ),
        ("key",),
        (Refers(("topics",), "topics.csv", ("number",), may_be_empty=True),),
    ),
    Sheet(
        "versions.csv",
        (
            Column("resource", Holds.KEY),
            NUMBER,
            _text("name", 80),
            Column("released_on", DAY, is_needed=False),
            _maybe("summary"),
            _maybe("link", 200),
            _maybe("text", 200_000),
        ),
        ("resource", "number"),
        (Refers(("resource",), "resources.csv", ("key",)),),
    ),
    Sheet(
        "lists.csv",
        (
            IN_ROUND,
            IN_SESSION,
            Column("step", Holds.NUMBER),
            _text("key", 40),
            _maybe("heading", 60),
            _text("text", 300),
            Column("lines", Holds.LIST, is_needed=False),
            Column("contributions", Holds.LIST, is_needed=False),
            _maybe("notes"),
        ),
        ("round", "session", "step", "key"),
        (SESSION, Refers(("contributions",), "contributions.csv", ("key",), may_be_empty=True)),
    ),
    Sheet(
        "contributions.csv",
        (
            _text("key", 40),
            IN_ROUND,
            IN_SESSION,
            Column("step", Holds.NUMBER),
            _maybe("shown_as", 40),
            Column("said_on", DAY),
            _text("words"),
        ),
        ("key",),
        (SESSION,),
    ),
    Sheet(
        "translations.csv",
        (
            _text("contribution", 40),
            _text("said_in", 12),
            _maybe("language", 12),
            _maybe("words"),
            _maybe("translated_by", 12),
        ),
        ("contribution", "language"),
        (Refers(("contribution",), "contributions.csv", ("key",)),),
    ),
    Sheet(
        "key-points.csv",
        (
            Column("key", Holds.KEY),
            IN_ROUND,
            IN_SESSION,
            _text("text", 300),
            Column("made_on", DAY),
            Column("read_back_on", DAY, is_needed=False),
            Column("contributions", Holds.LIST, is_needed=False),
        ),
        ("key",),
        (SESSION, Refers(("contributions",), "contributions.csv", ("key",), may_be_empty=True)),
    ),
    Sheet(
        "recommendations.csv",
        (
            IN_ROUND,
            NUMBER,
            _text("title", 80),
            _text("text"),
            Column("made_on", DAY),
            Column("key_points", Holds.LIST, is_needed=False),
            Column("contributions", Holds.LIST, is_needed=False),
        ),
        ("round", "number"),
        (
            ROUND,
            Refers(("key_points",), "key-points.csv", ("key",), may_be_empty=True),
            Refers(("contributions",), "contributions.csv", ("key",), may_be_empty=True),
        ),
    ),
    Sheet(
        "decisions.csv",
        (
            IN_ROUND,
            NUMBER,
            _text("text"),
            Column("how", one_of=HowDecided.values),
            _maybe("who", 300),
            _maybe("dissent"),
            Column("decided_on", DAY),
        ),
        (),
        (RECOMMENDATION,),
    ),
    Sheet(
        "responses.csv",
        (
            IN_ROUND,
            NUMBER,
            Column("outcome", one_of=Outcome.values),
            _text("reason"),
            _maybe("passed_to", 200),
            Column("promised_by", DAY, is_needed=False),
            Column("answered_on", DAY),
        ),
        (),
        (RECOMMENDATION,),
    ),
    Sheet(
        "impacts.csv",
        (
            IN_ROUND,
            NUMBER,
            _text("text"),
            Column("resource", Holds.KEY, is_needed=False),
            Column("version", Holds.NUMBER, is_needed=False),
            _maybe("place", 120),
            Column("made_on", DAY),
            Column("is_change", Holds.YES_NO, is_needed=False),
        ),
        (),
        (
            RECOMMENDATION,
            Refers(("resource", "version"), "versions.csv", ("resource", "number"), may_be_empty=True),
        ),
    ),
    Sheet(
        "tellings.csv",
        (
            IN_ROUND,
            NUMBER,
            Column("told_on", DAY),
            _maybe("room", 200),
            _maybe("contribution", 40),
        ),
        (),
        (RECOMMENDATION, Refers(("contribution",), "contributions.csv", ("key",), may_be_empty=True)),
    ),
    Sheet(
        "evaluation.csv",
        (
            _text("name", 120),
            Column("asked", Holds.NUMBER),
            Column("answered", Holds.NUMBER),
            _maybe("note"),
        ),
        ("name",),
    ),
)
SERIES_FILE, WAYS_FILE = "series.md", "ways-of-working.md"
FOR_PEOPLE = ("README.md",)
"""Files a folder may hold that are not data."""
