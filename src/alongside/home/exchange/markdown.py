"""The two Markdown files: `series.md` (facts, purpose, what to expect) and `ways-of-working.md`."""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.home.exchange.layout import SERIES_FILE, WAYS_FILE
from alongside.home.exchange.problems import Problem
from alongside.home.exchange.reading import KEY, text_of

FACTS = (
    "key",
    "name",
    "project_key",
    "project",
    "starts",
    "ends",
    "pay",
    "recording",
    "definition",
    "definition_source",
    "ethics",
    "help_phone",
    "help_email",
    "source",
)
NEEDED = ("key", "name", "project_key", "project")
DAYS = ("starts", "ends")
CLAUSE = re.compile(r"- (?:([^:]{1,60}): )?(.+)\Z")
MADE = re.compile(r"Made on (\d{4}-\d{2}-\d{2})(?: with (.+))?\.\Z")


@dataclass(frozen=True, slots=True)
class SeriesFile:
    """What `series.md` says: its facts by name, and the two texts."""

    facts: Mapping[str, str]
    purpose: str
    expect: str


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing we do, or don't."""

    is_do: bool
    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class WaysFile:
    """What `ways-of-working.md` says."""

    made_on: datetime.date
    made_with: str
    clauses: Sequence[Clause]


def read_series(files: Mapping[str, bytes], problems: list[Problem]) -> SeriesFile | None:
    """`series.md`; None when it cannot be read, with the problems added."""
    content = files.get(SERIES_FILE)
    if content is None:
        problems.append(Problem(SERIES_FILE, 0, _("This file is missing. It names the series.")))
        return None
    lines = text_of(content).split("\n")
    found = len(problems)
    facts, after = _facts(lines, problems)
    if len(problems) > found:
        return None
    texts = _sections(lines[after:])
    return SeriesFile(facts, texts.get("Purpose", ""), texts.get("What to expect", ""))


def _facts(lines: Sequence[str], problems: list[Problem]) -> tuple[dict[str, str], int]:
    """The lines between the two rows of dashes, and where the text begins."""
    if not lines or lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:]):
        problems.append(
            Problem(SERIES_FILE, 1, _("Begin with a line of three dashes, the facts, and dashes again."))
        )
        return {}, 0
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == "---")
    facts: dict[str, str] = {}
    for number, line in enumerate(lines[1:end], 2):
        name, colon, value = line.partition(":")
        if not colon or name.strip() not in FACTS:
            what = _("“%(name)s” is not a fact we know. They are: %(known)s.")
            named = {"name": name.strip()[:40], "known": ", ".join(FACTS)}
            problems.append(Problem(SERIES_FILE, number, what % named))
        facts[name.strip()] = value.strip()
        _check_fact(name.strip(), value.strip(), number, problems)
    for name in NEEDED:
        if not facts.get(name):
            problems.append(Problem(SERIES_FILE, 1, _("Say the “%(name)s”.") % {"name": name}))
    return facts, end + 1


def _check_fact(name: str, value: str, number: int, problems: list[Problem]) -> None:
    if name in {"key", "project_key"} and not KEY.match(value):
        problems.append(Problem(SERIES_FILE, number, _("Use small letters, digits and dashes for a key.")))
    if name in DAYS and value:
        try:
            datetime.date.fromisoformat(value)
        except ValueError:
            problems.append(Problem(SERIES_FILE, number, _("Write the day as 2024-03-31.")))


def _sections(lines: Sequence[str]) -> dict[str, str]:
    """The text under each `## heading`."""
    sections: dict[str, list[str]] = {}
    under: list[str] = []
    for line in lines:
        if line.startswith("## "):
            under = sections.setdefault(line[3:].strip(), [])
        else:
            under.append(line)
    return {heading: "\n".join(text).strip("\n") for heading, text in sections.items()}


def write_series(series: SeriesFile) -> bytes:
    """The file again."""
    facts = "".join(f"{name}: {series.facts[name]}\n" for name in FACTS if series.facts.get(name))
    texts = (("Purpose", series.purpose), ("What to expect", series.expect))
    sections = "".join(f"\n## {head}\n\n{text}\n" for head, text in texts if text)
    return f"---\n{facts}---\n{sections}".encode()


def read_ways(files: Mapping[str, bytes], problems: list[Problem]) -> WaysFile | None:
    """`ways-of-working.md`; None when there is none or it cannot be read."""
    content = files.get(WAYS_FILE)
    if content is None:
        return None
    made: tuple[datetime.date, str] | None = None
    clauses: list[Clause] = []
    is_do: bool | None = None
    for number, line in enumerate(text_of(content).split("\n"), 1):
        if line in {"## We do", "## We don’t", "## We don't"}:
            is_do = line == "## We do"
        elif line.startswith("Made on"):
            made = _made(line, number, problems)
        elif line.startswith("- ") and is_do is not None and (found := CLAUSE.match(line)):
            clauses.append(Clause(is_do, found[1] or "", found[2]))
        elif line and not line.startswith("# "):
            what = _("Begin with “- ” under “## We do” or “## We don’t”.")
            problems.append(Problem(WAYS_FILE, number, what))
    if made is None:
        problems.append(
            Problem(WAYS_FILE, 1, _("Say when it was made: “Made on 2024-03-31 with the advisory group.”"))
        )
        return None
    return WaysFile(made[0], made[1], clauses)


def _made(line: str, number: int, problems: list[Problem]) -> tuple[datetime.date, str] | None:
    found = MADE.match(line)
    try:
        return (datetime.date.fromisoformat(found[1]), found[2] or "") if found else None
    except ValueError:
        problems.append(Problem(WAYS_FILE, number, _("This is not a day. Write it as 2024-03-31.")))
        return None


def write_ways(ways: WaysFile) -> bytes:
    """The file again."""
    with_whom = f" with {ways.made_with}" if ways.made_with else ""
    parts = [f"# How we work together\n\nMade on {ways.made_on}{with_whom}.\n"]
    for is_do, head in ((True, "We do"), (False, "We don’t")):
        lines = [
            f"- {c.topic}: {c.text}\n" if c.topic else f"- {c.text}\n"
            for c in ways.clauses
            if c.is_do is is_do
        ]
        if lines:
            parts.append(f"\n## {head}\n\n{''.join(lines)}")
    return "".join(parts).encode()
