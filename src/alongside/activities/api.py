"""What a kind of activity is made of. Kinds import this, `kit.ui` and `methods`, and nothing else of ours."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django import forms

Answer = Mapping[str, Any]
Setup = Mapping[str, Any]


class Tally(Protocol):
    """The running result of one activity, kept in memory; each step costs the same however many came before."""

    def __init__(self, setup: Setup) -> None: ...

    def add(self, key: str, answer: Answer) -> None:
        """Count one answer; `key` is the contribution's id."""

    def remove(self, key: str, answer: Answer) -> None:
        """Take one counted answer out again."""

    def result(self) -> Mapping[str, Any]:
        """The result as plain data (JSON), the same for the wall, the phone, the result page and the table."""


@dataclass(frozen=True)
class Table:
    """A result as rows: every picture has its table."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str | int]]
    base: str
    """What is counted, in words: “19 words from 12 people”."""


@dataclass(frozen=True)
class MethodCard:
    """What a facilitator reads before choosing the kind."""

    purpose: str
    when: str
    size: str
    minutes: str
    source: str


@dataclass(frozen=True)
class Sample:
    """A believable set-up, question and answers: the demo, the pictures and the tests use them."""

    question: str
    setup: Setup
    answers: Sequence[Answer]


@dataclass(frozen=True)
class ActivityKind:
    """One kind of activity. Templates stand in `templates/activities/<key>/{answer,wall,result,paper}.html`."""

    key: str
    name: str
    icon: str
    method: MethodCard
    setup_form: type[forms.Form]
    """Cleaned data is the JSON kept as `Activity.setup`."""
    answer_form: Callable[..., forms.Form]
    """Called as answer_form(data, setup=…, initial=…); cleaned data is the JSON answer."""
    tally: type[Tally]
    as_text: Callable[[Answer, Setup], str]
    """The answer in plain words, as it reads on the thread and in exports."""
    table: Callable[[Mapping[str, Any], Setup], Table]
    """The rows of a `Tally.result()`."""
    sample: Sample
    is_one_each: bool = True
    """One standing answer each (a new one replaces the old); else as many as people like."""
    schema: int = 1
    word_fields: Sequence[str] = field(default=())
    """Names of the answer's fields that hold free text."""
