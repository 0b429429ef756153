"""What a kind of activity is made of. Kinds import this, `kit.ui` and `methods`, and nothing else of ours."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.kit.ui.forms import PlainForm

Answer = Mapping[str, Any]
Setup = Mapping[str, Any]
Result = Mapping[str, Any]
Text = str | Promise
"""Words for a reader: plain, or translated when they are shown."""


class Tally(Protocol):
    """The running result of one activity, kept in memory; each step costs the same however many came before.

    `setup["hidden"]`, when there, lists the parts (see `ActivityKind.parts`) a facilitator took off the wall.
    """

    def __init__(self, setup: Setup) -> None: ...

    def add(self, key: str, answer: Answer) -> None:
        """Count one answer; `key` is the contribution's id. The answer holds `shown_as` when names show."""

    def remove(self, key: str, answer: Answer) -> None:
        """Take one counted answer out again."""

    def result(self) -> dict[str, Any]:
        """The result as plain data (JSON), the same for the wall, the phone, the result page and the table."""


@dataclass(frozen=True)
class Table:
    """A result as rows: every picture has its table."""

    columns: Sequence[Text]
    rows: Sequence[Sequence[Text | int]]
    base: Text
    """What is counted, in words: “19 words from 12 people”."""


@dataclass(frozen=True)
class MethodCard:
    """What a facilitator reads before choosing the kind."""

    purpose: Text
    when: Text
    size: Text
    minutes: Text
    source: Text


@dataclass(frozen=True)
class Sample:
    """A believable set-up, question and answers: the demo, the pictures and the tests use them."""

    question: str
    setup: Setup
    answers: Sequence[Answer]
    hint: str = ""


@dataclass(frozen=True)
class Part:
    """Something on the wall that can be taken off it by itself, such as one word of a cloud."""

    key: str
    label: str


class SetupForm(PlainForm, forms.Form):
    """The form a facilitator fills in to set up an activity. Its cleaned data is kept as JSON."""


class AnswerForm(PlainForm, forms.Form):
    """The form a partner fills in. It is made with the activity's set-up; its cleaned data is the answer, as JSON."""

    def __init__(
        self, data: Any = None, *, setup: Setup, initial: Answer | None = None, **options: Any
    ) -> None:
        self.setup = setup
        super().__init__(data, initial=dict(initial or {}), **options)


class LinesField(forms.CharField):
    """Several short texts, one a line; the cleaned value is the list of them without empty or doubled lines."""

    def __init__(self, *, least: int = 2, most: int = 12, longest: int = 120, **options: Any) -> None:
        options.setdefault("widget", forms.Textarea(attrs={"rows": 5}))
        super().__init__(**options)
        self.least, self.most, self.longest = least, most, longest

    def prepare_value(self, value: Any) -> Any:
        """A list stands in the box one text a line."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> Any:
        """The lines as a list; too few, too many or too long lines are said in a sentence."""
        lines = list(
            dict.fromkeys(
                " ".join(line.split()) for line in super().clean(value).splitlines() if line.strip()
            )
        )
        if len(lines) < self.least:
            raise forms.ValidationError(
                _("Write at least %(least)s, one on each line.") % {"least": self.least}
            )
        if len(lines) > self.most:
            raise forms.ValidationError(_("Write %(most)s at most.") % {"most": self.most})
        long = next((line for line in lines if len(line) > self.longest), None)
        if long:
            raise forms.ValidationError(_("“%(line)s…” is too long for one line.") % {"line": long[:30]})
        return lines


@dataclass(frozen=True)
class ActivityKind:
    """One kind of activity. Templates stand in `templates/activities/<key>/{answer,wall,result,paper}.html`.

    `answer` gets `form`, `activity`, `setup`; `wall` and `result` get `activity`, `result`, `table`, `is_shown`;
    `paper` gets `activity`, `setup`.
    """

    key: str
    name: Text
    icon: str
    method: MethodCard
    setup_form: type[forms.Form]
    """Cleaned data is the JSON kept as `Activity.setup`."""
    answer_form: Callable[..., forms.Form]
    """Called as answer_form(data, setup=…, initial=…); cleaned data is the JSON answer."""
    tally: type[Tally]
    as_text: Callable[[Answer, Setup], str]
    """The answer in plain words, as it reads on the thread and in exports."""
    table: Callable[[Result, Setup], Table]
    """The rows of a `Tally.result()`."""
    sample: Sample
    is_one_each: bool = True
    """One standing answer each (a new one replaces the old); else as many as people like."""
    schema: int = 1
    word_fields: Sequence[str] = field(default=())
    """Names of the answer's fields that hold free text."""
    hides_early: bool = False
    """Answers stay hidden until the activity is closed, so that no one is swayed."""
    parts: Callable[[Result], Sequence[Part]] | None = None
    """What can be taken off the wall by itself. None: a whole contribution at a time."""
    styles: Sequence[str] = field(default=())
    """Static paths of style sheets its wall and phone parts need beyond our own."""
    minutes: int = 10
    """A good length to begin with."""
    send: Text = _("Put my words on the wall")
    """The one button of the phone page."""
    promise: Text = _("Your words go on the wall. Your name does not.")
    promise_named: Text = _("Your words go on the wall, with your room name.")
    sent: Text = _("Your words are on the wall. You can change them until the end.")
    """Said when an answer is safely kept. Kinds that hide early answers say so here."""
