"""Copies of the key store: apart from every other copy, and never older than 72 hours."""

import uuid
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.kit.backup.checking import read_manifest
from alongside.kit.backup.files import ask, copy_database, put, sqlite_connection
from alongside.kit.backup.making import IS_NAME
from alongside.kit.db.sqlite.library import Database
from alongside.kit.errors import Refused

Tell = Callable[[str], None]
NAME = "keys-%Y%m%d-%H%M%S.sqlite3"
KEPT_FOR = timedelta(hours=72)


def back_up_keys(to: Path, *, tell: Tell) -> int:
    """Copy the key store into `to`, which must be apart from the backups, and let go of copies older than
    72 hours.
    """
    to = Path(to)
    if to.resolve().is_relative_to(Path(settings.BACKUP_DIR).resolve()):
        raise Refused(_("Keep copies of the keys apart from the backups. Choose another folder."))
    to.mkdir(parents=True, exist_ok=True, mode=0o700)
    now = timezone.now()
    copy = to / now.strftime(NAME)
    copy_database("keys", copy)
    if ask(copy, "PRAGMA integrity_check(1)")[0][0] != "ok":
        copy.unlink()
        raise Refused(_("The copy of the keys is not sound, so it was thrown away. Try again."))
    _let_go(to, now)
    tell(_("A copy of the keys is in %(copy)s. It will be let go after 72 hours.") % {"copy": copy})
    return 0


def _let_go(folder: Path, now: datetime) -> None:
    for path in folder.glob("keys-*.sqlite3"):
        at = datetime.strptime(path.name, NAME).replace(tzinfo=now.tzinfo)
        if now - at > KEPT_FOR:
            path.unlink()


def restore_keys(copy: Path, *, tell: Tell) -> int:
    """Put a copy of the keys back, then delete again every key that was erased since it was made.

    What was erased is known from the present key store, if it can still be read, and from every backup's
    manifest.
    """
    copy, home = Path(copy), Path(sqlite_connection("keys").settings_dict["NAME"])
    if not copy.is_file() or not _is_key_store(copy):
        raise Refused(_("%(copy)s is not a copy of the keys.") % {"copy": copy})
    erased = set(_erased_here(home)) | set(_erased_in_backups())
    connections["keys"].close()
    for name in (f"{home.name}-wal", f"{home.name}-shm"):
        home.with_name(name).unlink(missing_ok=True)
    put(copy, home)
    from alongside.kit.keys import erasing

    again = erasing.keep_erased(erased)
    tell(
        _("The keys are back. %(count)s of them had been erased since, and were erased again.")
        % {"count": again}
    )
    return 0


def _is_key_store(path: Path) -> bool:
    try:
        return bool(ask(path, "SELECT COUNT(*) FROM keys_itemkey"))
    except Database.DatabaseError:
        return False


def _erased_here(home: Path) -> list[uuid.UUID]:
    """The list of the erased in the present key store; empty when that cannot be read any more."""
    try:
        with closing(Database.connect(f"file:{home}?mode=ro", uri=True)) as store:
            return [uuid.UUID(row[0]) for row in store.execute("SELECT id FROM keys_erased")]
    except Database.DatabaseError:
        return []


def _erased_in_backups() -> Iterable[uuid.UUID]:
    below = Path(settings.BACKUP_DIR)
    folders = [path for path in below.glob("*") if IS_NAME.match(path.name)] if below.is_dir() else []
    return {uuid.UUID(key) for folder in folders for key in read_manifest(folder).erased}
