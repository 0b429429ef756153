"""Check an exported audit chain, with Python alone: `python3 verify.py FILE [--head NUMBER:HASH ...]`.

The file has one entry per line (JSON). Nothing else of Alongside is needed. With a head that was noted down
earlier (from an e-mail or from the closing screen) it also finds a chain that was cut off or written anew.
"""

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from json.encoder import encode_basestring_ascii
from pathlib import Path
from typing import Any

START = "0" * 64
FIELDS = ("number", "on", "who", "action", "thing", "refs", "commit", "previous")
ERASED = "content.erased"
WITHHELD = "withheld"
_WRITER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
_WRITE: defaultdict[type, Callable[[Any], str]] = defaultdict(
    lambda: _WRITER.encode, {str: encode_basestring_ascii, int: str}
)


def canonical(value: Any) -> bytes:
    """The one way to write a value as bytes, so that everybody gets the same hash."""
    return _WRITER.encode(value).encode()


def commitment(salt: str, content: Any) -> str:
    """SHA-256 over salt and content: binds the content and gives nothing of it away."""
    return commitment_to(bytes.fromhex(salt), canonical(content))


def commitment_to(salt: bytes, written: bytes) -> str:
    """The same for content that is in its canonical form already."""
    return hashlib.sha256(salt + written).hexdigest()


def entry_hash(entry: dict[str, Any]) -> str:
    """SHA-256 over everything but salt and content, the previous hash included."""
    return hash_of_values([entry[name] for name in FIELDS])


def hash_of_values(values: Iterable[Any]) -> str:
    """The same for the values of `FIELDS` in their order."""
    return hashlib.sha256(_line(values).encode()).hexdigest()


def _line(values: Iterable[Any]) -> str:
    """The canonical form of the list of values, put together from its parts, which takes half the time."""
    return "[" + ",".join([_WRITE[type(value)](value) for value in values]) + "]"


class Chain:
    """Walks over the entries once and collects, in sentences, what is wrong with them."""

    def __init__(self, heads: Iterable[tuple[int, str]] = ()) -> None:
        self.heads = list(heads)
        self.number = 0
        self.hash = START
        self.withheld = 0
        self.problems: list[str] = []
        self._seen: dict[int, str] = {number: START for number, _ in self.heads if number == 0}
        self._wanted = {number for number, _ in self.heads}
        self._blank: set[int] = set()
        self._erased: set[int] = set()

    def add(self, entry: dict[str, Any]) -> None:
        """Check one entry against the one before it."""
        try:
            self._check(entry)
        except (KeyError, TypeError, ValueError):
            self.problems.append(f"After entry {self.number} comes something that is not an entry.")

    def _check(self, entry: dict[str, Any]) -> None:
        number = entry["number"]
        if number != self.number + 1:
            self.problems.append(f"After entry {self.number} comes entry {number}.")
        if entry["previous"] != self.hash:
            self.problems.append(f"Entry {number} does not follow the entry before it.")
        if entry["hash"] != entry_hash(entry):
            self.problems.append(f"Entry {number} was changed.")
        self._check_content(entry)
        if entry["action"] == ERASED:
            self._erased |= set(entry["refs"]["entries"])
        self.number, self.hash = number, entry["hash"]
        if number in self._wanted:
            self._seen[number] = entry["hash"]

    def _check_content(self, entry: dict[str, Any]) -> None:
        if entry["salt"] == WITHHELD and entry["content"] is None:
            self.withheld += 1
        elif entry["salt"] == "" and entry["content"] is None:
            self._blank.add(entry["number"])
        elif len(entry["salt"]) != 32 or commitment(entry["salt"], entry["content"]) != entry["commit"]:
            self.problems.append(f"The content of entry {entry['number']} was changed.")

    def finish(self) -> list[str]:
        """All problems: those of the entries, of erased contents, and of the heads that were noted down."""
        for number in sorted(self._blank - self._erased):
            self.problems.append(
                f"The content of entry {number} is missing, and no entry says it was erased."
            )
        for number, noted in self.heads:
            if number not in self._seen:
                self.problems.append(
                    f"Entry {number}, whose head was noted down, is missing: the chain was cut."
                )
            elif self._seen[number] != noted:
                self.problems.append(
                    f"Entry {number} is not the one whose head was noted down: written anew."
                )
        return self.problems


def check(lines: Iterable[str], heads: Iterable[tuple[int, str]] = ()) -> Chain:
    """Check the lines of an export; the returned chain knows its number, its hash and its problems."""
    chain = Chain(heads)
    for line in lines:
        if not line.strip():
            continue
        try:
            chain.add(json.loads(line))
        except (ValueError, RecursionError):
            chain.problems.append(f"After entry {chain.number} comes a line that cannot be read.")
    chain.finish()
    return chain


def _head(text: str) -> tuple[int, str]:
    number, _, noted = text.partition(":")
    return int(number), noted.strip().lower()


def main(arguments: list[str] | None = None) -> int:
    """Print what was found; 0 when the chain is whole, 1 when it is not."""
    parser = argparse.ArgumentParser(description="Check an exported audit chain.")
    parser.add_argument("file", help="the exported file, one entry per line")
    parser.add_argument("--head", type=_head, action="append", default=[], metavar="NUMBER:HASH")
    asked = parser.parse_args(arguments)
    with Path(asked.file).open(encoding="utf-8") as lines:
        chain = check(lines, asked.head)
    for problem in chain.problems:
        print(problem)
    if chain.problems:
        print(f"Not whole: {len(chain.problems)} problem(s) in {chain.number} entries.")
        return 1
    print(f"Whole: {chain.number} entries. Head {chain.number}:{chain.hash}")
    if chain.withheld:
        print(
            f"The contents of {chain.withheld} entries are withheld in this file; the rest of them was checked."
        )
    if not asked.head:
        print(
            "Give the head that a partner noted down (--head) to find a chain that was cut or written anew."
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
