"""A version's text in sections, each with an address of its own, so that a change can point at its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.text import slugify

from alongside.resources.events import Behind

_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_FENCE = re.compile(r"^\s*(```|~~~)")


@dataclass
class Section:
    """A heading with the text under it (Markdown, heading included), and the changes that point at it."""

    slug: str
    heading: str
    text: str
    behind: list[Behind] = field(default_factory=list)


def sections_of(text: str, behind: Sequence[Behind] = ()) -> tuple[list[Section], list[Behind]]:
    """The sections, each with the changes that name its heading or quote from it, and the changes left over."""
    sections = _split(text)
    left = [each for each in behind if not _place(each, sections)]
    return sections, left


def headings_of(text: str) -> list[str]:
    """The headings of a text in order: the places a change can point at."""
    return [section.heading for section in _split(text) if section.heading]


def _split(text: str) -> list[Section]:
    sections: list[Section] = []
    lines: list[str] = []
    heading, is_code = "", False
    for line in text.splitlines():
        is_code ^= bool(_FENCE.match(line))
        found = None if is_code else _HEADING.match(line)
        if found:
            _close(sections, heading, lines)
            heading, lines = found.group(2), []
        lines.append(line)
    _close(sections, heading, lines)
    return sections


def _close(sections: list[Section], heading: str, lines: list[str]) -> None:
    text = "\n".join(lines).strip()
    if not text:
        return
    slug, taken = slugify(heading) or "start", {section.slug for section in sections}
    number = 2
    while slug in taken:
        slug, number = f"{slug.rsplit('--', 1)[0]}--{number}", number + 1
    sections.append(Section(slug, heading, text))


def _place(one: Behind, sections: list[Section]) -> bool:
    """Hang a change at its section: the heading it names, else the first text that holds its words."""
    wanted = _flat(one.place)
    if not wanted:
        return False
    by_heading = [section for section in sections if _flat(section.heading) == wanted]
    for section in by_heading or [section for section in sections if wanted in _flat(section.text)]:
        section.behind.append(one)
        return True
    return False


def _flat(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
