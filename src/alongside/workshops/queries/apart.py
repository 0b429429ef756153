"""Break-out groups of a session: who is in which."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from alongside.kit.db.written import Written
from alongside.methods.break_outs import MOST
from alongside.workshops.models import BreakOut, Seat, Session


@dataclass
class Group:
    """One break-out group with the people in it who are here."""

    group: BreakOut
    seats: list[Seat] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """Whether nobody more can choose it."""
        return len(self.seats) >= MOST


def groups_of(session: Session) -> list[Group]:
    """The groups of a session in order, each with its people. Two queries."""
    found = {each.pk: Group(each) for each in _GROUPS(session.pk)}
    for seat in _HERE(session.pk) if found else ():
        if seat.break_out_id in found:
            found[seat.break_out_id].seats.append(seat)
    return list(found.values())


def without_group(session: Session, groups: Sequence[Group]) -> list[Seat]:
    """Who is here and in none of these groups."""
    placed = {seat.pk for each in groups for seat in each.seats}
    return [seat for seat in _HERE(session.pk) if seat.pk not in placed] if groups else []


_GROUPS: Written[BreakOut] = Written(
    lambda session: BreakOut.objects.filter(session=session).order_by("number")
)
_HERE: Written[Seat] = Written(
    lambda session: (
        Seat.objects.filter(session=session, left_at=None, admitted_at__isnull=False)
        .select_related("group")
        .order_by("joined_at", "pk")
    )
)
