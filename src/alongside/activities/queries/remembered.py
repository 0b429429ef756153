"""Results of whole workshops, remembered until something is done: forty people read the same account afterwards.

Every action writes to the audit chain, so its end says whether anything was done since. When it has moved on, all that
is remembered is dropped: words that were taken back or erased do not stay in memory behind the next look.
"""

import threading
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from django.db.models import Count, Max
from django.utils.translation import get_language

from alongside.activities.api import Result
from alongside.activities.models import Activity, Contribution
from alongside.kit.audit import head
from alongside.kit.db.written import Written

MOST = 20
"""So many workshops are remembered by a process."""

Results = dict[int, Result]


class Remembered:
    """What was counted while the chain ended as it does now."""

    def __init__(self) -> None:
        self._end: Hashable = None
        self._kept: dict[Hashable, Results] = {}
        self._lock = threading.Lock()

    def results(self, activities: Sequence[Activity], count: Callable[[], Results]) -> Results:
        """The results of these activities, counted (`count`) where they are not remembered."""
        end, key = head(), _facts_of(activities)
        with self._lock:
            if end != self._end or len(self._kept) >= MOST:
                self._end, self._kept = end, {}
            found = self._kept.get(key)
        if found is None:
            found = count()
            with self._lock:
                if end == self._end:
                    self._kept[key] = found
        return dict(found)


def _facts_of(activities: Sequence[Activity]) -> Hashable:
    """All that a result hangs on: how the activities are set up and stand, their words, and the language."""
    standing = {pk: (count, newest) for pk, count, newest in _STANDING([one.pk for one in activities])}
    facts: list[Any] = [
        tuple(str(one.__dict__.get(name)) for name in _FIELDS) + (standing.get(one.pk),) for one in activities
    ]
    return get_language(), *facts


_FIELDS = [field.attname for field in Activity._meta.concrete_fields]
_STANDING: Written[tuple[int, int, Any]] = Written(
    lambda activities: (
        Contribution.objects.standing()
        .filter(activity__in=activities)
        .order_by()
        .values_list("activity")
        .annotate(Count("pk"), Max("created_at"))
    )
)
remembered = Remembered()
