"""Django's SQLite connection, with a turn at the gate taken before BEGIN and before each single write."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from alongside.kit.db.gate import Gate, gate_for
from alongside.kit.db.sqlite.operations import DatabaseOperations

WRITES = frozenset({"INSERT", "UPDATE", "DELETE", "REPLAC"})

LONGEST_KEPT = 8_000  # letters of an SQL text


@lru_cache(maxsize=512)
def _with_signs(query: str) -> str:
    return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection. It holds the gate from BEGIN to commit, rollback or close."""

    ops_class = DatabaseOperations

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._has_gate = False

    @property
    def gate(self) -> Gate:
        """The queue of everybody in this process who writes to the same database."""
        return gate_for(self.settings_dict["NAME"])

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=lambda connection: GatedCursor(connection, self))

    def enter_gate(self) -> bool:
        """Wait for the turn. False when this connection has it already."""
        if self._has_gate:
            return False
        if not self.gate.acquire():
            raise OperationalError("database is locked: no turn at the gate within 20 seconds")
        self._has_gate = True
        return True

    def leave_gate(self) -> None:
        """Let the next writer in, if this connection held the gate."""
        if self._has_gate:
            self._has_gate = False
            self.gate.release()

    def _start_transaction_under_autocommit(self) -> None:
        self.enter_gate()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self.leave_gate()
            raise

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]
        finally:
            if self.connection is None or not self.connection.in_transaction:
                self.leave_gate()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self.leave_gate()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self.leave_gate()


class GatedCursor(base.SQLiteCursorWrapper):
    """A cursor whose single writes outside a transaction also take their turn."""

    def __init__(self, connection: Any, wrapper: DatabaseWrapper) -> None:
        super().__init__(connection)
        self._wrapper = wrapper

    def convert_query(self, query: str, *, param_names: Any = None) -> str:
        """Django's texts with SQLite's signs for values; those that come again are not rewritten again."""
        if param_names is not None or len(query) > LONGEST_KEPT:
            return str(super().convert_query(query, param_names=param_names))
        return _with_signs(query)

    def execute(self, query: str, params: Any = None) -> Any:
        return self._in_turn(query, lambda: super(GatedCursor, self).execute(query, params))

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        return self._in_turn(query, lambda: super(GatedCursor, self).executemany(query, param_list))

    def _in_turn(self, query: str, run: Callable[[], Any]) -> Any:
        is_single_write = not self.connection.in_transaction and query[:6].upper() in WRITES
        if not is_single_write or not self._wrapper.enter_gate():
            return run()
        try:
            return run()
        finally:
            self._wrapper.leave_gate()
