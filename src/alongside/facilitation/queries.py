"""What the console reads: who leads, turns so far, the private line, parked questions, who held the chair."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.facilitation import cards, rules
from alongside.facilitation.models import Aside, Chairing, Floor, Parked, Voice
from alongside.kit.access import Viewer, see_or_404
from alongside.kit.errors import NotVisible
from alongside.kit.words import open_all
from alongside.people.models import Account, Group
from alongside.workshops.events import StepNote
from alongside.workshops.models import Seat, Session
from alongside.workshops.queries import get_planned, held_seats
from alongside.workshops.seats import mark_about

UP = "session__round__series__project"
LAST_ASIDES = 30


@dataclass(frozen=True)
class Message:
    """A line of the private line, opened."""

    aside: Aside
    text: str
    is_mine: bool


@dataclass(frozen=True)
class Question:
    """A parked question, opened. `text` is None once its author took it back."""

    parked: Parked
    text: str | None
    said: str | None

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.parked.settled_at is None


@dataclass(frozen=True)
class Desk:
    """What the two have on their desk beside the run sheet."""

    floor: Floor
    holders: list[Account]
    leader: Account | None
    other: Account | None
    """To whom the viewer can hand over, if the viewer leads."""
    is_mine: bool
    reads_asides: bool
    messages: list[Message]
    parked: list[Question]
    carried: list[Question]
    chaired: list[Chairing]
    shown: cards.ShownCard | None = None
    turns: dict[int, int] = field(default_factory=dict)
    group_turns: dict[int | None, int] = field(default_factory=dict)

    @property
    def open_parked(self) -> list[Question]:
        """Those that wait, carried ones first."""
        return [each for each in (*self.carried, *self.parked) if each.is_open]

    @property
    def settled(self) -> list[Question]:
        """Those ticked off in this workshop."""
        return [each for each in (*self.carried, *self.parked) if not each.is_open]


def floor_of(session_id: int) -> Floor:
    """How the session is held now; one that was never kept yet is empty."""
    return Floor.objects.filter(session=session_id).first() or Floor(session_id=session_id)


def desk_of(session: Session, viewer: Viewer) -> Desk:
    """Everything on the desk, in a fixed number of queries."""
    found = Floor.objects.select_related("leader", "chair").filter(session=session).first()
    floor = found or Floor(session=session)
    holders = [each.account for each in session.facilitators.select_related("account") if each.account]
    leader = floor.leader or (holders[0] if holders else None)
    is_mine = leader is not None and leader.pk == viewer.account_id
    reads = rules.reads_asides(session, viewer)
    voices = list(Voice.objects.filter(session=session))
    own, earlier = _split(_with_carried(session), session)
    return Desk(
        floor=floor,
        holders=holders,
        leader=leader,
        other=next((each for each in holders if is_mine and each.pk != viewer.account_id), None),
        is_mine=is_mine,
        reads_asides=reads,
        messages=_messages(session, viewer) if reads else [],
        parked=own,
        carried=earlier,
        chaired=list(session.chairings.select_related("seat")),
        shown=cards.shown_of(session, floor),
        turns={each.seat_id: each.turns for each in voices if each.seat_id},
        group_turns={each.group_id: each.turns for each in voices if not each.seat_id},
    )


def _messages(session: Session, viewer: Viewer) -> list[Message]:
    rows = list(
        Aside.objects.filter(session=session).select_related("written_by").order_by("-pk")[:LAST_ASIDES]
    )
    texts = open_all([row.text for row in rows])
    found = [
        Message(row, text or "", row.written_by_id == viewer.account_id)
        for row, text in zip(rows, texts, strict=True)
    ]
    return found[::-1]


def _with_carried(session: Session) -> "QuerySet[Parked]":
    """Parked here; and of earlier rounds of the same group what still waits, or was ticked off here."""
    earlier = Q(
        session__round__series=session.round.series_id,
        session__round__number__lt=session.round.number,
        session__group=session.group_id,
    )
    waits = Q(settled_at=None) | Q(settled_in=session)
    return Parked.objects.filter(Q(session=session) | (earlier & waits)).select_related("session__round")


def _split(rows: Iterable[Parked], session: Session) -> tuple[list[Question], list[Question]]:
    every = opened(list(rows))
    own = [each for each in every if each.parked.session_id == session.pk]
    return own, [each for each in every if each.parked.session_id != session.pk and each.text is not None]


def opened(rows: Sequence[Parked]) -> list[Question]:
    """Questions with their words, by one look at the keys."""
    boxes = [box for row in rows for box in (row.text, row.said) if box is not None]
    words = dict(zip((box.key_id for box in boxes), open_all(boxes), strict=True))
    return [
        Question(row, words.get(row.text.key_id), words.get(row.said.key_id) if row.said else None)
        for row in rows
    ]


def parked_of(session: Session) -> list[Question]:
    """Everything on the list of a session, carried ones first."""
    own, earlier = _split(_with_carried(session), session)
    return [*earlier, *own]


def get_held(pk: int, viewer: Viewer) -> Session:
    """A session for those who hold it; for all others it is not there."""
    session = get_planned(pk, viewer)
    if not rules.may_hold(session, viewer):
        raise NotVisible
    return session


def get_parked(pk: int, viewer: Viewer) -> Parked:
    """One question for those who hold sessions, or NotVisible."""
    return see_or_404(viewer, Parked.objects.select_related(UP).filter(pk=pk).first())


def own_parked(secret: str, seat: Seat) -> list[Question]:
    """What this phone parked in its session."""
    rows = Parked.objects.filter(
        session=seat.session_id, mark=mark_about(secret, f"parked:{seat.session_id}")
    )
    return [each for each in opened(list(rows)) if each.text is not None]


def marks_of(secret: str) -> list[bytes]:
    """The marks of everything a phone may have parked, in all its sessions."""
    return [mark_about(held.secret, f"parked:{held.session_id}") for held in held_seats(secret)]


def notes_for_plan(session: Session, viewer: Viewer) -> list[StepNote]:
    """For the plan: how many questions wait, with the way to them."""
    if not rules.may_hold(session, viewer):
        return []
    waiting = _with_carried(session).filter(settled_at=None).count()
    if not waiting:
        return []
    words = ngettext("{n} parked question waits", "{n} parked questions wait", waiting).format(n=waiting)
    return [StepNote("list", words, reverse("facilitation:parked", args=[session.pk]))]


def count_chairs(session: Session) -> list[tuple[Session, int]]:
    """How many people chaired, workshop by workshop of the series. Counted, never named outside the room."""
    rows = Chairing.objects.filter(session__round__series=session.round.series_id).select_related(
        "session__round"
    )
    counts: dict[Session, set[int]] = {}
    for row in rows.order_by("session__round__number", "session__number"):
        counts.setdefault(row.session, set()).add(row.seat_id)
    return [(each, len(seats)) for each, seats in counts.items()]


def parked_card(session: Session, _of: int | None) -> dict[str, list[Question]]:
    """For the room screen: what waits, and what was ticked off here."""
    every = [each for each in parked_of(session) if each.text is not None]
    return {"waiting": [e for e in every if e.is_open], "settled": [e for e in every if not e.is_open]}


cards.register_card(
    cards.Card("parked", _("Parked questions"), "facilitation/cards/parked.html", parked_card)
)


def groups_in(session: Session) -> list[Group]:
    """The groups of the people in a session, and the one it is for."""
    return list(Group.objects.filter(Q(pk=session.group_id) | Q(seat__session=session)).distinct())


def settling_session(parked: Parked, asked: str, viewer: Viewer) -> Session:
    """Where a question is ticked off: its own session, or a later one of the series that carries it."""
    if asked.isdecimal() and int(asked) != parked.session_id:
        found = get_held(int(asked), viewer)
        if any(each.parked.pk == parked.pk for each in parked_of(found)):
            return found
        raise NotVisible
    return parked.session


def shown_card_key(session_id: int) -> str:
    """The key of the card that is up; empty when none is."""
    return floor_of(session_id).card


def shown_card(session: Session) -> cards.ShownCard | None:
    """The card on the room screen, with what it needs."""
    return cards.shown_of(session, Floor.objects.filter(session=session).first())
