"""Making a backup while the server runs, and letting old ones go."""

import re
import shutil
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.kit.audit import verify
from alongside.kit.backup.checking import CHAIN, DATABASE, MANIFEST, Manifest, chain_lines, counts, faults
from alongside.kit.backup.files import copy_database, fingerprint, settle
from alongside.kit.errors import Refused
from alongside.kit.keys.models import Erased

Tell = Callable[[str], None]
NAME = "alongside-%Y%m%d-%H%M%S"
IS_NAME = re.compile(r"alongside-\d{8}-\d{6}$")
HOURLY = timedelta(hours=24)
DAILY = timedelta(days=30)


def back_up(to: Path | None = None, *, tell: Tell) -> int:
    """Write a checked copy into a new folder below `to` (or BACKUP_DIR); 0 when it is sound.

    Old copies below BACKUP_DIR are let go: hourly ones after a day, daily ones after 30 days.
    """
    below = Path(to or settings.BACKUP_DIR)
    _refuse_keys_inside(below)
    below.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder = below / timezone.now().strftime(NAME)
    manifest = make(folder)
    tell(_("A sound copy is in %(folder)s.") % {"folder": folder})
    tell(_("Head of the audit chain: %(number)s:%(hash)s") % {
        "number": manifest.head_number, "hash": manifest.head_hash,
    })  # fmt: skip
    if to is None:
        thin_out(below, timezone.now())
    return 0


def make(folder: Path) -> Manifest:
    """Copy, check, describe; the folder appears under its name only when all of it is sound."""
    part = folder.with_name(f"{folder.name}.part")
    part.mkdir(mode=0o700)
    try:
        manifest = _fill(part)
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    settle(folder)
    return manifest


def _fill(folder: Path) -> Manifest:
    database = folder / DATABASE
    copy_database("default", database)
    if wrong := faults(database, []):
        raise Refused(_("The copy is not sound, so it was thrown away. %(fault)s") % {"fault": wrong[0]})
    lines = chain_lines(database)
    (folder / CHAIN).write_text("".join(lines), encoding="utf-8")
    end = verify.check(lines)
    manifest = Manifest(
        made_at=timezone.now().isoformat(timespec="seconds"),
        sha256=fingerprint(database),
        head_number=end.number,
        head_hash=end.hash,
        counts=counts(database),
        erased=[key.hex for key in Erased.objects.values_list("id", flat=True)],
    )
    manifest.write(folder)
    for name in (CHAIN, MANIFEST):
        settle(folder / name)
    return manifest


def _refuse_keys_inside(below: Path) -> None:
    """A backup that holds the keys could bring erased words back."""
    keys = settings.DATABASES["keys"]
    if "sqlite" in keys["ENGINE"] and Path(keys["NAME"]).resolve().is_relative_to(below.resolve()):
        raise Refused(
            _("The keys of people's words lie in %(folder)s. Choose another folder.") % {"folder": below}
        )


def thin_out(below: Path, now: datetime) -> list[Path]:
    """Let go of copies that are older than their time; gives those that were removed."""
    made = sorted((path for path in below.iterdir() if IS_NAME.match(path.name)), reverse=True)
    kept = _to_keep(made, now)
    gone = [path for path in made if path not in kept]
    for path in gone:
        shutil.rmtree(path)
    return gone


def _to_keep(newest_first: Iterable[Path], now: datetime) -> set[Path]:
    """The newest of each hour of the last day, and of each day of the last 30."""
    kept: dict[str, Path] = {}
    for path in newest_first:
        at = datetime.strptime(path.name, NAME).replace(tzinfo=now.tzinfo)
        if now - at <= HOURLY:
            kept.setdefault(at.strftime("hour %Y%m%d%H"), path)
        if now - at <= DAILY:
            kept.setdefault(at.strftime("day %Y%m%d"), path)
    return set(kept.values())
