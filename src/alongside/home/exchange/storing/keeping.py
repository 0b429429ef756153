"""What the steps of an import share: the rows, the things already stored, and one way to add or change many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from alongside.home.exchange.markdown import SeriesFile, WaysFile
from alongside.home.exchange.problems import Problem
from alongside.home.exchange.reading import Row, Sheets
from alongside.home.exchange.report import Report
from alongside.kit.access import Viewer
from alongside.projects.models import Project
from alongside.workshops.models import Series


@dataclass
class Keeping:
    """One import under way. `known` maps (kind of thing, natural key) to what is stored."""

    sheets: Sheets
    series_file: SeriesFile
    ways_file: WaysFile | None
    by: Viewer
    report: Report = field(default_factory=Report)
    problems: list[Problem] = field(default_factory=list)
    known: dict[tuple, Any] = field(default_factory=dict)
    project: Project = field(default=None)  # type: ignore[assignment]  # set by the first step
    series: Series = field(default=None)  # type: ignore[assignment]  # set by the first step

    def rows(self, file: str) -> list[Row]:
        """The rows of one file."""
        return self.sheets[file]

    def of(self, kind: str, *key: Any) -> Any:
        """The stored thing of a kind with this natural key; None for an empty key."""
        return None if all(part in (None, "") for part in key) else self.known[kind, *key]

    def keep(
        self,
        file: str,
        stored: models.QuerySet,
        wanted: Iterable[dict[str, Any]],
        key: Sequence[str],
    ) -> list[Any]:
        """Add or change so that `stored` holds all `wanted` (fields by name), known by `key`. Same order as wanted."""
        model = stored.model
        have = {tuple(getattr(thing, name) for name in key): thing for thing in stored}
        new, changed, result = [], [], []
        for fields in wanted:
            thing = have.get(tuple(fields[name] for name in key))
            if thing is None:
                thing = model(**fields)
                new.append(thing)
            elif _differs(thing, fields):
                changed.append(thing)
            result.append(thing)
        model._default_manager.bulk_create(new, batch_size=500)
        if changed:
            names = [name for name in fields if name not in key]
            model._default_manager.bulk_update(changed, names, batch_size=200)
        self.report.count(
            file, new=len(new), changed=len(changed), same=len(result) - len(new) - len(changed)
        )
        return result

    def remember(self, kind: str, things: Iterable[Any], keys: Iterable[tuple]) -> None:
        """Make things findable by `of`."""
        self.known.update({(kind, *key): thing for thing, key in zip(things, keys, strict=True)})


def _differs(thing: models.Model, fields: dict[str, Any]) -> bool:
    """Put the wanted values on the thing; whether any of them is new."""
    news = {name: value for name, value in fields.items() if getattr(thing, name) != value}
    for name, value in news.items():
        setattr(thing, name, value)
    return bool(news)
