"""Keeping a batch of contributions in one transaction: sealed first, then checked, stored and put in the chain."""

import hashlib
import logging
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.activities.kept import pack
from alongside.activities.live.asking import Asked
from alongside.activities.live.contribution import FULL, Arrival, NewContribution, Receipt, TryAgain
from alongside.activities.live.tying import tie
from alongside.activities.models import Contribution
from alongside.kit.access import NOBODY, Viewer
from alongside.kit.audit import Line, receipt_for, record_all
from alongside.kit.audit.receipts import words_of
from alongside.kit.db.rows import Rows
from alongside.kit.db.written import Written
from alongside.kit.errors import Refused
from alongside.kit.words import Sealed, erase_all, seal_all

log = logging.getLogger(__name__)
Outcome = Receipt | Exception
Id = uuid.UUID


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a batch: one outcome for each, in order, and the news for the rooms."""

    outcomes: list[Outcome]
    arrivals: list[Arrival]


def keep_safely(batch: Sequence[NewContribution]) -> Kept:
    """Keep a batch whatever happens: if it fails as a whole, each by itself; a fault becomes that one's outcome."""
    try:
        return keep(batch)
    except Exception as problem:
        connection.close()
        if _is_no_room(problem) or len(batch) == 1:
            return Kept([_fault(problem)] * len(batch), [])
    singly = [keep_safely([new]) for new in batch]
    return Kept([each.outcomes[0] for each in singly], [news for each in singly for news in each.arrivals])


def keep(batch: Sequence[NewContribution]) -> Kept:
    """Keep a batch in one transaction; one that is known already is answered with its first receipt."""
    known = _known([new.id for new in batch])
    first: dict[Id, NewContribution] = {}
    for new in batch:
        if new.id not in known:
            first.setdefault(new.id, new)
    fresh = list(first.values())
    sealed = seal_all([pack(new.answer, new.schema) for new in fresh]) if fresh else []
    boxes = dict(zip(first, sealed, strict=True))
    outcomes: dict[Id, Outcome] = {}
    arrivals = _store(fresh, boxes, outcomes) if fresh else []
    return Kept([_outcome(new, known, outcomes, first) for new in batch], arrivals)


def _known(ids: Sequence[Id]) -> dict[Id, bytes]:
    """The marks of those that were kept before."""
    return {pk: bytes(mark) for pk, mark in _KEPT(ids)}


def _store(
    wanted: Sequence[NewContribution], boxes: Mapping[Id, Sealed], outcomes: dict[Id, Outcome]
) -> list[Arrival]:
    """The transaction: may each come in, then rows and chain; fills in the outcomes. Those refused lose their keys."""
    with transaction.atomic():
        asked = Asked.about(wanted)
        refused = asked.refusals(wanted)
        good = [new for new in wanted if new.id not in refused] if refused else wanted
        now = timezone.now()
        replaced = _replaced(good, asked)
        _ROWS.add(_rows(good, asked, boxes, now, set(replaced.values())))
        _ROWS.stamp("replaced_at", now, set(replaced.values()))
        named = {new.id: asked.pictures_of(new) for new in good} if asked.pictures else {}
        tie(named, _may_let_go(replaced, good, asked))
        entries = record_all([_line(new, asked, boxes[new.id]) for new in good])
    outcomes.update(refused)
    for new, entry in zip(good, entries, strict=True):
        outcomes[new.id] = Receipt(new.id, entry.number, words_of(entry.hash))
    if refused:
        erase_all([boxes[each] for each in refused])
    return [_arrival(new, asked, replaced.get(new.id)) for new in good]


def _rows(
    good: Sequence[NewContribution], asked: Asked, boxes: Mapping[Id, Sealed], now: datetime, old: set[Id]
) -> list[Sequence[Any]]:
    """The values of new rows, in the order of `_ROWS`."""
    anonymous = {pk for pk, activity in asked.activities.items() if activity.is_anonymous}
    rows: list[Sequence[Any]] = []
    for new in good:
        is_named = new.activity_id not in anonymous
        seat_id, shown_as = (new.seat_id, new.shown_as) if is_named else (None, "")
        place = (new.id, new.activity_id, new.mark, new.slot, asked.apart(new), seat_id, shown_as)
        how = (boxes[new.id], new.language, new.captured_by, new.came_by, new.is_read_back)
        rows.append((*place, *how, now, now if new.id in old else None))
    return rows


def _replaced(good: Sequence[NewContribution], asked: Asked) -> dict[Id, Id]:
    """Where each has one standing answer, the new one takes the place of the old: new id -> old id."""
    places = {(new.activity_id, new.slot) for new in good}
    one_each = {place for place in places if asked.is_one_each(*place)}
    single = [new for new in good if (new.activity_id, new.slot) in one_each]
    standing, replaced = _standing(single), {}
    for new in single:
        place = (new.activity_id, new.mark, new.slot)
        if place in standing:
            replaced[new.id] = standing[place]
        standing[place] = new.id
    return replaced


def _may_let_go(replaced: Mapping[Id, Id], good: Sequence[NewContribution], asked: Asked) -> dict[Id, Id]:
    """Of what was replaced, those that may have had a picture, or the photo of a sheet."""
    with_pictures = {new.id for new in good if new.captured_by or asked.takes_pictures(new.activity_id)}
    return {new: old for new, old in replaced.items() if new in with_pictures}


def _standing(good: Sequence[NewContribution]) -> dict[tuple[int, bytes, int], Id]:
    """The answers that stand now in the places of these."""
    found = _IN_PLACE({new.mark for new in good})
    return {(activity, bytes(mark), slot): pk for pk, activity, mark, slot in found}


def _line(new: NewContribution, asked: Asked, box: Sealed) -> Line:
    """The line in the chain: that it was said and how it was sealed, never the words or an anonymous author."""
    seat_id = None if asked.is_anonymous(new) else new.seat_id
    by = new.by if new.captured_by else Viewer(seat_id=seat_id) if seat_id else NOBODY
    content = {"activity": new.activity_id, "sealed": hashlib.sha256(box.box).hexdigest()}
    return Line("captured" if new.captured_by else "contributed", f"contribution:{new.id}", by, content)


_ROWS = Rows(
    Contribution,
    *("id", "activity_id", "mark", "slot", "apart", "seat_id", "shown_as"),
    *("answer", "language", "captured_by_id", "came_by", "is_read_back"),
    *("created_at", "replaced_at"),
)
_KEPT: Written[tuple[Id, bytes]] = Written(
    lambda ids: Contribution.objects.filter(pk__in=ids).order_by().values_list("pk", "mark")
)
_IN_PLACE: Written[tuple[Id, int, bytes, int]] = Written(
    lambda marks: (  # a mark is of one activity; asked by it alone, the store looks nowhere else
        Contribution.objects.filter(mark__in=marks, replaced_at=None, withdrawn_at=None)
        .order_by()
        .values_list("pk", "activity_id", "mark", "slot")
    )
)


def _arrival(new: NewContribution, asked: Asked, replaced: Id | None) -> Arrival:
    session_id = asked.activities[new.activity_id].session_id
    return Arrival(
        id=str(new.id),
        activity_id=new.activity_id,
        session_id=session_id,
        mark=new.mark,
        answer=new.answer,
        shown_as=new.shown_as,
        replaces=str(replaced) if replaced else "",
        slot=new.slot,
        apart=asked.apart(new),
    )


def _outcome(
    new: NewContribution,
    known: Mapping[Id, bytes],
    outcomes: Mapping[Id, Outcome],
    first: Mapping[Id, NewContribution],
) -> Outcome:
    """What the author hears: the receipt, the refusal, or for a resend the receipt of the first time."""
    if new.id not in known:
        return outcomes[new.id] if first[new.id].mark == new.mark else _taken()
    receipt = receipt_for(f"contribution:{new.id}") if known[new.id] == new.mark else None
    return Receipt(new.id, receipt.number, receipt.words, is_repeat=True) if receipt else _taken()


def _taken() -> Refused:
    return Refused(
        _("This answer was sent from another phone. Please open the page again and write a new one.")
    )


def _is_no_room(problem: Exception) -> bool:
    return "disk is full" in str(problem) or getattr(problem, "errno", None) == 28


def _fault(problem: Exception) -> Exception:
    """A fault of ours as the author hears it: nothing is lost, the phone tries again."""
    if isinstance(problem, Refused):
        return problem
    log.error("a contribution could not be kept", exc_info=problem)
    if _is_no_room(problem):
        return TryAgain(
            _("There is no room left on the server. Your words stay on your phone."), FULL, after=30
        )
    return TryAgain(_("We could not save your words just now. Please try again in a moment."))
