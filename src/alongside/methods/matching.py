"""Matching context, people and purpose to an activity: which fit, best first, and because of what (R104 of the field).

A `Card` says what an activity is good for; a `Wish` says what a team has before it. What a wish leaves open is not
asked about. Reasons are codes, so that whoever shows them finds the words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

PURPOSES = ("warm_up", "gather", "make_sense", "choose", "check", "learn", "make", "decide")
"""Warm up, gather what people think, make sense of it, choose, check, learn, make something together, decide."""

MODES = ("room", "online", "phone", "post")
SITUATIONS = ("strangers", "power", "reading")
"""People do not know each other; some have more say than others; reading is hard for some."""


@dataclass(frozen=True)
class Card:
    """What is known of an activity. Its purposes stand with the foremost first; `most_people` 0 means any number."""

    key: str
    purposes: Sequence[str] = ()
    least_people: int = 2
    most_people: int = 0
    least_minutes: int = 5
    most_minutes: int = 60
    modes: Sequence[str] = ("room", "online")
    fits: Sequence[str] = ()
    strains: Sequence[str] = ()


@dataclass(frozen=True)
class Wish:
    """What is wanted: empty or 0 where nothing was said."""

    purpose: str = ""
    people: int = 0
    minutes: int = 0
    mode: str = ""
    situations: Sequence[str] = ()

    @property
    def is_open(self) -> bool:
        """Whether nothing was said at all."""
        return not (self.purpose or self.people or self.minutes or self.mode or self.situations)


@dataclass(frozen=True)
class Fit:
    """How an activity fits: `because` speaks for it, `mind` warns, `not_because` rules it out."""

    key: str
    score: int
    because: Sequence[str] = ()
    mind: Sequence[str] = ()
    not_because: Sequence[str] = ()

    @property
    def is_good(self) -> bool:
        """Whether it can be done at all."""
        return not self.not_because


def fit_of(card: Card, wish: Wish) -> Fit:
    """How one activity fits a wish.

    Another purpose, another way of meeting, too few people or too little time rule it out. Too many people do not:
    they can work in groups. Four points for the purpose, less one for each that stands before it; two for each
    situation it is made for, less three for each it makes harder; one for each other thing that is as wished.
    """
    because, mind, against, score = [], [], [], 0
    if wish.purpose:
        if wish.purpose in card.purposes:
            because.append("purpose")
            score += max(1, 4 - list(card.purposes).index(wish.purpose))
        else:
            against.append("purpose")
    if wish.people:
        if wish.people < card.least_people:
            against.append("too few")
        elif card.most_people and wish.people > card.most_people:
            mind.append("in groups")
        else:
            because.append("people")
            score += 1
    if wish.minutes:
        if wish.minutes < card.least_minutes:
            against.append("too short")
        else:
            because.append("minutes")
            score += 1 if wish.minutes <= 2 * card.most_minutes else 0
    if wish.mode:
        (because if wish.mode in card.modes else against).append("mode")
        score += wish.mode in card.modes
    for situation in wish.situations:
        if situation in card.fits:
            because.append(situation)
            score += 2
        elif situation in card.strains:
            mind.append(situation)
            score -= 3
    return Fit(card.key, score, tuple(because), tuple(mind), tuple(against))


def match(cards: Iterable[Card], wish: Wish) -> list[Fit]:
    """Every activity, those that fit first and among them the best first; equals stay as they came."""
    found = [fit_of(card, wish) for card in cards]
    return sorted(found, key=lambda fit: (not fit.is_good, len(fit.not_because), -fit.score, len(fit.mind)))


def together(key: str, cards: Sequence[Card], minutes: int) -> Card:
    """The card of a plan made of several activities: good for what any of them is, possible where all of them are."""
    groups = [card.most_people for card in cards if card.most_people]
    purposes = list(dict.fromkeys(purpose for card in cards for purpose in card.purposes))
    return Card(
        key,
        purposes=purposes,
        least_people=max((card.least_people for card in cards), default=2),
        most_people=min(groups, default=0),
        least_minutes=round(0.8 * minutes),
        most_minutes=minutes,
        modes=[mode for mode in MODES if all(mode in card.modes for card in cards)],
        fits=[each for each in SITUATIONS if any(each in card.fits for card in cards)],
        strains=[each for each in SITUATIONS if sum(each in card.strains for card in cards) * 2 > len(cards)],
    )
