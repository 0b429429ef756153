"""Whether contributions may come in now: is the activity open, is the seat still in the room?"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from alongside.activities.live.contribution import NewContribution
from alongside.activities.models import Activity
from alongside.activities.registry import kind_for
from alongside.activities.rules import may_answer
from alongside.kit.db.written import Written
from alongside.kit.errors import Refused
from alongside.workshops.models import Seat


@dataclass(frozen=True, slots=True)
class Asked:
    """The activities and seats that a batch speaks of, as the database has them now: two queries."""

    activities: Mapping[int, Activity]
    seats: Mapping[int, tuple[int, bool]]
    """Session of each seat, and whether it has left."""

    @classmethod
    def about(cls, batch: Sequence[NewContribution]) -> "Asked":
        """Look them up inside the transaction, which holds the activities as they are until it ends."""
        seats = _SEATS({new.seat_id for new in batch} - {None})
        return cls(
            {each.pk: each for each in _ACTIVITIES({new.activity_id for new in batch})},
            {pk: (session_id, left_at is not None) for pk, session_id, left_at in seats},
        )

    def is_one_each(self, activity_id: int, slot: int) -> bool:
        """One standing answer each, by the kind of the activity and the stage of the answer."""
        return kind_for(self.activities[activity_id].kind).stage(slot).is_one_each

    def is_anonymous(self, new: NewContribution) -> bool:
        """Whether the author must not be kept."""
        return self.activities[new.activity_id].is_anonymous

    def refusals(self, batch: Sequence[NewContribution]) -> dict[uuid.UUID, Refused]:
        """Those that may not come in, each with the sentence for its author."""
        stages = {(new.activity_id, new.slot) for new in batch}
        not_now = {place: self._why_not_now(*place) for place in stages}
        found = {}
        for new in batch:
            why = not_now[new.activity_id, new.slot] if not new.captured_by else self._why_never(new)
            if why or (why := self._why_not_seat(new)):
                found[new.id] = Refused(why)
        return found

    def _why_never(self, new: NewContribution) -> str:
        return "" if new.activity_id in self.activities else _("This question is not here any more.")

    def _why_not_now(self, activity_id: int, slot: int) -> str:
        activity = self.activities.get(activity_id)
        if activity is None:
            return _("This question is not here any more.")
        return may_answer(activity, slot).because

    def _why_not_seat(self, new: NewContribution) -> str:
        if new.seat_id is None:
            return ""
        session_id, has_left = self.seats.get(new.seat_id, (0, False))
        if session_id != self.activities[new.activity_id].session_id:
            return _("This question is not for this workshop.")
        return _("You left this workshop. To come back, open your own link again.") if has_left else ""


_ACTIVITIES: Written[Activity] = Written(
    lambda ids: (
        Activity.objects.filter(pk__in=ids)
        .only("id", "session_id", "kind", "state", "stage", "is_anonymous")
        .order_by()
        .select_for_update(of=("self",), no_key=True)
    )
)
_SEATS: Written[tuple[int, int, datetime | None]] = Written(
    lambda ids: Seat.objects.filter(pk__in=ids).order_by().values_list("pk", "session_id", "left_at")
)
