"""The kinds of activity there are, by their keys."""

from functools import cache
from importlib import import_module

from alongside.activities.api import ActivityKind
from alongside.activities.discovery import found_apps
from alongside.kit.errors import NotVisible


@cache
def _kinds() -> dict[str, ActivityKind]:
    kinds: dict[str, ActivityKind] = {}
    for app in found_apps():
        kind = import_module(f"{app}.kind").KIND
        if kind.key in kinds:
            raise RuntimeError(f"Two kinds are called “{kind.key}”. The one in {app} needs another key.")
        kinds[kind.key] = kind
    return kinds


def all_kinds() -> list[ActivityKind]:
    """Every kind, by name."""
    return sorted(_kinds().values(), key=lambda kind: str(kind.name))


def kind_for(key: str) -> ActivityKind:
    """The kind with this key. NotVisible when its package is not installed here."""
    try:
        return _kinds()[key]
    except KeyError:
        raise NotVisible(key) from None


def forget() -> None:
    """Look again next time: a package was added while we run (tests do this)."""
    _kinds.cache_clear()
