"""The checks behind `guard.check_at_start`: each looks at one thing and answers with sentences, or with
nothing.

They run before anything is migrated, so they must also do with a folder in which nothing is yet.
"""

import importlib.util
import ipaddress
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import DatabaseError

from alongside.kit.db import guard

NETWORK_DISKS = ("nfs", "cifs", "smb", "9p", "fuse", "ceph", "gluster", "afs", "lustre")
MOUNTS = Path("/proc/self/mountinfo")
ROOM_NEEDED = 50 * 1024 * 1024
SHORTEST_SECRET = 40
WORN_SECRETS = ("insecure", "changeme", "change-me", "change_me", "secret", "password", "example")
READ_BACK = {
    "journal_mode": "wal",
    "synchronous": 2,
    "journal_size_limit": 6_553_600,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "foreign_keys": 1,
    "busy_timeout": 20_000,
}
Check = Callable[[], Iterator[str]]


def problems() -> list[str]:
    """One plain sentence for each thing that is wrong; empty when all is well."""
    found = [sentence for check in BEFORE_OPENING for sentence in check()]
    if found:
        return found
    return [sentence for alias in connections for sentence in opened(connections[alias])]


def opened(connection: BaseDatabaseWrapper) -> list[str]:
    """What is wrong with one database once it is open."""
    checks = (sqlite_settings, sqlite_soundness) if connection.vendor == "sqlite" else (postgres_settings,)
    try:
        return [sentence for check in checks for sentence in check(connection)]
    except DatabaseError as problem:
        return [
            f"the database “{connection.alias}” can't be opened ({type(problem).__name__}). "
            f"{_advice(connection)}"
        ]


def _advice(connection: BaseDatabaseWrapper) -> str:
    name = connection.settings_dict["NAME"]
    return (
        f"Is {name} a database of Alongside? If it was damaged, bring back a backup with “alongside restore”."
    )


# ---- before any database is opened ----


def engines() -> Iterator[str]:
    """The databases must be run the way that was tested."""
    for alias, database in settings.DATABASES.items():
        if "sqlite3" in database["ENGINE"]:
            yield (
                f"the database “{alias}” uses Django's plain SQLite. Its engine must be "
                "alongside.kit.db.sqlite."
            )
        if _is_sqlite(database) and database.get("OPTIONS") != guard.OPTIONS:
            yield (
                f"the OPTIONS of the database “{alias}” differ from guard.OPTIONS, so answers could be lost."
            )
        if database.get("ATOMIC_REQUESTS"):
            yield (
                f"ATOMIC_REQUESTS is on for “{alias}”: each page would keep all others from writing. "
                "Turn it off."
            )


def sqlite_version() -> Iterator[str]:
    """An SQLite with the WAL-reset fault can lose what it promised to keep."""
    from alongside.kit.db.sqlite.library import Database

    uses_sqlite = any(_is_sqlite(database) for database in settings.DATABASES.values())
    if uses_sqlite and not guard.is_sound(Database.sqlite_version_info):
        yield (
            f"this SQLite ({Database.sqlite_version}) can lose saved answers. Version 3.51.3 or newer "
            "is needed: run “.venv/bin/pip install pysqlite3”, or ./run again."
        )


def debug() -> Iterator[str]:
    """With DEBUG on, every error page would show the inside of the house to everybody."""
    if settings.DEBUG:
        yield "DEBUG is on, and would show people's data on error pages. Take DEBUG out of the environment."


def secret() -> Iterator[str]:
    """The key that signs sessions must be nobody's guess."""
    key = settings.SECRET_KEY
    is_worn = any(word in key.lower() for word in WORN_SECRETS) or len(set(key)) < 10
    if len(key) < SHORTEST_SECRET or is_worn:
        yield (
            "SECRET_KEY is too short or can be guessed. Leave it out, and a good one is made and kept "
            "for you."
        )


def keys_apart() -> Iterator[str]:
    """Keys that are copied along with the words could never be forgotten."""
    words, keys = settings.DATABASES["default"], settings.DATABASES["keys"]
    if _place(words) == _place(keys):
        yield (
            "the keys of people's words are in the same database as the words. Give KEYS_DATABASE_URL "
            "its own."
        )
    elif _is_sqlite(keys) and _is_inside(Path(keys["NAME"]), settings.BACKUP_DIR):
        yield (
            f"the keys of people's words lie in the folder of backups ({settings.BACKUP_DIR}). Move them"
            " out of it."
        )


def addresses() -> Iterator[str]:
    """The address given to people must be one they can use safely."""
    if not settings.PUBLIC_URL:
        return
    parts = urlsplit(settings.PUBLIC_URL)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        yield f"PUBLIC_URL is “{settings.PUBLIC_URL}”. It should look like https://together.example.org"
    elif parts.scheme == "http" and not _is_near(parts.hostname):
        yield f"PUBLIC_URL is “{settings.PUBLIC_URL}”: on the open internet it must begin with https://"


def several_processes() -> Iterator[str]:
    """Processes that share rooms over Redis must share the store, the keys and the secret too."""
    if not settings.REDIS_URL:
        return
    if urlsplit(settings.REDIS_URL).scheme not in {"redis", "rediss", "unix"}:
        yield "REDIS_URL should look like redis://redis.example.org:6379/0"
        return
    if importlib.util.find_spec("redis") is None:
        yield "REDIS_URL is set, but the package redis is not there: run “.venv/bin/pip install redis”."
    for alias, name in (("default", "DATABASE_URL"), ("keys", "KEYS_DATABASE_URL")):
        if _is_sqlite(settings.DATABASES[alias]):
            yield f"REDIS_URL is for several processes, and these can't share an SQLite file. Give {name} too."
    if not settings.IS_SECRET_GIVEN:
        yield "REDIS_URL is for several processes, and these need one secret. Give each the same SECRET_KEY."


def port() -> Iterator[str]:
    """The port must be a number that exists."""
    if not 0 < settings.PORT < 65_536:
        yield f"PORT is {settings.PORT}. Choose a number from 1 to 65535, such as 8000."


def folder() -> Iterator[str]:
    """The data folder must be ours, on a disk of this machine, with room left."""
    data = Path(settings.DATA_DIR)
    if not os.access(data, os.W_OK | os.X_OK):
        yield f"nothing can be written in {data}. Choose another DATA_DIR, or make this one yours."
        return
    if free := _lacks_room(data):
        yield (
            f"the disk of {data} is nearly full ({free} MB left). Make room: 50 MB are needed to keep "
            "answers safe."
        )
    for place in _folders():
        if kind := network_disk(place):
            yield (
                f"{place} is on a network disk ({kind}), where saved answers can be lost. Use a disk of "
                "this machine."
            )


def _lacks_room(data: Path) -> str:
    free = shutil.disk_usage(data).free
    return str(free // 1024 // 1024) if free < ROOM_NEEDED else ""


def privacy() -> Iterator[str]:
    """Nobody else on the machine may read the data."""
    for place in _folders():
        open_files = [
            path for path in place.glob("*") if path.is_file() and _is_open(path) and _holds_data(path)
        ]
        if _is_open(place) and open_files:
            yield f"everybody on this machine can read {open_files[0]}. Close the folder: chmod 700 {place}"


BEFORE_OPENING: tuple[Check, ...] = (
    engines,
    sqlite_version,
    debug,
    secret,
    keys_apart,
    addresses,
    several_processes,
    port,
    folder,
    privacy,
)


# ---- with a database open ----


def sqlite_settings(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """Every setting is read back: SQLite says nothing when it does not take one."""
    with connection.cursor() as cursor:
        for name, wanted in READ_BACK.items():
            found = cursor.execute(f"PRAGMA {name}").fetchone()[0]
            if found != wanted:
                yield (
                    f"the database “{connection.alias}” did not take the setting {name}={wanted}: it "
                    f"says {found}."
                )


def sqlite_soundness(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """A quick look through the whole file."""
    with connection.cursor() as cursor:
        found = cursor.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        yield f"the database “{connection.alias}” is damaged. {_advice(connection)}"


def postgres_settings(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """PostgreSQL is left as it is, but must keep what it acknowledges."""
    with connection.cursor() as cursor:
        for name in ("fsync", "full_page_writes", "synchronous_commit"):
            cursor.execute(f"SHOW {name}")
            row = cursor.fetchone()
            if row and row[0] == "off":
                yield f"PostgreSQL runs with {name} off, so saved answers could be lost. Turn it on."


# ---- small questions ----


def network_disk(place: Path, mounts: str | None = None) -> str:
    """The kind of network disk a folder lies on; "" for a disk of this machine or where it cannot be told."""
    if mounts is None:
        mounts = MOUNTS.read_text() if MOUNTS.exists() else ""
    kinds = dict(_mount(line) for line in mounts.splitlines())
    above = [str(folder) for folder in (place, *place.parents)]
    kind = next((kinds[folder] for folder in above if folder in kinds), "")
    return kind if kind.startswith(NETWORK_DISKS) else ""


def _mount(line: str) -> tuple[str, str]:
    """Where a line of mountinfo says something is mounted, and of what kind it is."""
    before, _, after = line.partition(" - ")
    return before.split()[4].replace("\\040", " "), after.split()[0]


def _is_sqlite(database: dict[str, Any]) -> bool:
    return "sqlite" in database["ENGINE"]


def _place(database: dict[str, Any]) -> tuple[str, str, str]:
    name = str(Path(database["NAME"]).resolve()) if _is_sqlite(database) else str(database["NAME"])
    return name, str(database.get("HOST") or ""), str(database.get("PORT") or "")


def _folders() -> list[Path]:
    """The folders that hold data: the data folder, and those of SQLite files kept elsewhere."""
    files = [Path(database["NAME"]) for database in settings.DATABASES.values() if _is_sqlite(database)]
    places = {Path(settings.DATA_DIR), *(file.parent for file in files if file.is_absolute())}
    return sorted(place for place in places if place.is_dir())


def _is_inside(path: Path, place: Path) -> bool:
    return path.resolve().is_relative_to(Path(place).resolve())


def _is_open(path: Path) -> bool:
    return bool(path.stat().st_mode & (stat.S_IROTH | stat.S_IXOTH))


def _holds_data(path: Path) -> bool:
    return ".sqlite3" in path.name or path.suffix in {".key", ".jsonl", ".json"}


def _is_near(host: str) -> bool:
    """An address inside a house or a hall, which no other machine out there can reach."""
    if host == "localhost" or host.endswith((".local", ".lan", ".home.arpa", ".internal")) or "." not in host:
        return True
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False
