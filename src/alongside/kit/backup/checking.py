"""Is this copy sound? Asked when it is made, when it comes back, and in the drill."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from alongside.kit.audit import verify
from alongside.kit.audit.export import FIELDS
from alongside.kit.backup.files import ask, fingerprint
from alongside.kit.db.sqlite.library import Database
from alongside.kit.errors import Refused

DATABASE = "alongside.sqlite3"
CHAIN = "audit.jsonl"
MANIFEST = "manifest.json"
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"


@dataclass(frozen=True)
class Manifest:
    """What a backup says about itself."""

    made_at: str
    sha256: str
    head_number: int
    head_hash: str
    counts: dict[str, int] = field(default_factory=dict)
    erased: list[str] = field(default_factory=list)

    def write(self, folder: Path) -> None:
        """Put it beside the copy."""
        (folder / MANIFEST).write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """What a backup says about itself; Refused when the folder is not a backup."""
    try:
        return Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        raise Refused(_("%(folder)s is not a backup of Alongside.") % {"folder": folder}) from None


def counts(database: Path) -> dict[str, int]:
    """How many rows each table has."""
    tables = [str(row[0]) for row in ask(database, TABLES)]
    return {table: int(str(ask(database, f'SELECT COUNT(*) FROM "{table}"')[0][0])) for table in tables}  # noqa: S608


def chain_lines(database: Path) -> list[str]:
    """The audit chain of a copy, as the lines of an export."""
    columns = ", ".join(f'"{name}"' for name in FIELDS)
    rows = ask(database, f"SELECT {columns} FROM audit_entry ORDER BY number")  # noqa: S608
    entries = [dict(zip(FIELDS, row, strict=True)) for row in rows]
    for entry in entries:
        for name in ("refs", "content"):
            entry[name] = None if entry[name] is None else json.loads(str(entry[name]))
    return [json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries]


def faults(database: Path, heads: list[tuple[int, str]]) -> list[str]:
    """Everything wrong with a copy, in sentences; empty when it is sound."""
    try:
        return [*_file_faults(database), *verify.check(chain_lines(database), heads).problems]
    except Database.DatabaseError:
        return [_("The copy is damaged: it cannot be read as a database.")]


def _file_faults(database: Path) -> list[str]:
    found = []
    if ask(database, "PRAGMA integrity_check(1)")[0][0] != "ok":
        found.append(_("The copy is damaged: its pages do not fit together."))
    if ask(database, "PRAGMA foreign_key_check"):
        found.append(_("The copy is damaged: some rows point to others that are missing."))
    return found


def require_sound(folder: Path) -> Manifest:
    """The manifest of a backup that is whole and unchanged; Refused, with the first fault, when it is not."""
    manifest = read_manifest(folder)
    database = folder / DATABASE
    if not database.is_file() or fingerprint(database) != manifest.sha256:
        raise Refused(_("This backup was cut short or changed after it was made. Use another one."))
    wrong = faults(database, [(manifest.head_number, manifest.head_hash)])
    if counts(database) != manifest.counts:
        wrong.append(_("The copy does not hold as many rows as its manifest says."))
    if wrong:
        raise Refused(wrong[0])
    return manifest
