"""What differs in the words we speak to SQLite: emptying all tables is for tests alone."""

from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.db.backends.sqlite3 import operations

TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'append_only_%'"


class DatabaseOperations(operations.DatabaseOperations):
    """Django's, but `flush` sets append-only triggers aside, and refuses outside tests."""

    def execute_sql_flush(self, sql_list: Iterable[str]) -> None:
        """Empty the tables of a test database, append-only ones included."""
        if not settings.TESTING:
            raise ImproperlyConfigured(
                "Emptying every table is for tests. To start afresh, choose a new DATA_DIR."
            )
        with transaction.atomic(using=self.connection.alias), self.connection.cursor() as cursor:
            triggers = cursor.execute(TRIGGERS).fetchall()
            for name, _ in triggers:
                cursor.execute(f"DROP TRIGGER {self.quote_name(name)}")
            for sql in sql_list:
                cursor.execute(sql)
            for _, sql in triggers:
                cursor.execute(sql)
