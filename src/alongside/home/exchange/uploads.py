"""Files as they come from a browser: several at once, or one zip, with limits; and a zip to take away."""

import base64
import binascii
import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Protocol

from django.utils.translation import gettext as _

from alongside.kit.errors import Refused

ENDINGS = {".csv", ".md", ".jpg"}
MOST_FILES = 120
MOST_BYTES = 8 * 1024 * 1024
STAMP = (2024, 1, 1, 0, 0, 0)
"""The same day in every zip, so that the same files make the same zip."""


class Upload(Protocol):
    """A file that a form brought."""

    name: str | None

    def read(self) -> bytes:
        """All of it."""


def files_in(uploads: Iterable[Upload]) -> dict[str, bytes]:
    """CSV and Markdown files and pictures by name, those in zips too. Refused, with what to do, when none or many."""
    files: dict[str, bytes] = {}
    for upload in uploads:
        name = PurePosixPath((upload.name or "").replace("\\", "/")).name
        found = _unzipped(upload.read(), name) if name.lower().endswith(".zip") else {name: upload.read()}
        files |= {each: content for each, content in found.items() if _counts(each)}
    if not files:
        raise Refused(
            _("There is no CSV or Markdown file in this. Choose the files of one series, or a zip of them.")
        )
    _check_size(len(files), sum(map(len, files.values())))
    return files


def _counts(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in ENDINGS and not name.startswith(".")


def _check_size(files: int, size: int) -> None:
    if files > MOST_FILES or size > MOST_BYTES:
        raise Refused(
            _(
                "This is more than one series can be here. Choose the files of one series only. "
                "One with many pictures comes in by the command."
            )
        )


def _unzipped(content: bytes, name: str) -> dict[str, bytes]:
    """The files of a zip without their folders. Sizes are checked before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            inside = [each for each in packed.infolist() if _counts(PurePosixPath(each.filename).name)]
            _check_size(len(inside), sum(each.file_size for each in inside))
            return {PurePosixPath(each.filename).name: packed.read(each) for each in inside}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError):
        raise Refused(
            _("We can't open “{name}”. Make the zip again, without a password.").format(name=name)
        ) from None


def zipped(files: Mapping[str, bytes]) -> bytes:
    """One zip of all files; the same files always make the same zip."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name, STAMP), content, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def carried(files: Mapping[str, bytes]) -> str:
    """The files as text that a preview hands on to the next step, so that nothing is kept before somebody says yes."""
    return base64.b64encode(zipped(files)).decode()


def carried_back(text: str) -> dict[str, bytes]:
    """The files out of that text."""
    try:
        return _unzipped(base64.b64decode(text, validate=True), "files.zip")
    except binascii.Error:
        raise Refused(_("Something got lost on the way. Please choose the files again.")) from None
