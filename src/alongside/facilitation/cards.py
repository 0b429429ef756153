"""Cards held up to the room in place of the step: a break, a pause to think, the parked questions.

Capabilities above add their own with `register_card`. A card has a part for the room screen, and may have a page to
which every phone is led while it is up.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.facilitation.models import Floor
from alongside.workshops.models import Seat, Session


@dataclass(frozen=True, slots=True)
class Card:
    """One kind of card. `facts` gives what its templates need; None when what it was about is gone."""

    key: str
    name: str | Promise
    wall: str
    """The template of its part on the room screen."""
    facts: Callable[[Session, int | None], dict[str, Any] | None] = lambda _session, _of: {}
    phone: Callable[[int | None], str] | None = None
    """The address phones are led to; None when they stay where they are."""
    console: str = ""
    """The template of what the two see of it on the console."""


_cards: dict[str, Card] = {}


def register_card(card: Card) -> Card:
    """Add a kind of card."""
    _cards[card.key] = card
    return card


def card_of(floor: Floor | None) -> Card | None:
    """The card that is up, if one is."""
    return _cards.get(floor.card) if floor is not None else None


def called_by(floor: Floor | None) -> str:
    """What phones hear of it ("break", "key-point:12"); empty when they stay where they are."""
    card = card_of(floor)
    if floor is None or card is None or card.phone is None:
        return ""
    return f"{card.key}:{floor.card_of}" if floor.card_of else card.key


def place_of(seat: Seat) -> str | None:
    """The page a seat is called to: that of the card, or the chair if it holds it."""
    floor = Floor.objects.filter(session=seat.session_id).first()
    card = card_of(floor)
    if floor is None:
        return None
    if card is not None and card.phone is not None:
        return card.phone(floor.card_of)
    return reverse("activities:chair") if floor.chair_id == seat.pk else None


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A card as a page shows it."""

    card: Card
    facts: dict[str, Any]


def shown_of(session: Session, floor: Floor | None) -> ShownCard | None:
    """The card that is up, with what its templates need."""
    card = card_of(floor)
    facts = card.facts(session, floor.card_of) if card is not None and floor is not None else None
    return ShownCard(card, facts) if card is not None and facts is not None else None


register_card(
    Card(
        "break",
        _("A short break"),
        "facilitation/cards/break.html",
        phone=lambda _of: reverse("facilitation:on_break"),
    )
)
register_card(Card("quiet", _("Two minutes of quiet"), "facilitation/cards/quiet.html"))
