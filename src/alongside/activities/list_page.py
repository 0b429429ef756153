"""The page on which the list is made: every item a row of boxes, every line said a choice of where it goes.

It works as one plain form. Names of its fields: `text-`, `heading-`, `place-` and `off-` with an item's key, `line-`
with a line's key (empty: not on the list, `new`: an item of its own, `under:` and a heading: one under it, else an
item's key), and `text-new` for words of the room's own. Below it, for kinds that have notes, a second form: `note-`
with an item's key, `-` and the note's key.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator

from alongside.activities import board, queries, rules
from alongside.activities.api import ActivityKind, Line, Listed, Note, Text
from alongside.activities.models import Activity
from alongside.activities.registry import kind_for
from alongside.kit.access import Viewer

UNDER = "under:"
LOOSE = 50
"""So many lines that are not on the list stand on one page."""

SHOWN = 30
"""So many of the lines under one item can be moved from it; the others are counted."""


@dataclass(frozen=True)
class Row:
    """An item as the page shows it, with the lines it stands on."""

    item: Listed
    place: int
    lines: list[Line]
    notes: list[tuple[Note, str]]

    @property
    def shown(self) -> list[Line]:
        """Those that can be moved here."""
        return self.lines[:SHOWN]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return len(self.lines) - len(self.shown)


@dataclass(frozen=True)
class Group:
    """The rows under one heading. `key` is what the form sends, `name` what people read; empty without a heading."""

    key: str
    name: Text
    rows: list[Row]


@dataclass
class ListPage:
    """One activity's list; `data` is what was sent in."""

    activity: Activity
    viewer: Viewer
    data: Mapping[str, Any] | None = None
    page: str = "1"

    @cached_property
    def lines(self) -> list[Line]:
        """Everything that was said, line by line."""
        return list(queries.lines_of(self.activity))

    @cached_property
    def items(self) -> list[Listed]:
        """The list: as it was sent in, else as it stands."""
        is_sent = self.data is not None and not self.is_notes
        return self.wanted() if is_sent else list(board.list_of(self.activity))

    def wanted(self) -> list[Listed]:
        """The list as the sent form wants it."""
        data = self.data or {}
        kept = [item for item in board.list_of(self.activity) if not data.get(f"off-{item['key']}")]
        placed = [
            (_number(data.get(f"place-{item['key']}"), at), at, item) for at, item in enumerate(kept, 1)
        ]
        items = [self._as_typed(item) for _place, _at, item in sorted(placed, key=lambda each: each[:2])]
        return [*items, *map(self._alone, filter(self._is_new, self.lines)), *self._own()]

    def _is_new(self, line: Line) -> bool:
        """Whether a line becomes an item: it was chosen, or all that are not on the list yet were."""
        to = str((self.data or {}).get(f"line-{line.key}"))
        return (
            to == "new"
            or to.startswith(UNDER)
            or (to == "" and bool((self.data or {}).get("all")) and line.key not in self._on)
        )

    @cached_property
    def _on(self) -> set[str]:
        return {line for item in board.list_of(self.activity) for line in item["of"]}

    def _as_typed(self, item: Listed) -> Listed:
        data, key = self.data or {}, item["key"]
        there = {line.key: data.get(f"line-{line.key}") for line in self.lines}
        stays = [line for line in item["of"] if there.get(line) in (None, key)]
        comes = [line for line, to in there.items() if to == key and line not in item["of"]]
        text, heading = data.get(f"text-{key}", item["text"]), data.get(f"heading-{key}", item["heading"])
        return {"key": key, "text": text, "heading": heading, "of": [*stays, *comes]}

    def _alone(self, line: Line) -> Listed:
        to = str((self.data or {}).get(f"line-{line.key}") or "")
        heading = to.removeprefix(UNDER) if to.startswith(UNDER) else line.heading
        return {"key": "", "text": line.text, "heading": heading, "of": [line.key]}

    def _own(self) -> list[Listed]:
        text = str((self.data or {}).get("text-new") or "").strip()
        heading = (self.data or {}).get("heading-new", "")
        return [{"key": "", "text": text, "heading": heading, "of": []}] if text else []

    @property
    def is_notes(self) -> bool:
        """Whether the second form was sent: what the team writes beside the lines."""
        return self.data is not None and "notes" in self.data

    def notes(self) -> dict[str, dict[str, str]]:
        """What was written beside each line, as it was sent."""
        kind, data = kind_for(self.activity.kind), self.data or {}
        return {
            item["key"]: {
                note.key: str(data[name])
                for note in kind.notes
                if (name := f"note-{item['key']}-{note.key}") in data
            }
            for item in board.list_of(self.activity)
        }

    def _notes_of(self, item: Listed) -> list[tuple[Note, str]]:
        typed = self.notes().get(item["key"], {}) if self.is_notes else {}
        kept = item.get("notes") or {}
        return [
            (note, typed.get(note.key, kept.get(note.key, ""))) for note in kind_for(self.activity.kind).notes
        ]

    def context(self, refused: str = "") -> dict[str, Any]:
        """For the template."""
        by_key, kind = {line.key: line for line in self.lines}, kind_for(self.activity.kind)
        rows = [
            Row(item, place, [by_key[line] for line in item["of"] if line in by_key], self._notes_of(item))
            for place, item in enumerate(self.items, 1)
        ]
        taken = {line.key for row in rows for line in row.lines}
        loose = [line for line in self.lines if line.key not in taken]
        return {
            "activity": self.activity,
            "session": self.activity.session,
            "series": self.activity.session.round.series,
            "stage": "run",
            "rows": rows,
            "groups": _grouped(rows, kind),
            "loose": Paginator(loose, LOOSE).get_page(self.page),
            "kind": kind,
            "is_said": bool(self.lines),
            "may": rules.may_arrange(self.activity, self.viewer),
            "may_undo": rules.may_undo_list(self.activity, self.viewer),
            "may_note": rules.may_note(self.activity, self.viewer),
            "refused": refused,
        }


def _grouped(rows: list[Row], kind: ActivityKind) -> list[Group]:
    """Headings in the order they came, fixed ones first and also when empty; rows without a heading last."""
    names: dict[str, Text] = dict(kind.headings)
    found: dict[str, list[Row]] = {key: [] for key in names}
    for row in rows:
        found.setdefault(row.item["heading"], []).append(row)
    order = sorted(found, key=lambda key: not key)
    return [Group(key, names.get(key, key), found[key]) for key in order]


def _number(typed: Any, otherwise: int) -> float:
    """Where an item goes. A place that was typed comes before the one that had it."""
    text = str(typed or "").strip()
    if not text.isdecimal() or int(text) == otherwise:
        return float(otherwise)
    return int(text) - 0.5 if int(text) < otherwise else int(text) + 0.5
