"""Choosing what to do: a few plain questions in, fitting kinds and ready-made plans out, each with its reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.activities.api import ActivityKind, Text
from alongside.activities.forms import PURPOSES, ChooserForm
from alongside.activities.plans import Plan, all_plans
from alongside.activities.registry import all_kinds, kind_for
from alongside.methods.matching import Card, Fit, Wish, match, together
from alongside.workshops.models import Answer, Session

FACTS = (
    "purposes",
    "least_people",
    "most_people",
    "least_minutes",
    "most_minutes",
    "modes",
    "fits",
    "strains",
)


def card_of(kind: ActivityKind) -> Card:
    """The facts of a kind's method card."""
    return Card(kind.key, **{fact: getattr(kind.method, fact) for fact in FACTS})


def card_of_plan(plan: Plan) -> Card:
    """The facts of a plan, from the kinds it is made of."""
    kinds = dict.fromkeys(step.kind for step in plan.steps if step.kind)
    return together(plan.key, [card_of(kind_for(key)) for key in kinds], plan.minutes)


@dataclass(frozen=True)
class Choice:
    """A kind or a plan as the chooser offers it."""

    thing: Any
    because: str
    mind: Sequence[str]
    not_because: str


@dataclass
class Chooser:
    """The questions as they were answered, and what comes of it."""

    session: Session
    data: Mapping[str, Any]

    @cached_property
    def form(self) -> ChooserForm:
        """Bound only when somebody asked something."""
        asked = any(self.data.get(name) for name in ChooserForm.base_fields)
        return ChooserForm(self.data if asked else None)

    @cached_property
    def wish(self) -> Wish:
        """What is wanted; open when nothing was said, or something that cannot be."""
        if not self.form.is_valid():
            return Wish()
        said = self.form.cleaned_data
        numbers = {name: said[name] or 0 for name in ("people", "minutes")}
        return Wish(said["purpose"], mode=said["mode"], situations=tuple(said["situations"]), **numbers)

    def context(self) -> dict[str, Any]:
        """For the template: what fits, best first, and what does not, with the reason."""
        kinds, plans = all_kinds(), all_plans()
        of_kinds = self._choices(kinds, [card_of(kind) for kind in kinds])
        of_plans = self._choices(plans, [card_of_plan(plan) for plan in plans])
        return {
            "session": self.session,
            "series": self.session.round.series,
            "stage": "plan",
            "form": self.form,
            "is_asked": not self.wish.is_open,
            "kinds": [one for one in of_kinds if not one.not_because],
            "plans": [one for one in of_plans if not one.not_because],
            "others": [one for one in of_kinds if one.not_because],
            "known": self._known(),
        }

    def _choices(self, things: Sequence[Any], cards: Sequence[Card]) -> list[Choice]:
        by_key = {thing.key: (thing, card) for thing, card in zip(things, cards, strict=True)}
        return [self._choice(*by_key[fit.key], fit) for fit in match(cards, self.wish)]

    def _choice(self, thing: Any, card: Card, fit: Fit) -> Choice:
        return Choice(thing, because(fit, self.wish), _mind(fit, card), why_not(fit, card, self.wish))

    def _known(self) -> str:
        """What this workshop says already, as the end of an address; nothing is filled in unasked."""
        session = self.session
        people = session.invitations.filter(answer=Answer.YES).count()
        mode = {"mixed": "online"}.get(session.mode, session.mode)
        known = {"people": people or "", "minutes": session.minutes, "mode": mode}
        return urlencode({name: value for name, value in known.items() if value})


def because(fit: Fit, wish: Wish) -> str:
    """“Because you want to choose, you are 12, and you meet online. Nobody is talked down.”; empty when nothing is."""
    said = {
        "purpose": _("you want to %(do)s") % {"do": _said(PURPOSES, wish.purpose)},
        "people": ngettext("you are %(n)d person", "you are %(n)d people", wish.people) % {"n": wish.people},
        "minutes": _("you have %(n)d minutes") % {"n": wish.minutes},
        "mode": _said(_HOW, wish.mode),
    }
    parts = [str(said[code]) for code in fit.because if code in said]
    sentences = [_("Because %(reasons)s.") % {"reasons": _joined(parts)}] if parts else []
    return " ".join([*sentences, *(str(_MADE_FOR[code]) for code in fit.because if code in _MADE_FOR)])


def _mind(fit: Fit, card: Card) -> list[str]:
    said = {**_HARDER, "in groups": _("Work in groups of up to %(n)d.") % {"n": card.most_people}}
    return [str(said[code]) for code in fit.mind]


def why_not(fit: Fit, card: Card, wish: Wish) -> str:
    """“Needs 60 minutes at least.”; empty when it fits."""
    said: dict[str, Text] = {
        "purpose": _("It is for something else."),
        "too few": _("It needs %(n)d people at least.") % {"n": card.least_people},
        "too short": _("It needs %(n)d minutes at least.") % {"n": card.least_minutes},
        "mode": _("It does not work that way."),
    }
    return " ".join(str(said[code]) for code in fit.not_because)


def _joined(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _("%(some)s, and %(last)s") % {"some": ", ".join(parts[:-1]), "last": parts[-1]}


def _said(choices: Sequence[tuple[str, Text]], key: str) -> Text:
    return dict(choices).get(key, "")


_HOW = (
    ("room", gettext_lazy("you meet in a room")),
    ("online", gettext_lazy("you meet online")),
    ("phone", gettext_lazy("people ring in")),
    ("post", gettext_lazy("it goes by post")),
)
_MADE_FOR = {
    "strangers": gettext_lazy("It is easy among people who do not know each other."),
    "power": gettext_lazy("Nobody is talked down in it."),
    "reading": gettext_lazy("It needs little reading."),
}
_HARDER = {
    "strangers": gettext_lazy("It is hard among people who do not know each other yet."),
    "power": gettext_lazy("Those with more say may take over. Think of groups of their own."),
    "reading": gettext_lazy("It needs some reading. Read aloud together."),
}
