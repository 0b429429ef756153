"""What is wrong with a file, said so that a person can mend it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: in which file, on which line (0: the file as a whole), and what to do."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        if not self.line:
            return f"{self.file}: {self.what}"
        return _("%(file)s, line %(line)d: %(what)s") % {
            "file": self.file,
            "line": self.line,
            "what": self.what,
        }


class ImportRefused(Exception):
    """Nothing was imported. `problems` lists everything that is wrong, in the order of the files."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
