"""Whether contributions may come in now: is the activity open, is the seat still in the room?"""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from alongside.activities.live.contribution import NewContribution
from alongside.activities.models import Activity, GivenPicture, Sight
from alongside.activities.registry import kind_for
from alongside.activities.rules import may_answer
from alongside.kit.db.written import Written
from alongside.kit.errors import Refused
from alongside.workshops.models import Seat


def pictures_in(new: NewContribution, activity: Activity) -> list[uuid.UUID]:
    """The ids of the pictures an answer names, and of its sheet."""
    fields = kind_for(activity.kind).picture_fields
    if not fields and new.sheet is None:
        return []
    named = [new.answer.get(name) for name in fields]
    return [uuid.UUID(str(each)) for each in named if each] + ([new.sheet] if new.sheet else [])


def _there(pictures: Collection[uuid.UUID]) -> dict[uuid.UUID, GivenPicture]:
    """Those that were not erased, without their contents."""
    there = GivenPicture.objects.filter(large__isnull=False).defer("small", "large")
    return there.in_bulk(pictures) if pictures else {}


def _is_theirs(picture: GivenPicture, new: NewContribution) -> bool:
    is_same_hand = (
        picture.captured_by_id == new.captured_by if new.captured_by else bytes(picture.mark) == new.mark
    )
    is_right_use = picture.is_sheet == (picture.pk == new.sheet)
    return is_same_hand and is_right_use and picture.activity_id == new.activity_id


def apart_of(seat: Seat) -> int:
    """The number of the break-out group somebody is in now; 0 while everybody is together."""
    return seat.break_out.number if seat.session.is_apart and seat.break_out is not None else 0


class SeatNow(NamedTuple):
    """Where a seat is: its session, whether it has left, and its break-out group while people are apart."""

    session_id: int
    has_left: bool
    apart: int


@dataclass(frozen=True, slots=True)
class Asked:
    """The activities and seats that a batch speaks of, as the database has them now: two queries."""

    activities: Mapping[int, Activity]
    seats: Mapping[int, SeatNow]
    pictures: Mapping[uuid.UUID, GivenPicture] = field(default_factory=dict)

    @classmethod
    def about(cls, batch: Sequence[NewContribution]) -> "Asked":
        """Look them up inside the transaction, which holds the activities as they are until it ends."""
        found = {each.pk: each for each in _ACTIVITIES({new.activity_id for new in batch})}
        seats = {
            pk: SeatNow(session_id, left_at is not None, (number or 0) if is_apart else 0)
            for pk, session_id, left_at, is_apart, number in _SEATS({new.seat_id for new in batch} - {None})
        }
        named = {
            each
            for new in batch
            if new.activity_id in found
            for each in pictures_in(new, found[new.activity_id])
        }
        return cls(found, seats, _there(named))

    def pictures_of(self, new: NewContribution) -> dict[uuid.UUID, str]:
        """The pictures an answer names, each with who may see it; that of a sheet too."""
        if not self.pictures:
            return {}
        may_see = str(new.answer.get("picture_may_see") or Sight.ROOM)
        return dict.fromkeys(pictures_in(new, self.activities[new.activity_id]), may_see)

    def is_one_each(self, activity_id: int, slot: int) -> bool:
        """One standing answer each, by the kind of the activity and the stage of the answer."""
        return kind_for(self.activities[activity_id].kind).stage(slot).is_one_each

    def takes_pictures(self, activity_id: int) -> bool:
        """Whether answers to the activity may hold pictures."""
        return bool(kind_for(self.activities[activity_id].kind).picture_fields)

    def is_anonymous(self, new: NewContribution) -> bool:
        """Whether the author must not be kept."""
        return self.activities[new.activity_id].is_anonymous

    def apart(self, new: NewContribution) -> int:
        """The break-out group its author is in while people are apart; 0 in the whole room."""
        seat = self.seats.get(new.seat_id) if new.seat_id is not None else None
        return seat.apart if seat is not None else new.apart

    def refusals(self, batch: Sequence[NewContribution]) -> dict[uuid.UUID, Refused]:
        """Those that may not come in, each with the sentence for its author."""
        stages = {(new.activity_id, new.slot) for new in batch if new.activity_id in self.activities}
        not_now = {(pk, slot): may_answer(self.activities[pk], slot).because for pk, slot in stages}
        return {new.id: Refused(why) for new in batch if (why := self._why_not(new, not_now))}

    def _why_not(self, new: NewContribution, not_now: Mapping[tuple[int, int], str]) -> str:
        activity = self.activities.get(new.activity_id)
        if activity is None:
            return _("This question is not here any more.")
        if new.seat_id is not None and (why := self._why_not_seat(new.seat_id, activity)):
            return why
        because = "" if new.captured_by else not_now[new.activity_id, new.slot]
        return because or self._why_not_pictures(new, activity)

    def _why_not_pictures(self, new: NewContribution, activity: Activity) -> str:
        """Every picture named is there, of the same hand, and in no other answer that stands beside this one."""
        for pk in pictures_in(new, activity):
            picture = self.pictures.get(pk)
            if picture is None or not _is_theirs(picture, new):
                return _("We do not have this picture any more. Please choose it again.")
            is_taken = picture.contribution_id not in {None, new.id}
            if is_taken and not self.is_one_each(activity.pk, new.slot):
                return _("This picture is in another answer of yours. Please choose it again.")
        return ""

    def _why_not_seat(self, seat_id: int, activity: Activity) -> str:
        seat = self.seats.get(seat_id)
        if seat is None or seat.session_id != activity.session_id:
            return _("This question is not for this workshop.")
        return _("You left this workshop. To come back, open your own link again.") if seat.has_left else ""


_ACTIVITIES: Written[Activity] = Written(
    lambda ids: (
        Activity.objects.filter(pk__in=ids)
        .only("id", "session_id", "kind", "state", "stage", "is_anonymous")
        .order_by()
        .select_for_update(of=("self",), no_key=True)
    )
)
_SEATS: Written[tuple[int, int, datetime | None, bool, int | None]] = Written(
    lambda ids: (
        Seat.objects.filter(pk__in=ids)
        .order_by()
        .values_list("pk", "session_id", "left_at", "session__is_apart", "break_out__number")
    )
)
