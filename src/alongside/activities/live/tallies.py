"""The running result of each activity, in memory: read once from the store, then one step per contribution.

Only the painter's thread touches these.
"""

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from alongside.activities.api import Answer, Setup
from alongside.activities.board import given, stage_of, with_stage
from alongside.activities.counting import Counted, how_counted, in_steps_now, replayed
from alongside.activities.kept import unpack
from alongside.activities.live.contribution import Arrival
from alongside.activities.models import Activity, Contribution, ContributionQuerySet
from alongside.activities.queries import for_wall
from alongside.kit.db.written import Written
from alongside.kit.words import open_all


@dataclass(frozen=True, slots=True)
class Said:
    """One standing contribution."""

    answer: Answer
    mark: bytes
    slot: int = 0


class Running:
    """One activity's standing contributions and the tally over them; answers that are held back wait beside it.

    With `apart` only those of one break-out group, while people are apart.
    """

    def __init__(self, activity: Activity, apart: int = 0) -> None:
        self._apart = apart
        self._said: dict[str, Said] = {}
        self._people: Counter[bytes] = Counter()
        self._setup: Setup = {}
        self._how: tuple[tuple[bool, bool], ...] = ()
        self._tally: Counted
        self._result: Mapping[str, Any] | None = None
        self._expected: dict[str, Arrival] = {}
        self.is_behind = True
        self.use(activity)
        self.catch_up()

    @property
    def people(self) -> int:
        """How many have given an answer that stands."""
        return len(self._people)

    def use(self, activity: Activity) -> None:
        """Take over the activity as it is now; count again only when its set-up changed."""
        self.activity = activity
        setup, how = given(activity), how_counted(activity)
        is_same = self._setup is setup or (self._said and self._setup == setup)
        if is_same and how == self._how:
            return
        self._setup, self._how, self._result = setup, how, None
        self._tally = Counted(activity, setup)
        if in_steps_now(activity) and self._said:
            self._replay()
        else:
            for key, said in self._said.items():
                self._count(key, said)

    def _count(self, key: str, said: Said) -> None:
        self._tally.add(key, said.mark, said.slot, said.answer)

    def add(self, key: str, said: Said) -> None:
        """Count one contribution; one that is counted already changes nothing."""
        if key in self._said:
            return
        self._said[key], self._result = said, None
        self._people[said.mark] += 1
        self._count(key, said)

    def remove(self, key: str, *, is_replaced: bool = False) -> None:
        """Take one out; one that is not counted changes nothing."""
        said = self._said.pop(key, None)
        if said is None:
            return
        self._result = None
        self._people[said.mark] -= 1
        if not self._people[said.mark]:
            del self._people[said.mark]
        self._tally.remove(key, said.mark, said.slot, said.answer, is_replaced=is_replaced)

    def hear(self, arrival: Arrival) -> None:
        """Count what was just kept, in the place of what it replaces."""
        if arrival.replaces:
            self.remove(arrival.replaces, is_replaced=True)
        if self._apart not in {0, arrival.apart}:
            return
        self.add(arrival.id, self._said_of(arrival.answer, arrival.shown_as, arrival.slot, arrival.mark))

    def expect(self, arrival: Arrival) -> None:
        """Count it at the next `catch_up`, if it still stands then."""
        self._expected[arrival.id] = arrival

    def catch_up(self) -> None:
        """Before it is shown: look at the store if something else than answers changed, count what is expected.

        With several processes, news of an answer may come after news of what took its place, and what is drawn in
        steps must be drawn alike by all: the store knows what stands, and in which order it came.
        """
        if self.is_behind or (self._expected and in_steps_now(self.activity)):
            self.look_again(in_order=bool(self._expected))
        elif self._expected:
            self._count_expected()
        self._expected, self.is_behind = {}, False

    def _count_expected(self) -> None:
        standing = {str(pk) for (pk,) in _STANDING([uuid.UUID(key) for key in self._expected])}
        for key, arrival in self._expected.items():
            if key in standing:
                self.hear(arrival)
            elif arrival.replaces:
                self.remove(arrival.replaces, is_replaced=True)

    def _said_of(self, answer: Answer, shown_as: str, slot: int, mark: bytes) -> Said:
        staged = with_stage(self.activity, answer, slot)
        return Said(for_wall(self.activity, staged, shown_as, mark), mark, slot)

    def look_again(self, *, in_order: bool = False) -> None:
        """Bring the count in line with the store: one query, and two more when something new is there."""
        if in_steps_now(self.activity) and (in_order or not self._said):
            return self._replay()
        standing = self._rows().standing()
        there = {str(pk): pk for pk in standing.values_list("pk", flat=True)}
        gone = self._said.keys() - there.keys()
        replaced = self._replaced(gone) if gone and in_steps_now(self.activity) else set()
        for key in gone:
            self.remove(key, is_replaced=key in replaced)
        missing = [pk for key, pk in there.items() if key not in self._said]
        if missing:
            self._fetch(missing)
        return None

    def _rows(self) -> ContributionQuerySet:
        rows = Contribution.objects.filter(activity_id=self.activity.pk)
        return rows.filter(apart=self._apart) if self._apart else rows

    def _replaced(self, keys: Iterable[str]) -> set[str]:
        """Those of these that another answer of the same author stands in the place of."""
        rows = Contribution.objects.filter(pk__in=list(keys), replaced_at__isnull=False)
        return {str(pk) for pk in rows.values_list("pk", flat=True)}

    def _replay(self) -> None:
        """Count as the answers came, changed ones too, so that what was drawn at the last step is drawn now."""
        self._said, self._people, self._result = {}, Counter(), None
        self._tally = Counted(self.activity, self._setup)
        rows = list(self._rows())
        found = zip(rows, open_all([row.answer for row in rows]), strict=True)
        texts = {row: text for row, text in found if text is not None}
        for row, before in replayed(rows, texts, is_one_each=stage_of(self.activity).is_one_each):
            if row not in texts:
                self._tally.passed(bytes(row.mark), row.slot)
                continue
            if before is not None:
                self.remove(str(before.pk), is_replaced=True)
            self._add_row(row, texts[row])
        for row in texts:
            if row.hidden_at:
                self.remove(str(row.pk))

    def _add_row(self, row: Contribution, text: str) -> None:
        self.add(str(row.pk), self._said_of(unpack(text), row.shown_as, row.slot, bytes(row.mark)))

    def _fetch(self, missing: list[Any]) -> None:
        """Read and count those we do not have. One whose key was erased is not counted."""
        wanted = set(missing)
        rows = [row for row in self._rows().standing() if row.pk in wanted]
        for row, text in zip(rows, open_all([row.answer for row in rows]), strict=True):
            if text is not None:
                self._add_row(row, text)

    def result(self) -> Mapping[str, Any]:
        """The result as plain data; made again only after a change."""
        if self._result is None:
            self._result = self._tally.tally.result()
        return self._result


class Tallies:
    """The running activities. Those nobody looks at any more are let go."""

    MOST = 200

    def __init__(self, *, is_shared: bool = False) -> None:
        self._is_shared = is_shared
        self._running: dict[tuple[int, int], Running] = {}
        self._groups = (
            False  # whether any group's result was ever looked at: rooms without groups cost nothing more
        )

    def of(self, activity: Activity, apart: int = 0) -> Running:
        """The running result of an activity, or of one break-out group in it, read from the store the first time."""
        running = self._running.pop((activity.pk, apart), None)
        if running is None:
            running = Running(activity, apart)
            self._groups = self._groups or apart > 0
            while len(self._running) >= self.MOST:
                del self._running[next(iter(self._running))]
        else:
            running.use(activity)
            running.catch_up()
        self._running[activity.pk, apart] = running
        return running

    def hear(self, arrival: Arrival) -> None:
        """Count an arrival if its activity is looked at: now, or with several processes just before it is shown."""
        for apart in self._apart_in(arrival.activity_id):
            running = self._running[arrival.activity_id, apart]
            if self._is_shared:
                running.expect(arrival)
            else:
                running.hear(arrival)

    def _apart_in(self, activity_id: int) -> list[int]:
        """Which running results of an activity are looked at: the whole room's (0) and those of groups."""
        if not self._groups:
            return [0] if (activity_id, 0) in self._running else []
        return [apart for known, apart in self._running if known == activity_id]

    def look_again(self, session_id: int) -> None:
        """A session changed: its activities may have lost or won contributions. Seen when next they are shown."""
        for running in self._running.values():
            if running.activity.session_id == session_id:
                running.is_behind = True


_STANDING: Written[tuple[uuid.UUID]] = Written(
    lambda ids: Contribution.objects.standing().filter(pk__in=ids).order_by().values_list("pk")
)
