"""Where personal data lives: each capability declares its own, so that export and erasure find all of it.

A declaration says in plain words what is kept and for how long, how to find what belongs to somebody, and what to do
when they want it gone. A guard fails when a model holds own words and nobody declared it.
"""

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils.functional import Promise

from alongside.kit.words import census

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody asking about their own data, by whatever they can show: a person, an account, a seat's secret."""

    person_id: uuid.UUID | None = None
    account_id: int | None = None
    seat_secret: str | None = None


@dataclass(frozen=True, slots=True)
class Declaration:
    """One kind of personal data.

    `about` names it as its owner would ("Your answers"), `kept_for` says how long and why, `find` gives what
    belongs to a subject, `tell` turns that into plain rows for the export, `erase` takes it away and says how much.
    """

    model: type[models.Model]
    about: str | Promise
    kept_for: str | Promise
    find: Callable[[Subject], "models.QuerySet[Any]"]
    tell: Callable[[Sequence[Any]], list[Row]]
    erase: Callable[[Sequence[Any]], int]


_declared: dict[type[models.Model], Declaration] = {}


def declare(declaration: Declaration) -> None:
    """Register one kind of personal data; a capability does so in its app's ready()."""
    _declared[declaration.model] = declaration


def declared() -> list[Declaration]:
    """All kinds there are, in a steady order."""
    return [_declared[model] for model in sorted(_declared, key=lambda model: model._meta.label)]


def export_for(subject: Subject) -> dict[str, list[Row]]:
    """Everything kept about somebody, under the words of each declaration; kinds with nothing are left out."""
    found = {str(kind.about): kind.tell(list(kind.find(subject))) for kind in declared()}
    return {about: rows for about, rows in found.items() if rows}


def count_for(subject: Subject) -> dict[str, int]:
    """How much is kept about somebody, under the words of each declaration."""
    counts = {str(kind.about): kind.find(subject).count() for kind in declared()}
    return {about: count for about, count in counts.items() if count}


def erase_for(subject: Subject) -> dict[str, int]:
    """Take away everything that may be taken away; says how much of each kind.

    All of it is found before any goes: one kind may be found only by what another still holds. When it fails
    half way the rows stay as they were, but keys that are gone stay gone: do it once more.
    """
    with transaction.atomic():
        found = [(kind, list(kind.find(subject))) for kind in declared()]
        gone = {str(kind.about): kind.erase(things) for kind, things in found}
    return {about: count for about, count in gone.items() if count}


def undeclared(but: Iterable[str] = ()) -> list[str]:
    """Models that hold own words and that nobody declared, except those named in `but`."""
    holding = {model for model, _field in census.fields()}
    return sorted(
        model._meta.label for model in holding - set(_declared) if model._meta.label not in set(but)
    )
