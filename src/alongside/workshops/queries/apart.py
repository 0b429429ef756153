"""Break-out groups of a session: who is in which."""

from collections.abc import Sequence
from dataclasses import dataclass, field

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
    found = {each.pk: Group(each) for each in session.break_outs.order_by("number")}
    for seat in _here(session) if found else ():
        if seat.break_out_id in found:
            found[seat.break_out_id].seats.append(seat)
    return list(found.values())


def without_group(session: Session, groups: Sequence[Group]) -> list[Seat]:
    """Who is here and in none of these groups."""
    placed = {seat.pk for each in groups for seat in each.seats}
    return [seat for seat in _here(session) if seat.pk not in placed] if groups else []


def _here(session: Session) -> list[Seat]:
    here = session.seats.filter(left_at=None, admitted_at__isnull=False).select_related("group")
    return list(here.order_by("joined_at", "pk"))
