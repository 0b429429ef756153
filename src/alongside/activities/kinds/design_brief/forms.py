"""Stories, myths and barriers, and what a pair writes: need, idea and brief."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import Answer, AnswerForm, LinesField, SetupForm

KINDS = (
    ("story", _("A story: it happened to me, or I saw it")),
    ("myth", _("A myth: people say it, and it is not so")),
    ("barrier", _("A barrier: it gets in the way")),
)
ROLES = (
    ("worker", _("Care worker")),
    ("manager", _("Manager")),
    ("carer", _("Family carer")),
    ("person", _("Person who gets care")),
    ("clinician", _("Nurse, doctor or therapist")),
    ("designer", _("Designer or student of design")),
    ("researcher", _("Researcher")),
)


def _text(
    label: Any, longest: int, hint: Any = "", *, is_needed: bool = True, rows: int = 2
) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=longest,
        help_text=hint,
        required=is_needed,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class DesignBriefSetup(SetupForm):
    """What the briefs are for, and what limits they have."""

    thing = forms.CharField(
        label=_("What is to be made?"),
        max_length=80,
        help_text=_("A thing, a service, or a piece of training."),
    )
    limits = forms.CharField(
        label=_("What are the limits?"),
        max_length=160,
        required=False,
        help_text=_("Money, time, rules. Say them now, so that nobody is let down later."),
    )


class Told(AnswerForm):
    """One story, myth or barrier."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say if it is a story, a myth or a barrier.")},
    )
    text = _text(_("In a few words"), 240, _("Please leave out names of clients."), rows=3)


class _OfPair(AnswerForm):
    """Something that one phone writes for two or three people."""

    @property
    def before(self) -> Mapping[str, Any]:
        """What this phone wrote for its pair in the stages before; empty on another phone."""
        kept: dict[str, Any] = {}
        for stage in sorted(self.own):
            answers: Sequence[Answer] = self.own[stage]
            kept |= answers[-1] if stage else {}
        return kept


class Need(_OfPair):
    """Who sits in the pair, and the need they see."""

    people = forms.ChoiceField(
        label=_("How many are you?"),
        choices=(("2", _("Two")), ("3", _("Three"))),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say how many you are.")},
    )
    roles = forms.MultipleChoiceField(
        label=_("Which parts do you have?"),
        choices=ROLES,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick all. No names."),
        error_messages={"required": _("Tick one part at least.")},
    )
    who = _text(_("Who is it about?"), 120, _("Such as: a worker who is alone at night."), rows=1)
    need = _text(_("What do they need?"), 160, _("A need, not yet a thing. Start with a doing word."))
    because = _text(_("Because …"), 160, _("Which story, myth or barrier tells you so?"))


class Idea(_OfPair):
    """What could be made."""

    idea = _text(
        _("Your idea"), 300, _("How would it work on an ordinary day? Wild ideas are welcome."), rows=4
    )


class Brief(_OfPair):
    """The brief a designer can work from."""

    name = forms.CharField(
        label=_("Give it a name"), max_length=60, error_messages={"required": _("Give your brief a name.")}
    )
    must = LinesField(
        label=_("What must it do?"),
        help_text=_("One on each line. Up to 5."),
        least=1,
        most=5,
        longest=100,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    avoid = _text(_("What must it never do?"), 160, is_needed=False)
    good = _text(_("How will we know that it is good?"), 160, _("What would people say or do after a month?"))
