"""What this capability asks those above it: which words and changes stand behind a version."""

from collections.abc import Callable
from dataclasses import dataclass

from alongside.kit.access import Viewer
from alongside.resources.models import Version


@dataclass(frozen=True)
class Behind:
    """One change that points at a version: at which place, what it says, and where its thread is.

    `voices` says in words how many stand behind it; `href` leads to the words for those who may read them.
    """

    place: str
    title: str
    text: str
    voices: str = ""
    href: str = ""


FindBehind = Callable[[Version, Viewer], list[Behind]]
_finders: list[FindBehind] = []


def register_behind(find: FindBehind) -> FindBehind:
    """Add a way of finding what stands behind a version."""
    if find not in _finders:
        _finders.append(find)
    return find


def behind(version: Version, viewer: Viewer) -> list[Behind]:
    """Everything that stands behind a version, for this viewer."""
    return [each for find in _finders for each in find(version, viewer)]
