"""Questions to the database whose SQL is written once.

Django writes the SQL text of a query anew each time it is asked. On a page of fifteen small queries that took two
fifths of the time (benchmarks/pages.py). A `Written` question is built and written at its first use; from then on only
its values change. It gives what the queryset would give: models with what `select_related` brought, or `values_list`.

Kept for each connection (so for each thread), and for each length of its lists: a list is filled up to the next power
of two with its last value, which `IN (…)` does not mind.
"""

import uuid
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

Row = TypeVar("Row")
_FIRST = 4_611_686_018_427_000_000  # stands for a number while the SQL is written; no table has so many rows


class Written(Generic[Row]):
    """One question to the main store. `make` builds its queryset from values: numbers, ids, texts, bytes, or many.

    A value may only be compared (`pk=`, `…__in=`); how many rows and which columns must not depend on it. Prefetching
    is not done. An empty collection means no rows, without asking.
    """

    def __init__(self, make: Callable[..., "models.QuerySet[Any, Any]"]) -> None:
        self._make = make

    def __call__(self, *values: Any) -> list[Row]:
        """The rows, as the queryset would give them."""
        found: list[Row] = self._ask(values, _Kept.ask)
        return found

    def first(self, *values: Any) -> Row | None:
        """The first of them; None when there is none."""
        return next(iter(self(*values)), None)

    def plain(self, *values: Any) -> list[tuple[Any, ...]]:
        """The rows as the database gives them, nothing converted: for ten thousand at once."""
        return self._ask(values, _Kept.ask_plainly)

    def _ask(self, values: Sequence[Any], ask: Callable[..., list[Any]]) -> list[Any]:
        given = [_padded(value) if _is_many(value) else value for value in values]
        if any(_is_many(value) and not value for value in given):
            return []
        connection = connections[DEFAULT_DB_ALIAS]
        kept = connection.__dict__.setdefault("_written", {})
        shape = (self, *(len(value) if _is_many(value) else 0 for value in given))
        if shape not in kept:
            kept[shape] = _Kept.of(self._make, given, connection)
        return ask(kept[shape], list(_flat(given)), connection)


@dataclass
class _Kept:
    """The queryset, its SQL, and at which places of its parameters which values go (None: as it stands)."""

    queryset: Any
    compiler: Any
    sql: str
    parameters: list[Any]
    places: list[int | None]

    @classmethod
    def of(cls, make: Callable[..., Any], given: Sequence[Any], connection: BaseDatabaseWrapper) -> "_Kept":
        """Write the SQL with stand-ins, and find them again among its parameters."""
        count = iter(range(_FIRST, _FIRST + 100_000))
        stand_ins = [
            [_stand_in(each, next(count)) for each in value]
            if _is_many(value)
            else _stand_in(value, next(count))
            for value in given
        ]
        queryset = make(*stand_ins)
        assert not queryset._prefetch_related_lookups, "a written question prefetches nothing"
        compiler = queryset.query.get_compiler(connection=connection)
        sql, found = compiler.as_sql()
        keys = [_key(_adapted(each, connection)) for each in _flat(stand_ins)]
        places = [keys.index(key) if (key := _key(each)) in keys else None for each in found]
        missing = set(range(len(keys))) - set(places)
        assert not missing, f"a value is not compared as it stands in: {sql}"
        queryset.query.get_compiler = lambda *_args, **_options: compiler
        return cls(queryset, compiler, sql, list(found), places)

    def ask(self, values: Sequence[Any], connection: BaseDatabaseWrapper) -> list[Any]:
        """Ask with these values."""
        params = self._params(values, connection)
        self.compiler.as_sql = lambda *_args, **_options: (self.sql, params)
        return list(self.queryset._iterable_class(self.queryset))

    def ask_plainly(self, values: Sequence[Any], connection: BaseDatabaseWrapper) -> list[Any]:
        """The same, past the queryset."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self._params(values, connection))
            return list(cursor.fetchall())

    def _params(self, values: Sequence[Any], connection: BaseDatabaseWrapper) -> tuple[Any, ...]:
        pairs = zip(self.parameters, self.places, strict=True)
        return tuple(old if at is None else _adapted(values[at], connection) for old, at in pairs)


def _is_many(value: Any) -> bool:
    return isinstance(value, Collection) and not isinstance(value, str | bytes)


def _padded(value: Collection[Any]) -> list[Any]:
    found = list(value)
    return found + found[-1:] * ((1 << (len(found) - 1).bit_length()) - len(found)) if found else found


def _flat(given: Iterable[Any]) -> Iterable[Any]:
    for value in given:
        if _is_many(value):
            yield from value
        else:
            yield value


def _stand_in(value: Any, number: int) -> Any:
    """A value of the same type that occurs nowhere else."""
    if isinstance(value, uuid.UUID):
        return uuid.UUID(int=number)
    if isinstance(value, bytes):
        return f"stands for {number}".encode()
    if isinstance(value, str):
        return f"stands for {number}"
    if isinstance(value, int) and not isinstance(value, bool):
        return number
    raise TypeError(f"A written question takes no {type(value).__name__}.")


def _adapted(value: Any, connection: Any) -> Any:
    """The value as the database takes it."""
    kind = type(value)
    if kind is int or kind is str:
        return value
    if isinstance(value, uuid.UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    return connection.Database.Binary(value) if isinstance(value, bytes) else value


def _key(value: Any) -> Any:
    """Something to find an adapted value by."""
    if isinstance(value, memoryview | bytes | bytearray):
        return bytes(value)
    inner = getattr(value, "obj", value)
    return inner if isinstance(inner, int | str | bytes | uuid.UUID) else id(value)


def hang(things: Iterable[Any], name: str, rows: Iterable[Any], by: str) -> None:
    """Put `rows` where `thing.<name>.all()` finds them, by the id in their field `by`; what prefetching does."""
    below: dict[Any, list[Any]] = {thing.pk: [] for thing in things}
    for row in rows:
        below[getattr(row, by)].append(row)
    hang_many(things, name, below)


def hang_many(things: Iterable[Any], name: str, below: Mapping[Any, list[Any]]) -> None:
    """The same with the rows of each thing known by its id."""
    for thing in things:
        found: Any = models.QuerySet(getattr(thing, name).model)
        found._result_cache, found._prefetch_done = below[thing.pk], True
        thing.__dict__.setdefault("_prefetched_objects_cache", {})[name] = found
