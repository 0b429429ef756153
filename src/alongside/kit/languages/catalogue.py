"""A catalogue of translated sentences: read from a `.po` file, written to one, and made into a `.mo` file.

The formats are those of GNU gettext; only what our catalogues use is understood. Pure, without Django.
"""

import ast
import re
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

LINE = re.compile(r'(?:(msgid|msgid_plural|msgctxt)|msgstr(?:\[(\d+)\])?)?\s*("(?:[^"\\]|\\.)*")')
MAGIC = 0x950412DE
CONTEXT = "\x04"


@dataclass(frozen=True)
class Entry:
    """One sentence with its translation; several when it counts something. An empty translation is still owed."""

    msgid: str
    plural: str = ""
    context: str = ""
    said: tuple[str, ...] = ("",)
    notes: tuple[str, ...] = field(default=(), compare=False)
    """Lines of comment that stand before it, such as where it is used."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it this sentence and no other."""
        return self.context, self.msgid, self.plural

    @property
    def is_owed(self) -> bool:
        """Whether it still waits for somebody to translate it, or for somebody to look at a doubtful one."""
        return not all(self.said) or any("fuzzy" in note for note in self.notes if note.startswith("#,"))


def read_po(text: str) -> list[Entry]:
    """The entries of a `.po` file, its header (the entry of the empty sentence) first; ValueError on a bad line."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return [entry for block in blocks if (entry := _entry(block)) is not None]


def _entry(block: str) -> Entry | None:
    """One block of lines; None for a block of comments alone (such as sentences that went out of use)."""
    notes = tuple(line for line in block.splitlines() if line.startswith("#"))
    parts: dict[str, str] = {}
    at = ""
    for line in block.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        found = LINE.fullmatch(line.strip())
        if found is None:
            raise ValueError(f"cannot read this line of a catalogue: {line}")
        if not line.startswith('"'):
            at = found[1] or f"msgstr{found[2] or 0}"
        parts[at] = parts.get(at, "") + ast.literal_eval(found[3])
    if "msgid" not in parts:
        return None
    said = tuple(parts[name] for name in sorted(parts) if name.startswith("msgstr"))
    return Entry(
        parts["msgid"], parts.get("msgid_plural", ""), parts.get("msgctxt", ""), said or ("",), notes
    )


def write_po(entries: Iterable[Entry]) -> str:
    """The entries as a `.po` file."""
    return "\n".join(_block(entry) for entry in entries)


def _block(entry: Entry) -> str:
    lines = [*entry.notes]
    if entry.context:
        lines += [f"msgctxt {_quoted(entry.context)}"]
    lines += [f"msgid {_quoted(entry.msgid)}"]
    if entry.plural:
        lines += [f"msgid_plural {_quoted(entry.plural)}"]
        lines += [f"msgstr[{number}] {_quoted(said)}" for number, said in enumerate(entry.said)]
    else:
        lines += [f"msgstr {_quoted(entry.said[0])}"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A text as gettext writes it: one line of the file for each line of the text."""
    pieces = text.split("\n")
    whole = [piece + "\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])
    shown = [f'"{_escaped(piece)}"' for piece in whole] or ['""']
    return shown[0] if len(shown) == 1 else "\n".join(['""', *shown])


def _escaped(text: str) -> str:
    for plain, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(plain, written)
    return text


def write_mo(entries: Sequence[Entry]) -> bytes:
    """The entries as a `.mo` file, as the machine reads it. Those still owed are left out, so English shows."""
    ready = {_source(entry): "\0".join(entry.said) for entry in entries if not entry.is_owed}
    pairs = sorted((key.encode(), value.encode()) for key, value in ready.items())
    at = 28 + 16 * len(pairs)
    keys: list[int] = []
    values: list[int] = []
    text = b""
    for column, table in ((0, keys), (1, values)):
        for pair in pairs:
            table += [len(pair[column]), at + len(text)]
            text += pair[column] + b"\0"
    head = struct.pack("<7I", MAGIC, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, at)
    return head + struct.pack(f"<{4 * len(pairs)}I", *keys, *values) + text


def _source(entry: Entry) -> str:
    said = f"{entry.msgid}\0{entry.plural}" if entry.plural else entry.msgid
    return f"{entry.context}{CONTEXT}{said}" if entry.context else said
