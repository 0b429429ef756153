"""`alongside languages`: what the pages of partners say, and which of it still waits for a translation.

`PATH` lists what a partner may come upon. What stands in `KEPT_WHOLE` must be in every catalogue (a guard checks it);
the rest, such as a kind of activity that was added last week, is shown as owed until somebody has translated it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from alongside.kit.languages import others
from alongside.kit.languages.catalogue import Entry, read_po, write_po
from alongside.kit.languages.compiling import catalogue_file
from alongside.kit.languages.finding import sentences_of

HERE = Path(__file__).resolve().parents[1]
INCLUDE = re.compile(r'{% include "([^"]+)"')
NOT_FOR_PARTNERS = frozenset({"MethodCard", "SetupForm", "LinesField", "Sample", "ListForm"})
KINDS = (
    "activities/kinds/*/templates/activities/*/answer.html",
    "activities/kinds/*/templates/activities/*/result.html",
    "activities/kinds/*/templates/activities/*/paper.html",
    "activities/kinds/*/templates/activities/*/_*.html",
    "activities/kinds/*/forms.py",
    "activities/kinds/*/kind.py",
    "activities/kinds/*/tally.py",
    "activities/kinds/*/words.py",
)
KEPT_WHOLE = (
    "kit/templates/ui/base.html",
    "kit/templates/ui/phone.html",
    "kit/templates/ui/public.html",
    "kit/templates/ui/paper.html",
    "kit/templates/ui/refused.html",
    "kit/templates/ui/errors/*.html",
    "kit/templates/ui/parts/[!st]*.html",
    "kit/templates/ui/parts/thread.html",
    "kit/access/middleware.py",
    "kit/access/passed_phone.py",
    "kit/ui/forms.py",
    "kit/ui/thread.py",
    "home/templates/home/front.html",
    "home/templates/home/_bunting.html",
    "home/templates/home/privacy.html",
    "resources/templates/resources/version.html",
    "resources/templates/resources/_section.html",
    "resources/templates/resources/_behind.html",
    "workshops/templates/workshops/phone/*.html",
    "workshops/forms/phone.py",
    "workshops/views/door.py",
    "workshops/views/letters.py",
    "workshops/actions/joining.py",
    "workshops/calendar.py",
    "workshops/templatetags/moments.py",
    "activities/templates/activities/answer.html",
    "activities/templates/activities/my_words.html",
    "activities/templates/activities/take_back.html",
    "activities/templates/activities/paper.html",
    "activities/templates/activities/parts/answer_*.html",
    "activities/templates/activities/parts/room_*.html",
    "activities/templates/activities/parts/on_wall.html",
    "activities/templates/activities/parts/translations.html",
    "activities/templates/activities/parts/also_in.html",
    "activities/templates/activities/parts/easy_read.html",
    "activities/templates/activities/parts/sheet.html",
    "activities/templates/activities/parts/picture_*.html",
    "activities/picture_questions.py",
    "activities/sheet_page.py",
    "activities/templates/activities/parts/stages.html",
    "activities/templates/activities/parts/table.html",
    "activities/api.py",
    "activities/views/phone.py",
    "activities/live/answer.py",
    "activities/live/asking.py",
    "activities/live/reading.py",
    "activities/live/writer.py",
    "activities/live/writing.py",
    "facilitation/templates/facilitation/phone/*.html",
    "recommendations/templates/recommendations/phone/*.html",
    "recommendations/saying.py",
    "recommendations/thread.py",
    "recommendations/letter.py",
)
IN_PART: dict[str, frozenset[str]] = {
    "kit/templatetags/ui.py": frozenset({"qr"}),
    "workshops/rules.py": frozenset(
        {"may_join", "door_sentence", "clock", "when_words", "may_take_part", "may_answer_invitation"}
    ),
    "resources/models.py": frozenset({"ResourceKind"}),
    "workshops/models/__init__.py": frozenset({"Mode"}),
    "activities/models.py": frozenset({"Translator"}),
    "activities/rules.py": frozenset({"may_answer", "may_take_back", "_NOT_NOW"}),
    "recommendations/forms.py": frozenset({"MeantForm"}),
    "recommendations/models.py": frozenset({"HowDecided", "Outcome", "Meant"}),
    "recommendations/actions/telling.py": frozenset({"say_meant"}),
}
"""Files in which only some functions and classes speak to partners."""


@dataclass(frozen=True)
class Owed:
    """A sentence that a catalogue does not have yet, and the file it stands in."""

    language: str
    entry: Entry
    file: str


def kept_whole() -> dict[Entry, str]:
    """Every sentence of the partner path that must be translated, with the first file it stands in."""
    files = [path for pattern in KEPT_WHOLE for path in sorted(HERE.glob(pattern))]
    found = _sentences(files)
    for name, only in IN_PART.items():
        for entry in sentences_of(HERE / name, leave_out=NOT_FOR_PARTNERS, only=only):
            found.setdefault(entry, name)
    return found


def of_kinds() -> dict[Entry, str]:
    """Every sentence that the kinds of activities say to partners."""
    files = [path for pattern in KINDS for path in sorted(HERE.glob(pattern))]
    return _sentences([*files, *_included(files)])


def _included(files: Iterable[Path]) -> list[Path]:
    """The templates of their own that these put in, such as a wall that the phone shows too."""
    found = []
    for path in files:
        for name in INCLUDE.findall(path.read_text(encoding="utf-8")) if path.suffix == ".html" else ():
            found.append(path.parents[2] / name)
    return [path for path in dict.fromkeys(found) if path.exists()]


def _sentences(files: Iterable[Path]) -> dict[Entry, str]:
    found: dict[Entry, str] = {}
    for path in files:
        for entry in sentences_of(path, leave_out=NOT_FOR_PARTNERS):
            found.setdefault(entry, str(path.relative_to(HERE)))
    return found


def catalogue(language: str) -> list[Entry]:
    """The catalogue of a language as it stands in git."""
    return read_po(catalogue_file(language).read_text(encoding="utf-8"))


def list_owed(language: str, sentences: dict[Entry, str]) -> Iterator[Owed]:
    """What a catalogue owes of these sentences."""
    done = {entry.key for entry in catalogue(language) if not entry.is_owed}
    return (Owed(language, entry, file) for entry, file in sentences.items() if entry.key not in done)


def refresh(language: str) -> tuple[int, int]:
    """Add what is owed to a catalogue with nothing said yet, and drop what no page says any more; (added, dropped)."""
    sentences = {**of_kinds(), **kept_whole()}
    head, *before = catalogue(language)
    kept = {entry.key: entry for entry in before}
    forms = int(head.said[0].split("nplurals=")[1].split(";")[0])
    entries = []
    for entry, file in sorted(sentences.items(), key=lambda pair: pair[1]):
        empty = ("",) * (forms if entry.plural else 1)
        known = kept.pop(entry.key, replace(entry, said=empty))
        remarks = tuple(note for note in known.notes if not note.startswith("#: "))
        entries.append(replace(known, notes=(*remarks, f"#: {file}")))
    catalogue_file(language).write_text(write_po([head, *entries]), encoding="utf-8")
    return len(entries) - (len(before) - len(kept)), len(kept)


def report(*, do_refresh: bool = False) -> int:
    """Say what each catalogue owes, by file; with `do_refresh` bring the catalogues in line with the pages first."""
    for language in others():
        if do_refresh:
            added, dropped = refresh(language)
            print(f"{language}: {added} added, {dropped} no longer said")
        owed = list(list_owed(language, {**kept_whole(), **of_kinds()}))
        print(f"{language}: {len(owed)} still to translate")
        for one in owed:
            print(f"  {one.file}: {one.entry.msgid[:90]}")
    return 0
