"""What a kind of activity is made of. Kinds import this, `kit.ui` and `methods`, and nothing else of ours."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.activities.line_fields import LinesField as LinesField
from alongside.activities.line_fields import PartsField as PartsField
from alongside.activities.line_fields import parts_of as parts_of
from alongside.activities.picture_questions import PictureField as PictureField
from alongside.activities.picture_questions import PictureQuestions
from alongside.kit.ui.forms import PlainForm

Answer = Mapping[str, Any]
Setup = Mapping[str, Any]
Result = Mapping[str, Any]
Text = str | Promise
"""Words for a reader: plain, or translated when they are shown."""


ROWS_SHOWN = 60
"""So many rows of a table are drawn anew with each answer, however many there are."""

Listed = Mapping[str, Any]
"""An item of the list made together: `key`, `text`, `heading`, `of` (keys of lines), `from` (contributions)."""


class Tally(Protocol):
    """The running result of one activity, kept in memory; each step costs the same however many came before.

    For a kind with stages every answer says in which it was given: `answer["stage"]`.

    `setup["hidden"]`, when there, lists the parts (see `ActivityKind.parts`) a facilitator took off the wall.
    """

    def __init__(self, setup: Setup) -> None: ...

    def add(self, key: str, answer: Answer) -> None:
        """Count one answer; `key` is the contribution's id. The answer holds `shown_as` when names show, and `author`
        for kinds that follow authors; no result may hold that one."""

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

    @property
    def first(self) -> Sequence[Sequence[Text | int]]:
        """The rows that a wall, a phone and the head of a page show; the rest comes piece by piece."""
        return self.rows[:ROWS_SHOWN]

    @property
    def more(self) -> int:
        """How many rows there are besides."""
        return max(0, len(self.rows) - ROWS_SHOWN)

    @property
    def numbers(self) -> frozenset[int]:
        """Which columns, counted from 0, hold numbers alone, so that they stand one under another at the end."""
        columns = ([row[at] for row in self.first if str(row[at]).strip()] for at in range(len(self.columns)))
        return frozenset(at for at, cells in enumerate(columns) if cells and all(map(is_number, cells)))


def is_number(cell: Text | int) -> bool:
    """Whether a cell of a table is a number, a share or a mean: 12, 40%, 3.5."""
    return str(cell).lstrip("-−").strip("%").replace(".", "", 1).isdigit()


@dataclass(frozen=True)
class MethodCard:
    """What a facilitator reads before choosing the kind; and, from `purposes` on, the facts it is found by.

    The words of the facts are those of `methods.matching`: PURPOSES (the foremost first), MODES, SITUATIONS.
    """

    purpose: Text
    when: Text
    size: Text
    minutes: Text
    source: Text
    purposes: Sequence[str] = ()
    least_people: int = 2
    most_people: int = 0
    """In one group; 0 for any number."""
    least_minutes: int = 5
    most_minutes: int = 60
    modes: Sequence[str] = ("room", "online")
    fits: Sequence[str] = ()
    """Situations it is made for."""
    strains: Sequence[str] = ()
    """Situations it makes harder: people are warned."""


@dataclass(frozen=True)
class Sample:
    """A believable set-up, question and answers: the demo, the pictures and the tests use them."""

    question: str
    setup: Setup
    answers: Sequence[Answer]
    hint: str = ""
    listed: Sequence[Listed] = field(default=())
    """The list as the room made it before the first stage that needs one."""
    later: Mapping[int, Sequence[Answer]] = field(default_factory=dict)
    """Answers of later stages by the number of the stage; `answers` are those of the first."""
    pictures: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    """Pictures that answers name, by their ids, each painted by code when it is asked for."""


@dataclass(frozen=True)
class Part:
    """Something on the wall that can be taken off it by itself, such as one word of a cloud."""

    key: str
    label: str


@dataclass(frozen=True)
class Line:
    """Something that was said, as it can be put on the list: `sources` are the contributions behind it."""

    key: str
    text: str
    sources: Sequence[str]
    heading: str = ""
    is_loose: bool = False
    """It goes on the list only when the room puts it there, never by itself."""


@dataclass(frozen=True)
class Clause:
    """Something we do, or do not do, when we work together."""

    text: str
    is_do: bool = True
    topic: str = ""


@dataclass(frozen=True)
class Note:
    """What the team writes beside each line of the list (`item["notes"]`); whoever said its words can read it."""

    key: str
    label: Text
    hint: Text = ""
    choices: Sequence[tuple[str, Text]] = ()
    """The words to choose from, if it is not free text."""
    longest: int = 300
    is_of_wording: bool = False
    """It falls away when the line is worded anew: a check holds only for the words that were checked."""

    def words(self, value: str) -> str:
        """The note as it reads."""
        return str(dict(self.choices).get(value, value))


@dataclass(frozen=True)
class Stage:
    """A stage of an activity, such as “rank alone”. Its answers carry its number as `answer["stage"]`."""

    key: str
    name: Text
    say: Text
    """What to do now, in a sentence; it stands under the question."""
    answer_form: Callable[..., forms.Form] | None = None
    """None: people talk, and nothing is sent in."""
    is_one_each: bool = True
    hides_early: bool = False
    """Answers of this stage are in no picture until it is over, so that no one is swayed."""
    needs_list: bool = False
    """People answer about the list made together; what is on it is fixed from the first answer on."""
    feeds_back: bool = False
    """Its form is told what came of the earlier stages, and what this phone gave in them (`AnswerForm.tell`)."""
    is_counted: bool = False
    """Answers are picks, places or numbers, and only their count is shown: while it is open the picture is drawn anew
    when five more people have answered, so that nobody can watch one answer come in (`methods.disclosure`)."""
    send: Text = _("Put my words on the wall")
    promise: Text = _("Your words go on the wall. Your name does not.")
    promise_named: Text = _("Your words go on the wall, with your room name.")
    sent: Text = _("Your words are on the wall. You can change them until the end.")


class SetupForm(PlainForm, forms.Form):
    """The form a facilitator fills in to set up an activity. Its cleaned data is kept as JSON."""


class AnswerForm(PlainForm, forms.Form):
    """The form a partner fills in. It is made with the activity's set-up; its cleaned data is the answer, as JSON."""

    def __init__(
        self, data: Any = None, *, setup: Setup, initial: Answer | None = None, **options: Any
    ) -> None:
        self.setup = setup
        self.listed: Sequence[Listed] = setup.get("list", ())
        self.so_far: Result = {}
        self.own: Mapping[int, Sequence[Answer]] = {}
        super().__init__(data, initial=dict(initial or {}), **options)

    def tell(self, so_far: Result, own: Mapping[int, Sequence[Answer]]) -> None:
        """For stages that feed back, and only where the form is shown: what it takes must not depend on it.
        `own` is what this phone gave, by stage, each with its `key` in the tally; none on another phone."""
        self.so_far, self.own = so_far, own


class PictureForm(PictureQuestions, AnswerForm):
    """An answer with a picture, if people like: what can be seen in it, whose it is, and who may see it.

    Put `picture_fields=("picture",)` into the kind, and `{% include "activities/parts/picture_ask.html" %}` into its
    answer. Without a picture the three questions about it are left empty.
    """


class OrderForm(AnswerForm):
    """Things put in order by giving each a place: `{"p<key>": "1", …}`, empty for those without one."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        things = self.things()
        self.top = min(int(self.setup.get("top") or len(things)), len(things)) or 1
        places = [("", _("no place"))] + [(str(place), str(place)) for place in range(1, self.top + 1)]
        for key, text in things:
            self.fields[f"p{key}"] = forms.ChoiceField(label=text, choices=places, required=False)

    def things(self) -> Sequence[tuple[str, str]]:
        """What is put in order: key and words of each."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """Every place is given once, and none is left out."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        places = [int(place) for place in cleaned.values() if place]
        if not places and not self.errors:
            raise forms.ValidationError(_("Give one thing a place at least, or skip this."))
        for place in places:
            if places.count(place) > 1:
                raise forms.ValidationError(
                    _("You gave place %(place)s twice. Change one of them.") % {"place": place}
                )
        missing = sorted(set(range(1, max(places, default=0))) - set(places))
        if missing:
            raise forms.ValidationError(_("Nothing has place %(place)s yet.") % {"place": missing[0]})
        return cleaned


@dataclass(frozen=True)
class ActivityKind:
    """One kind of activity. Templates stand in `templates/activities/<key>/{answer,wall,result,paper}.html`.

    `answer` gets `form`, `activity`, `setup`; `wall` and `result` get `activity`, `result`, `table`, `is_shown`;
    `paper` gets `activity`, `setup`. All get `at_stage`. The set-up holds what the facilitators chose, and besides
    `list` (see `lines`) and, for kinds with stages, `stage`: the number of the stage it is at.
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
    picture_fields: Sequence[str] = field(default=())
    """Names of the answer's fields that hold the id of a picture (`PictureField`)."""
    hides_early: bool = False
    """Answers stay hidden until the activity is closed, so that no one is swayed."""
    is_counted: bool = False
    """See `Stage.is_counted`; kinds with stages say it of each."""
    picks: Callable[[Answer, Setup], Sequence[str]] | None = None
    """What an answer picks, in words that everybody was offered, for counts by group behind the guard. None: none."""
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
    stages: Sequence[Stage] = field(default=())
    """The stages it goes through, if there are several. The first one's form is `answer_form`."""
    lines: Callable[[Result], Sequence[Line]] | None = None
    """What people said, line by line, if the room makes a list of it: like with like, in its own words, in order."""
    headings: Sequence[tuple[str, Text]] = field(default=())
    """The headings of the list, if they are fixed; else facilitators write their own."""
    account: Callable[[Result, Setup], Sequence[Text]] | None = None
    """What came of it, in sentences, for those who were not there; no names. None: sentences made from its table."""
    notes: Sequence[Note] = field(default=())
    """What the team writes beside each line of the list."""
    follows_authors: bool = False
    """Answers carry `answer["author"]`: the same short word for one person in every stage, and it never leaves here.
    So a tally can say how many came back. Without it, or for typed-in sheets, each answer counts as somebody new."""
    for_team: bool = False
    """It has `team.html` too, for what only the team sees. It gets `said`: contributions with `answer` and `text`."""
    prints: Text = ""
    """The link that prints its result, such as “Print the cards”; then it has `print.html` too: whole sheets."""
    scripts: Sequence[str] = field(default=())
    """Static paths of scripts that make its phone part handier. It must work without them."""
    as_ways: Callable[[Result, Setup], Sequence[Clause]] | None = None
    """What the result says about how we work together; facilitators can make it the series' ways of working."""
    begins_with_ways: Callable[[Sequence[Clause]], Setup] | None = None
    """The set-up to begin with where the series has ways of working already, so that a group looks at them again."""

    @cached_property
    def _whole(self) -> Stage:
        return Stage(
            key="",
            name=self.name,
            say="",
            answer_form=self.answer_form,
            is_one_each=self.is_one_each,
            hides_early=self.hides_early,
            is_counted=self.is_counted,
            send=self.send,
            promise=self.promise,
            promise_named=self.promise_named,
            sent=self.sent,
        )

    @property
    def makes_list(self) -> bool:
        """Whether the room can make a list of what people said."""
        return self.lines is not None

    def stage(self, number: int) -> Stage:
        """The stage with this number; a kind without stages is one stage by itself."""
        return self.stages[number] if self.stages else self._whole
