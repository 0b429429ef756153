"""Break-out groups: a split is suggested, moved by hand, and people go apart and come back."""

import random
from collections import Counter

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.methods import break_outs
from alongside.workshops import rules
from alongside.workshops.events import changed
from alongside.workshops.models import BreakOut, Seat, Session, Split

_dealer = random.SystemRandom()


@transaction.atomic
def split_up(*, session: Session, split: str, size: int, by: Viewer) -> list[BreakOut]:
    """Suggest groups for everybody who is here, in place of those there were; nobody goes anywhere yet."""
    session = _held(session)
    rules.may_split(session, by).require()
    if split not in Split.values[1:] or not break_outs.LEAST <= size <= break_outs.MOST:
        raise Refused(_("Choose how to split, and groups of 3 to 6 people."))
    here = _here(session)
    kinds = {seat.pk: seat.group_id for seat in here}
    seats = [seat.pk for seat in here]
    _dealer.shuffle(seats)
    if split == Split.ROLE:
        groups = break_outs.by_kind(seats, kinds, size)
    elif split == Split.MIXED:
        groups = break_outs.mixed(seats, kinds, size)
    else:
        groups = [[] for _number in range(break_outs.how_many(len(seats), size))]
    made = _make(session, groups)
    session.split = split
    session.save(update_fields=["split"])
    record("split into groups", session, by=by, content={"how": split, "groups": len(made)})
    changed(session.pk)
    return made


def _make(session: Session, groups: list[list[int]]) -> list[BreakOut]:
    session.break_outs.all().delete()
    made = [
        BreakOut(session=session, number=number, name=break_outs.name_of(number))
        for number in range(1, len(groups) + 1)
    ]
    BreakOut.objects.bulk_create(made)
    for each, seats in zip(made, groups, strict=True):
        session.seats.filter(pk__in=seats).update(break_out=each)
    return made


@transaction.atomic
def move_to_group(*, seat: Seat, number: int, by: Viewer) -> None:
    """Put one person into another group, before or while people are apart."""
    rules.may_do("run", seat.session.round.series.project_id, by).require()
    seat.break_out = seat.session.break_outs.filter(number=number).first()
    if seat.break_out is None:
        raise Refused(_("This group is not there any more."))
    seat.save(update_fields=["break_out"])
    record("moved to another group", seat, by=by, content={"group": number})
    changed(seat.session_id)


@transaction.atomic
def choose_group(*, seat: Seat, number: int, by: Viewer) -> None:
    """A partner picks a group that has room."""
    rules.may_choose_group(seat).require()
    group = seat.session.break_outs.select_for_update().filter(number=number).first()
    if group is None:
        raise Refused(_("This group is not there any more. Please pick another."))
    others = group.seats.filter(left_at=None).exclude(pk=seat.pk).count()
    if others >= break_outs.MOST:
        raise Refused(_("This group is full. Please pick another."))
    seat.break_out = group
    seat.save(update_fields=["break_out"])
    record("chose a group", seat, by=by, content={"group": number})
    changed(seat.session_id)


@transaction.atomic
def go_apart(*, session: Session, by: Viewer) -> None:
    """People go to their groups; who has none yet goes to the smallest."""
    session = _held(session)
    rules.may_go_apart(session, by).require()
    session.is_apart = True
    for seat in _here(session):
        if seat.break_out_id is None:
            seat.session = session
            place_newcomer(seat)
            seat.save(update_fields=["break_out"])
    session.save(update_fields=["is_apart"])
    record("went apart", session, by=by)
    changed(session.pk)


@transaction.atomic
def come_together(*, session: Session, by: Viewer) -> None:
    """Everybody is back. Who was with whom is forgotten when the groups are made anew, or the workshop ends."""
    rules.may_come_together(session, by).require()
    session.is_apart = False
    session.save(update_fields=["is_apart"])
    record("came together", session, by=by)
    changed(session.pk)


@transaction.atomic
def forget_groups(*, session: Session, by: Viewer) -> None:
    """There are no groups any more, and nobody can see who was with whom."""
    rules.may_do("run", session.round.series.project_id, by).require()
    if session.is_apart:
        raise Refused(_("People are in their groups. Bring everybody back first."))
    session.break_outs.all().delete()
    session.split = Split.NONE
    session.save(update_fields=["split"])
    record("groups forgotten", session, by=by)
    changed(session.pk)


def place_newcomer(seat: Seat) -> None:
    """Give somebody without a group a place in the smallest one, of their own kind where kinds are apart.

    The caller saves. While people choose for themselves, a newcomer chooses too, until everybody has gone.
    """
    session = seat.session
    if not session.split or (session.split == Split.CHOICE and not session.is_apart):
        return
    groups = {each.pk: each for each in session.break_outs.order_by("number")}
    members = session.seats.filter(left_at=None, break_out__isnull=False).values_list(
        "break_out_id", "group_id"
    )
    sizes = Counter(dict.fromkeys(groups, 0))
    sizes.update(group for group, _kind in members)
    if session.split == Split.ROLE:
        mine = {group for group, kind in members if kind == seat.group_id}
        sizes = Counter({pk: n for pk, n in sizes.items() if pk in mine}) or sizes
    place = break_outs.smallest({pk: sizes[pk] for pk in groups if pk in sizes})
    seat.break_out = groups[place] if place is not None else None


def _here(session: Session) -> list[Seat]:
    """Who is in the room now, with and without a phone."""
    return list(session.seats.filter(left_at=None, admitted_at__isnull=False).order_by("joined_at", "pk"))


def _held(session: Session) -> Session:
    held = Session.objects.select_for_update(of=("self",)).select_related("round__series")
    return held.get(pk=session.pk)
