"""The SQLite library that Django was started with: the sound one, after the swap in settings."""

from sqlite3 import (
    dbapi2 as Database,  # after guard.use_sound_sqlite() this is pysqlite3 where that is needed
)

__all__ = ["Database"]
