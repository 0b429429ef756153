"""A contribution on its way in, and what its author hears back."""

import uuid
from dataclasses import dataclass, field

from alongside.activities.api import Answer
from alongside.kit.access import NOBODY, Viewer
from alongside.kit.errors import Refused

BUSY, FULL = 503, 507


@dataclass(frozen=True, slots=True)
class NewContribution:
    """An answer that its kind's form found good.

    `id` was made on the phone or put into the form, so that a resend is the same contribution. `mark` is
    `workshops.seats.mark_for(secret, activity_id)`. `seat_id` says who asks: the seat must still be in the room; it is
    kept with the words only when the activity shows names. `slot` is the stage it was given in, `apart` the break-out
    group where no seat is named. For somebody without a phone `captured_by` is the account that typed, `by` its viewer,
    `came_by` the way it came in, and `seat_id` the seat it was typed for (or None); `sheet` is the picture of the sheet
    it was typed from.
    """

    id: uuid.UUID
    activity_id: int
    answer: Answer
    mark: bytes
    seat_id: int | None = None
    shown_as: str = ""
    language: str = "en-gb"
    schema: int = 1
    slot: int = 0
    apart: int = 0
    captured_by: int | None = None
    came_by: str = ""
    is_read_back: bool = False
    sheet: uuid.UUID | None = None
    by: Viewer = field(default=NOBODY)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The proof that it is kept: number and words of its line in the audit chain."""

    id: uuid.UUID
    number: int
    words: str
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the rooms need to know about a contribution that is now kept."""

    id: str
    activity_id: int
    session_id: int
    mark: bytes
    answer: Answer
    shown_as: str = ""
    replaces: str = ""
    slot: int = 0
    apart: int = 0


class TryAgain(Refused):
    """Not kept, through no fault of the author: the words stay on the phone, which tries again after a while."""

    def __init__(self, because: str, status: int = BUSY, after: int = 3) -> None:
        super().__init__(because)
        self.status = status
        self.after = after
