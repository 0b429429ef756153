"""Makes the catalogues in git (`locale/<language>.po`) into what Django reads, in the data folder."""

import hashlib
import os
from pathlib import Path

from alongside.kit.languages.catalogue import read_po, write_mo

SOURCES = Path(__file__).resolve().parents[2] / "locale"
MARK = ".mark"


def catalogue_file(language: str) -> Path:
    """Where the catalogue of a language stands in git."""
    return SOURCES / language / "LC_MESSAGES" / "django.po"


def compile_catalogues(to: Path) -> bool:
    """Bring the compiled catalogues in `to` up to date; False when nothing had changed."""
    sources = sorted(SOURCES.glob("*/LC_MESSAGES/django.po"))
    now = _fingerprint(sources)
    mark = to / MARK
    if mark.exists() and mark.read_text() == now:
        return False
    for source in sources:
        made = to / source.relative_to(SOURCES).with_suffix(".mo")
        made.parent.mkdir(parents=True, exist_ok=True)
        unfinished = made.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(write_mo(read_po(source.read_text(encoding="utf-8"))))
        unfinished.replace(made)  # a process that reads it never meets half a file
    mark.write_text(now)
    return True


def _fingerprint(sources: list[Path]) -> str:
    """One word that changes when any catalogue does."""
    found = hashlib.sha256()
    for source in [*sources, Path(__file__), Path(__file__).with_name("catalogue.py")]:
        stat = source.stat()
        found.update(f"{source} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return found.hexdigest()
