"""Bringing a backup back, or only trying it."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.kit.access import NOBODY
from alongside.kit.audit import head, record
from alongside.kit.backup.checking import DATABASE, Manifest, require_sound
from alongside.kit.backup.drill import drill
from alongside.kit.backup.files import put, sqlite_connection
from alongside.kit.errors import Refused

Tell = Callable[[str], None]


def restore(backup: Path, *, is_drill: bool = False, tell: Tell) -> int:
    """Put a backup in the place of the database, or with `is_drill` try it in a folder of its own; 0 when
    it works.

    The database of now is kept beside it. The keys are left as they are, so what was erased stays erased.
    """
    backup = Path(backup)
    manifest = require_sound(backup)
    tell(_("The copy of %(when)s is whole.") % {"when": manifest.made_at})
    if is_drill:
        return drill(backup / DATABASE, manifest, tell=tell)
    with _server_stopped():
        aside = _put_in_place(backup / DATABASE)
        _finish(manifest)
    tell(_("The backup is back. What was there before is kept in %(aside)s.") % {"aside": aside})
    return 0


@contextmanager
def _server_stopped() -> Iterator[None]:
    """Only while no server uses the data; Refused when one does."""
    with (Path(settings.DATA_DIR) / "server.lock").open("w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused(_("Alongside is running with this data. Stop it first, then restore.")) from None
        yield


def _put_in_place(copy: Path) -> Path:
    """Move the present database aside and the copy into its place; gives the folder of what was there."""
    home = Path(sqlite_connection("default").settings_dict["NAME"])
    connections["default"].close()
    aside = home.parent / timezone.now().strftime("before-restore-%Y%m%d-%H%M%S")
    aside.mkdir(mode=0o700)
    for name in (home.name, f"{home.name}-wal", f"{home.name}-shm"):
        if home.with_name(name).exists():
            home.with_name(name).rename(aside / name)
    put(copy, home)
    return aside


def _finish(manifest: Manifest) -> None:
    """Bring the copy up to date and write in its chain that it came back."""
    call_command("migrate", database="default", interactive=False, verbosity=0)
    with transaction.atomic():
        number, end = head()
        record(
            "backup.restored", "backup", by=NOBODY, refs={"made_at": manifest.made_at, "head": [number, end]}
        )
