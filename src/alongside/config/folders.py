"""`alongside import` and `alongside export`: a series as a folder of plain files."""

import sys
from pathlib import Path

from alongside.home.exchange import ImportRefused, Report, export_files, import_files
from alongside.kit.access import NOBODY
from alongside.workshops.models import Series

ENDINGS = {".csv", ".md", ".jpg"}
BAR = 30


def read_folder(folder: Path) -> dict[str, bytes]:
    """The CSV and Markdown files and the pictures of a folder by name; ValueError when it is none."""
    if not folder.is_dir():
        raise ValueError(f"{folder} is not a folder.")
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix in ENDINGS}


def import_folder(folder: Path) -> int:
    """Bring a series in and say what came of it; 1 when nothing was kept, with each mistake by file and line."""
    try:
        report = import_with_progress(folder)
    except ImportRefused as refused:
        for problem in refused.problems:
            print(problem, file=sys.stderr)
        print(f"Nothing was imported. Mend {len(refused.problems)} and try again.", file=sys.stderr)
        return 1
    print(report)
    return 0


def import_with_progress(folder: Path) -> Report:
    """Bring a series in, with a line that shows how far it is."""
    return import_files(read_folder(folder), by=NOBODY, tell=_progress)


def _progress(file: str, done: int, of: int) -> None:
    """One line that fills, on a terminal only."""
    if not sys.stderr.isatty():
        return
    full = BAR * done // of
    end = "\n" if done == of else ""
    print(f"\r  {'━' * full}{'┄' * (BAR - full)} {file:<24}", end=end, file=sys.stderr, flush=True)


def export_folder(key: str, folder: Path) -> int:
    """Write a series as files into a folder that is new or empty."""
    if folder.exists() and any(folder.iterdir()):
        raise ValueError(f"{folder} is not empty. Name a folder that does not exist yet.")
    series = series_named(key)
    files = export_files(series)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    print(f"Wrote {len(files)} files to {folder}.")
    return 0


def series_named(key: str) -> Series:
    """The series with this key or number; ValueError with those there are."""
    return Series.objects.filter(key=key).first() or _by_number(key)


def _by_number(text: str) -> Series:
    series = Series.objects.filter(pk=int(text)).first() if text.isdigit() else None
    if series is None:
        known = ", ".join(Series.objects.values_list("key", flat=True)) or "none yet"
        raise ValueError(f"there is no series “{text}”. There are: {known}.")
    return series
