"""What the steps of an import share: the rows, the things already stored, and one way to add or change many."""

import datetime
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils import timezone

from alongside.home.exchange.markdown import SeriesFile, WaysFile
from alongside.home.exchange.problems import Problem
from alongside.home.exchange.reading import Row, Sheets
from alongside.home.exchange.report import Report
from alongside.kit.access import Viewer
from alongside.kit.pictures import Clean
from alongside.projects.models import Project
from alongside.workshops.models import Series


@dataclass
class Keeping:
    """One import under way. `known` maps (kind of thing, natural key) to what is stored."""

    sheets: Sheets
    series_file: SeriesFile
    ways_file: WaysFile | None
    by: Viewer
    pictures: Mapping[uuid.UUID, Clean] = field(default_factory=dict)
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
        stored: Iterable[Any],
        wanted: Iterable[dict[str, Any]],
        key: Sequence[str],
        once: Sequence[str] = (),
    ) -> list[Any]:
        """Add or change so that `stored` holds all `wanted` (fields by name), known by `key`. Same order as wanted.

        Fields in `once` are set when a thing is new and left alone afterwards.
        """
        have = {tuple(getattr(thing, name) for name in key): thing for thing in stored}
        pairs = [(tuple(fields[name] for name in key), fields) for fields in wanted]
        return self._keep(file, stored.model, have, pairs, {*key, *once})  # type: ignore[attr-defined]

    def keep_in_turn(
        self, file: str, stored: Iterable[Any], wanted: Iterable[dict[str, Any]], day: str
    ) -> list[Any]:
        """The same for what has no name of its own: known by its recommendation, its day, and its turn that day.

        `stored` comes in the order of time. A moment within the day that is stored already is left as it is.
        """
        have = dict(_in_turn(stored, lambda thing: (thing.recommendation_id, _day_of(getattr(thing, day)))))
        pairs = _in_turn(wanted, lambda fields: (fields["recommendation"].pk, _day_of(fields[day])))
        model = stored.model  # type: ignore[attr-defined]
        return self._keep(file, model, have, pairs, {"recommendation", day})

    def _keep(
        self,
        file: str,
        model: type[models.Model],
        have: Mapping[tuple, Any],
        pairs: Iterable[tuple[tuple, dict[str, Any]]],
        fixed: set[str],
    ) -> list[Any]:
        new, changed, names, result = [], [], set[str](), []
        for key, fields in pairs:
            thing = have.get(key)
            if thing is None:
                thing = model(**fields)
                new.append(thing)
            elif news := _news(thing, {name: fields[name] for name in fields if name not in fixed}):
                changed.append(thing)
                names |= news
            result.append(thing)
        model._default_manager.bulk_create(new, batch_size=500)
        if changed:
            model._default_manager.bulk_update(changed, sorted(names), batch_size=200)
        self.report.count(
            file, new=len(new), changed=len(changed), same=len(result) - len(new) - len(changed)
        )
        return result

    def remember(self, kind: str, things: Iterable[Any], keys: Iterable[tuple]) -> None:
        """Make things findable by `of`."""
        self.known.update({(kind, *key): thing for thing, key in zip(things, keys, strict=True)})


def _news(thing: models.Model, fields: dict[str, Any]) -> set[str]:
    """Put the wanted values on the thing; the names of those that are new."""
    news = {name: value for name, value in fields.items() if _as_in_files(getattr(thing, name)) != value}
    for name, value in news.items():
        setattr(thing, name, value)
    return set(news)


def _as_in_files(value: Any) -> Any:
    """A text as files carry it: browsers end lines in two signs, files in one."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def _in_turn(things: Iterable[Any], of: Callable[[Any], tuple]) -> list[tuple[tuple, Any]]:
    """Each thing with the key that `of` gives and its turn among those with the same."""
    turns: Counter[tuple] = Counter()
    keyed = []
    for thing in things:
        key = of(thing)
        turns[key] += 1
        keyed.append(((*key, turns[key]), thing))
    return keyed


def _day_of(when: datetime.date) -> datetime.date:
    return timezone.localtime(when).date() if isinstance(when, datetime.datetime) else when
