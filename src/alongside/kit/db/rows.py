"""Many new rows into one table by statements that are written once.

Django makes an object for each row, asks each field to prepare its value, and writes the SQL text anew each time. In a
burst of answers that took longer than everything else (benchmarks/live.py). `Rows` knows how each column wants its
values, and inserts 64, 32, 16 … rows by statements the database has seen before.
"""

import json
import uuid
from collections.abc import Callable, Collection, Sequence
from functools import cache
from itertools import chain
from typing import Any

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper

AT_ONCE = 64
Values = Sequence[Any]
Prepare = Callable[[Any], Any]
_AS_IT_IS = {
    "BigAutoField", "BigIntegerField", "BooleanField", "CharField", "ForeignKey", "IntegerField",
    "PositiveSmallIntegerField", "SlugField", "TextField",
}  # fmt: skip


class Rows:
    """New rows of a model: values of the named fields in this order.

    A field that is not named gets its default, if that is the same for all rows; or it stays empty (NULL).
    """

    def __init__(self, model: type[models.Model], *names: str) -> None:
        self._model, self.names = model, names

    def add(self, rows: Sequence[Values]) -> None:
        """Insert them all. Open a transaction first if they must stand or fall together."""
        connection = connections[router.db_for_write(self._model)]
        shape = _shape_of(self, connection.alias, connection.vendor)
        with connection.cursor() as cursor:
            for start, count in _portions(len(rows)):
                cursor.execute(shape.statement(count), shape.values(rows[start : start + count]))

    def stamp(self, name: str, value: Any, ids: Collection[Any]) -> None:
        """Give one of the named fields this value in the rows with these ids, where it was empty."""
        connection = connections[router.db_for_write(self._model)]
        shape, at = _shape_of(self, connection.alias, connection.vendor), self.names.index(name)
        key = self.names.index(self._model._meta.pk.attname)
        keys, prepare = list(ids), shape.prepare[key] or _as_it_is
        stamp = (shape.prepare[at] or _as_it_is)(value)
        with connection.cursor() as cursor:
            for start, count in _portions(len(keys)):
                some = [prepare(each) for each in keys[start : start + count]]
                cursor.execute(shape.stamp(at, key, count), [stamp, *some])

    def shape(self, connection: BaseDatabaseWrapper) -> "_Shape":
        """How this table of this database takes the rows."""
        known = {field.attname: field for field in self._model._meta.concrete_fields}
        fields = [known.pop(name) for name in self.names]
        others = [field for field in known.values() if not field.null and not field.primary_key]
        assert not any(callable(each.default) and each.has_default() for each in others), (
            f"name all of {others}"
        )
        rest = [field.get_default() for field in others]
        assert None not in rest, f"{self._model.__name__} needs more than {self.names}"
        return _Shape(connection, self._model._meta.db_table, [*fields, *others], rest)


class _Shape:
    """The statements for one table in one database, and how each of its columns takes a value."""

    def __init__(
        self, connection: BaseDatabaseWrapper, table: str, fields: Sequence[Any], rest: Values
    ) -> None:
        quoted = connection.ops.quote_name
        self._table, self._columns = quoted(table), [quoted(each.column) for each in fields]
        columns = ", ".join(self._columns)
        self._head = f"INSERT INTO {self._table} ({columns}) VALUES "  # noqa: S608  names of our own models
        self._row = f"({', '.join(['%s'] * len(fields))})"
        self._texts: dict[int, str] = {}
        self._stamps: dict[tuple[int, int, int], str] = {}
        self.prepare: list[Prepare | None] = [_prepare_for(field, connection) for field in fields]
        named = self.prepare[: len(fields) - len(rest)]
        self._rest = [
            value if prepare is None else prepare(value)
            for prepare, value in zip(self.prepare[len(named) :], rest, strict=True)
        ]
        self._prepared = [(at, prepare) for at, prepare in enumerate(named) if prepare is not None]

    def values(self, rows: Sequence[Values]) -> list[Any]:
        """All values of some rows, one after another, as the database takes them."""
        columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
        for at, prepare in self._prepared:
            columns[at] = [prepare(value) for value in columns[at]]
        columns += [[value] * len(rows) for value in self._rest]
        return list(chain.from_iterable(zip(*columns, strict=True)))

    def statement(self, count: int) -> str:
        """The INSERT for so many rows."""
        if count not in self._texts:
            self._texts[count] = self._head + ", ".join([self._row] * count)
        return self._texts[count]

    def stamp(self, at: int, key: int, count: int) -> str:
        """The UPDATE of one column where it is empty, for so many rows."""
        if (at, key, count) not in self._stamps:
            stamp, pk, signs = self._columns[at], self._columns[key], ", ".join(["%s"] * count)
            where = f"WHERE {pk} IN ({signs}) AND {stamp} IS NULL"
            self._stamps[at, key, count] = f"UPDATE {self._table} SET {stamp} = %s {where}"  # noqa: S608  as above
        return self._stamps[at, key, count]


def _as_it_is(value: Any) -> Any:
    return value


@cache
def _shape_of(rows: Rows, alias: str, _vendor: str) -> _Shape:
    return rows.shape(connections[alias])


def _portions(count: int) -> list[tuple[int, int]]:
    """Start and size of each statement: as many full ones as fit, then halves, so that there are few texts."""
    found, start, size = [], 0, AT_ONCE
    while start < count:
        while size > count - start:
            size //= 2
        found.append((start, size))
        start += size
    return found


def _prepare_for(field: Any, connection: BaseDatabaseWrapper) -> Prepare | None:
    """What turns a value into what the database takes; None when it takes it as it is."""
    kind = field.get_internal_type()
    if kind in _AS_IT_IS:
        return None
    if kind == "UUIDField":
        return None if connection.features.has_native_uuid_field else _hex
    if kind == "BinaryField":
        return _bytes
    if kind == "JSONField":
        return _json
    return _remembering(lambda value: field.get_db_prep_save(value, connection))


def _hex(value: uuid.UUID | None) -> str | None:
    return None if value is None else value.hex


def _bytes(value: Any) -> bytes | None:
    """Bytes, also of sealed words."""
    found: bytes | None = getattr(value, "box", value)
    return found


class AsJson(str):
    """A value for a JSON field that is written as JSON already."""

    __slots__ = ()


def _json(value: Any) -> str | None:
    if type(value) is AsJson:
        return str(value)
    return None if value is None else "{}" if value == {} else json.dumps(value)


def _remembering(prepare: Prepare) -> Prepare:
    """Many rows of a batch have the same time and day: prepare it once."""
    last: list[tuple[Any, Any]] = [(object(), None)]

    def once(value: Any) -> Any:
        known, prepared = last[0]  # one look, because other threads write here too
        if known is not value:
            prepared = prepare(value)
            last[0] = (value, prepared)
        return prepared

    return once
