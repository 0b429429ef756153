"""Ready-made plans: whole workshops as plain CSV files, to be put on a run sheet and then changed as people like.

`plans.csv` lists them; each other file holds the steps of one, with the columns of `agenda.csv` (see
docs/how-to/import-your-series.md): title, minutes, guide, asks, bring, kind, question, hint, names, setup.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from alongside.kit.errors import NotVisible

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class PlanStep:
    """One step; `kind` is empty for talk and breaks."""

    title: str
    minutes: int
    guide: str
    asks: str
    bring: str
    kind: str
    question: str
    hint: str
    names: str
    setup: str


@dataclass(frozen=True)
class Plan:
    """A workshop that was held before and can be held again."""

    key: str
    name: str
    purpose: str
    size: str
    source: str

    @property
    def steps(self) -> list[PlanStep]:
        """Its steps in order."""
        return _steps(self.key)

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(step.minutes for step in self.steps)


@cache
def all_plans() -> list[Plan]:
    """Every ready-made plan, in the order of the list."""
    return [Plan(**row) for row in _rows(FOLDER / "plans.csv")]


def get_plan(key: str) -> Plan:
    """The plan with this key, or NotVisible."""
    for plan in all_plans():
        if plan.key == key:
            return plan
    raise NotVisible(key)


@cache
def _steps(key: str) -> list[PlanStep]:
    rows = _rows(FOLDER / f"{key}.csv")
    return [PlanStep(**{**row, "minutes": int(row["minutes"])}) for row in rows]  # type: ignore[arg-type]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
