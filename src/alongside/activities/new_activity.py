"""`alongside new-activity NAME`: a folder for a new kind, small and whole, that passes conformance as it is."""

import keyword
import re
from collections.abc import Callable
from pathlib import Path

from alongside.activities.discovery import FOLDER, OURS

SHAPE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
PATTERNS = Path(__file__).parent / "patterns"
WORDS = Path(__file__).parents[3] / "docs" / "words.md"


def write_folder(name: str, *, tell: Callable[[str], None]) -> int:
    """What the command does: make the folder and say what to do next. 0 when all went well, else 1."""
    try:
        made = make_kind(name)
    except ValueError as wrong:
        tell(str(wrong))
        return 1
    tell(f"Made {made}. It works as it is; change it file by file (docs/how-to/add-an-activity.md).")
    tell(f'Try it: .venv/bin/python -m pytest -n 0 -k "conformance and {name}"')
    return 0


def make_kind(name: str, *, folder: Path = FOLDER, package: str = OURS, words: Path | None = WORDS) -> Path:
    """Write the folder of a new kind called `name` and add it to the glossary; raises ValueError with a sentence."""
    if not SHAPE.fullmatch(name) or keyword.iskeyword(name):
        raise ValueError(f"“{name}” cannot be the name. Write small letters, joined by _, such as card_sort.")
    made = folder / name
    if made.exists():
        raise ValueError(f"There is a kind called “{name}” already, in {made}.")
    for pattern in sorted(PATTERNS.rglob("*.txt")):
        target = made / _fill(str(pattern.relative_to(PATTERNS).with_suffix("")), name, package)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_fill(pattern.read_text(encoding="utf-8"), name, package), encoding="utf-8")
    if words is not None and words.exists():
        _add_to_words(words, name)
    return made


def _fill(text: str, name: str, package: str) -> str:
    """Put the name into a pattern: __key__, __Class__, __Title__, __package__."""
    parts = name.split("_")
    filled = {
        "__key__": name,
        "__Class__": "".join(part.capitalize() for part in parts),
        "__Title__": " ".join(parts).capitalize(),
        "__package__": f"{package}.{name}",
    }
    for mark, word in filled.items():
        text = text.replace(mark, word)
    return text


def _add_to_words(words: Path, name: str) -> None:
    """A line in the glossary, behind that of Kind; the author says there what the kind is."""
    title = " ".join(name.split("_")).capitalize()
    text = words.read_text(encoding="utf-8")
    if f"**{title}**" in text:
        return
    lines = text.splitlines(keepends=True)
    after = next((n for n, line in enumerate(lines) if line.startswith("- **Kind**")), len(lines) - 1)
    lines.insert(after + 1, f"- **{title}**: everybody writes one short answer.\n")
    words.write_text("".join(lines), encoding="utf-8")
